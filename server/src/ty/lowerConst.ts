/** Array lengths and const arguments as written → constants. Nothing is evaluated here but literals. */
import { type DefId, defCrate, defKind, defParent, internDef } from '../hir/defs.ts';
import { printPath } from '../hir/printRef.ts';
import { resolvePath, traitsInScope } from '../hir/resolver.ts';
import { type ConstRef, firstNestedConst, type Path, type PathSegment } from '../hir/typeRef.ts';
import { assocTraitForShorthand, findInSupertraits, traitAssoc } from './assocTypes.ts';
import { eraseRegions } from './fold.ts';
import { allParams, genericsInfo, genericsOf, identityArgs, paramCount } from './generics.ts';
import { inherentAssocConst } from './implIndex.ts';
import {
  constUnknown,
  emptyArgs,
  mkArgs,
  mkConstParam,
  mkConstValue,
  mkUnevaluated,
  prim,
  primTy,
} from './intern.ts';
import { lowerPathTy, lowerTy } from './lower.ts';
import { lowerTraitRef } from './lowerBounds.ts';
import { itemOwner, type LowerCtxt } from './lowerCtxt.ts';
import { implSelfTy } from './signatures.ts';
import type { Const, TraitRef, Ty } from './types.ts';

/** A const argument or array length. `expected` is its type, where the place says it. */
export function lowerConst(ctx: LowerCtxt, value: ConstRef, expected: Ty | undefined): Const {
  switch (value.kind) {
    case 'Infer':
      return ctx.inferConst();
    case 'Literal':
      return literalConst(value.text, expected);
    case 'Path':
      return headerConst(ctx, value, expected) ?? lowerPathConst(ctx, value.path);
    case 'Expr':
      return anonConst(ctx, value.text, value.index, expected);
  }
}

function anonConst(ctx: LowerCtxt, text: string, index: number, expected: Ty | undefined): Const {
  const owner = index < firstNestedConst ? itemOwner(ctx.owner) : constAround(ctx.owner);
  const def = internDef({
    krate: defCrate(owner),
    parent: owner,
    kind: 'AnonConst',
    // A const's type is part of what it is; most are lengths.
    name: anonConstName(expected),
    disambiguator: index,
  });
  return mkUnevaluated(def, mentionsParam(ctx, owner, text) ? identityArgs(ctx.db, owner) : emptyArgs);
}

/** The anonymous const in whose expression a definition stands. */
function constAround(def: DefId): DefId {
  const parent = defParent(def);
  return defKind(def) === 'AnonConst' || parent === undefined ? def : constAround(parent);
}

/**
 * A path to a const is an anonymous const to rustc, whose value is that of the other. That matters where consts are
 * printed as they are declared, in headers of impls and aliases that stand there; elsewhere the other const itself does.
 */
function headerConst(
  ctx: LowerCtxt,
  { path, index }: Extract<ConstRef, { kind: 'Path' }>,
  expected: Ty | undefined,
): Const | undefined {
  const kind = defKind(ctx.owner);
  if (index === undefined || (kind !== 'Impl' && kind !== 'TyAlias')) return undefined;
  if (path.qself || path.segments.some(({ args }) => args)) return undefined;
  if (lowerPathConst(ctx, path).kind !== 'Unevaluated') return undefined;
  return anonConst(ctx, printPath(path), index, expected);
}

/** What names no parameter has one value in all copies, and can be told while the parameters are not known. */
function mentionsParam(ctx: LowerCtxt, owner: DefId, text: string): boolean {
  const names = allParams(ctx.db, genericsOf(ctx.db, owner)).flatMap(({ name, kind }) =>
    kind === 'Lifetime' ? [] : [name],
  );
  return text.split(/[^\w\u0080-\uffff]+/).some((word) => word === 'Self' || names.includes(word));
}

/** The name of the constants whose type is not usize; `typeOf` reads it. */
function anonConstName(ty: Ty | undefined): string {
  switch (ty?.kind) {
    case 'Int':
    case 'Uint':
      return ty.name === 'usize' ? '' : ty.name;
    case 'Bool':
      return 'bool';
    case 'Char':
      return 'char';
    default:
      return '';
  }
}

/** The value of a literal as written in a const argument. Its type is usize where nothing says otherwise. */
export function literalConst(text: string, expected: Ty | undefined): Const {
  if (text === 'true' || text === 'false') return mkConstValue(text === 'true', prim.bool);
  if (text.startsWith("'") || text.startsWith("b'")) {
    const code = charCode(text.slice(text.indexOf("'") + 1, -1));
    if (code === undefined) return constUnknown;
    return mkConstValue(BigInt(code), text.startsWith('b') ? prim.u8 : prim.char);
  }
  const match = /^(-?)\s*(0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|[\d_]+)(\w*)$/.exec(text.trim());
  if (!match) return constUnknown;
  const ty = match[3] ? primTy(match[3].replace(/^_+/, '')) : undefined;
  const magnitude = BigInt(match[2]!.replaceAll('_', '') || '0');
  return mkConstValue(match[1] ? -magnitude : magnitude, ty ?? expected ?? prim.usize);
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, '\\': 92, "'": 39, '"': 34, '0': 0 };

function charCode(inner: string): number | undefined {
  if (!inner.startsWith('\\')) return inner.codePointAt(0);
  const simple = escapes[inner[1] ?? ''];
  if (simple !== undefined) return simple;
  const hex = /^\\(?:x([\da-fA-F]{2})|u\{([\da-fA-F_]+)\})$/.exec(inner);
  return hex ? Number.parseInt((hex[1] ?? hex[2]!).replaceAll('_', ''), 16) : undefined;
}

function lowerPathConst(ctx: LowerCtxt, path: Path): Const {
  const { db } = ctx;
  const { segments } = path;
  const last = segments[segments.length - 1];
  if (!last) return constUnknown;
  if (path.qself) {
    const self = lowerTy(ctx, path.qself);
    if (path.traitSegments === 0) return assocConst(ctx, self, last) ?? constUnknown;
    const traitPath = {
      ...path,
      qself: undefined,
      traitSegments: 0,
      segments: segments.slice(0, path.traitSegments),
    };
    const bound = lowerTraitRef(ctx, traitPath, self);
    return (bound && traitConst(ctx, bound.trait, last)) ?? constUnknown;
  }
  const { res, consumed } = resolvePath(db, ctx.resolver, path, 'value');
  if (res.kind === 'Err') return constUnknown;
  if (consumed === segments.length) {
    if (res.kind === 'ConstParam') {
      const index = genericsInfo(db, res.owner).indexOf[res.index];
      return index === undefined || index < 0 ? constUnknown : mkConstParam(index, res.name);
    }
    if (res.kind === 'Def' && defKind(res.def) === 'Const') return mkUnevaluated(res.def, emptyArgs);
    return constUnknown;
  }
  if (consumed !== segments.length - 1) return constUnknown;
  const self = lowerPathTy(ctx, { ...path, segments: segments.slice(0, consumed) });
  return assocConst(ctx, self, last) ?? constUnknown;
}

function traitConst(ctx: LowerCtxt, trait: TraitRef, segment: PathSegment): Const | undefined {
  const declaring = findInSupertraits(ctx.db, trait, segment.name, 'Const');
  const def = declaring && traitAssoc(ctx.db, declaring.def, segment.name, 'Const');
  return declaring && def !== undefined ? mkUnevaluated(def, declaring.args) : undefined;
}

/** `Self::N`, `T::N`: of an impl at hand, else of the bounds. */
function assocConst(ctx: LowerCtxt, self: Ty, segment: PathSegment): Const | undefined {
  const { db } = ctx;
  for (let at: DefId | undefined = ctx.owner; at !== undefined; at = defParent(at)) {
    if (defKind(at) !== 'Impl') continue;
    const own = traitAssoc(db, at, segment.name, 'Const');
    if (own !== undefined && implSelfTy(db, at) === eraseRegions(self))
      return mkUnevaluated(own, identityArgs(db, at));
  }
  const inherent = inherentAssocConst(db, self, segment.name);
  if (inherent) return inherent;
  const trait =
    assocTraitForShorthand(ctx, self, segment.name, 'Const') ?? traitInScope(ctx, self, segment.name);
  return trait && traitConst(ctx, trait, segment);
}

/** The one trait in scope with a const of that name, for a type that no bound speaks of. */
function traitInScope(ctx: LowerCtxt, self: Ty, name: string): TraitRef | undefined {
  const { db } = ctx;
  const [trait, ...others] = [...traitsInScope(db, ctx.resolver)].filter(
    (def) => traitAssoc(db, def, name, 'Const') !== undefined,
  );
  const isPlain = trait !== undefined && paramCount(genericsOf(db, trait)) === 1;
  return isPlain && others.length === 0 ? { def: trait, args: mkArgs([self]) } : undefined;
}
