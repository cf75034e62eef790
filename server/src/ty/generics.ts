/**
 * Generic parameters: which a definition has, its parents' included, in rustc's order and with rustc's indexes.
 *
 * A list begins with the parameters of the enclosing trait or impl; a trait's with `Self`. Then come the
 * definition's own early-bound lifetimes, then its type and const parameters in the order written, then one
 * synthetic type parameter for each `impl Trait` in the arguments (the inner of nested ones first). A function's
 * lifetime is *late-bound*, and has no index, unless a bound mentions it, or the return type does and no argument
 * does. Lifetimes left out in an impl's header are parameters of the impl. After rustc's `collect::generics_of` and
 * `resolve_bound_vars::is_late_bound_map`.
 *
 * Closures, constants inside types and bodies, opaque types and variants have the parameters of their parent.
 */

import { item } from '../hir/defMap/defSource.ts';
import { assocContainer, type DefId, defData } from '../hir/defs.ts';
import type { FnItem, Item } from '../hir/itemTree.ts';
import type { ConstRef, GenericArgsRef, GenericParamsRef, Path, TypeBound, TypeRef } from '../hir/typeRef.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { erasedRegion, mkArgs, mkConstParam, mkParam } from './intern.ts';
import type { GenericArg, GenericArgs, GenericParam, Generics } from './types.ts';

export interface GenericsInfo {
  readonly generics: Generics;
  /** For each parameter as written: its index, or -1 for a late-bound lifetime. */
  readonly indexOf: readonly number[];
  /** Late-bound lifetimes that have a name, in order. */
  readonly lateBound: readonly string[];
  /** Index of the first synthetic parameter; those of a function's `impl Trait`s follow one another. */
  readonly firstSynthetic: number;
}

const none: GenericsInfo = {
  generics: { parent: undefined, parentCount: 0, hasSelf: false, params: [] },
  indexOf: [],
  lateBound: [],
  firstSynthetic: 0,
};

/** The generics as written on the item, where its kind has any. */
export function writtenGenerics(it: Item): GenericParamsRef | undefined {
  return 'generics' in it ? it.generics : undefined;
}

export const genericsInfo = defineQuery<DefId, GenericsInfo>('genericsInfo', computeGenerics, {
  equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

export function genericsOf(db: Database, def: DefId): Generics {
  return genericsInfo(db, def).generics;
}

function computeGenerics(db: Database, def: DefId): GenericsInfo {
  const data = defData(def);
  switch (data.kind) {
    case 'Closure':
    case 'AnonConst':
    case 'InlineConst':
    case 'OpaqueTy':
    case 'Variant': {
      if (data.parent === undefined) return none;
      const parent = genericsOf(db, data.parent);
      return {
        ...none,
        generics: { parent: data.parent, parentCount: paramCount(parent), hasSelf: false, params: [] },
      };
    }
    case 'Mod':
    case 'ForeignMod':
    case 'Macro':
    case 'GlobalAsm':
    case 'Static':
    case 'NestedStatic':
      return none;
    default:
  }
  const it = item(db, def);
  const written = it && writtenGenerics(it);
  if (!it || !written) return none;
  const container = assocContainer(def);
  const parentCount = container === undefined ? 0 : paramCount(genericsOf(db, container));
  const params: GenericParam[] = [];
  const add = (name: string, kind: GenericParam['kind'], synthetic = false): number => {
    const index = parentCount + params.length;
    params.push({ name, index, kind, synthetic });
    return index;
  };
  if (data.kind === 'Trait' || data.kind === 'TraitAlias') add('Self', 'Type');

  const late =
    it.kind === 'Fn' ? lateBoundLifetimes(it, typeParamsAround(db, container, written)) : new Set<string>();
  const indexOf: number[] = new Array(written.params.length).fill(-1);
  written.params.forEach((p, i) => {
    if (p.kind === 'Lifetime' && !late.has(p.name)) indexOf[i] = add(p.name, 'Lifetime');
  });
  if (it.kind === 'Impl') {
    let anonymous = countElidedLifetimes(it.selfTy);
    if (it.traitPath) anonymous += countInPath(it.traitPath);
    for (let i = 0; i < anonymous; i++) add("'_", 'Lifetime');
  }
  written.params.forEach((p, i) => {
    if (p.kind !== 'Lifetime') indexOf[i] = add(p.name, p.kind);
  });
  const firstSynthetic = parentCount + params.length;
  if (it.kind === 'Fn') {
    for (const param of it.params) {
      forEachImplTrait(param.ty, (ref) => add(`impl ${boundsText(ref.bounds)}`, 'Type', true));
    }
  }
  return {
    generics: {
      parent: container,
      parentCount,
      hasSelf: data.kind === 'Trait' || data.kind === 'TraitAlias',
      params,
    },
    indexOf,
    lateBound: written.params.filter((p) => p.kind === 'Lifetime' && late.has(p.name)).map((p) => p.name),
    firstSynthetic,
  };
}

/** How many arguments the definition takes, its parents' included. */
export function paramCount(generics: Generics): number {
  return generics.parentCount + generics.params.length;
}

export function paramAt(db: Database, generics: Generics, index: number): GenericParam | undefined {
  let at = generics;
  while (index < at.parentCount && at.parent !== undefined) at = genericsOf(db, at.parent);
  return at.params[index - at.parentCount];
}

/** All parameters, in index order. */
export function allParams(db: Database, generics: Generics): readonly GenericParam[] {
  if (generics.parent === undefined || generics.parentCount === 0) return generics.params;
  return [...allParams(db, genericsOf(db, generics.parent)), ...generics.params];
}

export function paramAsArg(param: GenericParam): GenericArg {
  switch (param.kind) {
    case 'Lifetime':
      return erasedRegion;
    case 'Type':
      return mkParam(param.index, param.name);
    case 'Const':
      return mkConstParam(param.index, param.name);
  }
}

/** Each parameter for itself. */
export function identityArgs(db: Database, def: DefId): GenericArgs {
  return mkArgs(allParams(db, genericsOf(db, def)).map(paramAsArg));
}

/** Whether a definition has a type or const parameter, so that it is code for many instances. */
export function requiresMonomorphization(db: Database, def: DefId): boolean {
  return allParams(db, genericsOf(db, def)).some((p) => p.kind !== 'Lifetime');
}

// What is written in types ----------------------------------------------------------------------------------------

/** Calls `each` for every `impl Trait` in argument position, inner before outer. */
export function forEachImplTrait(
  ty: TypeRef,
  each: (ref: TypeRef & { readonly kind: 'ImplTrait' }) => void,
): void {
  walkTypeRef(ty, { leave: (t) => t.kind === 'ImplTrait' && each(t) });
}

interface TypeRefVisitor {
  enter?(ty: TypeRef): unknown;
  leave?(ty: TypeRef): unknown;
  lifetime?(name: string): void;
  /** A reference or `'_` without a name. */
  elided?(): void;
  /** Do not look into `<T as Trait>::X` and `T::X`, whose lifetimes constrain nothing; has the names of what may be `T`. */
  readonly skipProjectionsOf?: ReadonlySet<string>;
  /** Do not look into `fn` types and `Fn(…)` sugar, which bind their own elided lifetimes. */
  readonly skipFnTypes?: boolean;
}

function walkTypeRef(ty: TypeRef, v: TypeRefVisitor): void {
  v.enter?.(ty);
  switch (ty.kind) {
    case 'Path':
      walkPath(ty.path, v);
      break;
    case 'Tuple':
      for (const e of ty.elems) walkTypeRef(e, v);
      break;
    case 'Ref':
      if (ty.lifetime === undefined || isAnonymous(ty.lifetime)) v.elided?.();
      else v.lifetime?.(ty.lifetime);
      walkTypeRef(ty.inner, v);
      break;
    case 'RawPtr':
    case 'Slice':
      walkTypeRef(ty.inner, v);
      break;
    case 'Array':
      walkTypeRef(ty.inner, v);
      walkConstRef(ty.len, v);
      break;
    case 'FnPtr':
      if (v.skipFnTypes) break;
      for (const p of ty.params) walkTypeRef(p, v);
      walkTypeRef(ty.ret, v);
      break;
    case 'ImplTrait':
    case 'DynTrait':
      for (const b of ty.bounds) walkBound(b, v);
      break;
    default:
  }
  v.leave?.(ty);
}

function walkConstRef(value: ConstRef, v: TypeRefVisitor): void {
  if (value.kind === 'Path') walkPath(value.path, v);
}

function walkPath(path: Path, v: TypeRefVisitor): void {
  if (path.qself) {
    if (v.skipProjectionsOf) return;
    walkTypeRef(path.qself, v);
  }
  if (path.segments.length > 1 && v.skipProjectionsOf?.has(path.segments[0]!.name)) return;
  path.segments.forEach((segment, i) => {
    // Of `a::B<'b>`, only the last segment's lifetimes constrain.
    if (v.skipProjectionsOf && i < path.segments.length - 1) return;
    if (segment.args) walkArgs(segment.args, v);
  });
}

function walkArgs(args: GenericArgsRef, v: TypeRefVisitor): void {
  if (args.parenthesized && v.skipFnTypes) return;
  for (const arg of args.args) {
    if (arg.kind === 'Type') walkTypeRef(arg.ty, v);
    else if (arg.kind === 'Const') walkConstRef(arg.value, v);
    else if (isAnonymous(arg.name)) v.elided?.();
    else v.lifetime?.(arg.name);
  }
  for (const b of args.bindings) {
    if (b.args) walkArgs(b.args, v);
    if (b.ty) walkTypeRef(b.ty, v);
    for (const bound of b.bounds) walkBound(bound, v);
  }
}

function walkBound(bound: TypeBound, v: TypeRefVisitor): void {
  if (bound.kind === 'Trait') walkPath(bound.path, v);
  else if (bound.kind === 'Lifetime') v.lifetime?.(bound.name);
}

/** `'_`, with or without its quote. */
export function isAnonymous(lifetime: string): boolean {
  return lifetime === "'_" || lifetime === '_';
}

function countElidedLifetimes(ty: TypeRef): number {
  let count = 0;
  walkTypeRef(ty, { elided: () => count++, skipFnTypes: true });
  return count;
}

function countInPath(path: Path): number {
  return countElidedLifetimes({ kind: 'Path', path });
}

/** The names of types that a path in a signature may begin with to name an associated type. */
function typeParamsAround(
  db: Database,
  container: DefId | undefined,
  { params }: GenericParamsRef,
): ReadonlySet<string> {
  const names = new Set(['Self']);
  for (const p of params) if (p.kind === 'Type') names.add(p.name);
  if (container !== undefined)
    for (const p of genericsOf(db, container).params) if (p.kind === 'Type') names.add(p.name);
  return names;
}

function lateBoundLifetimes(fn: FnItem, typeParams: ReadonlySet<string>): Set<string> {
  const inBounds = new Set<string>();
  const inBound: TypeRefVisitor = { lifetime: (name) => inBounds.add(name) };
  for (const p of fn.generics.params) {
    if (p.kind === 'Lifetime') {
      if (p.bounds.length > 0) {
        inBounds.add(p.name);
        for (const b of p.bounds) inBounds.add(b);
      }
    } else if (p.kind === 'Type') for (const b of p.bounds) walkBound(b, inBound);
  }
  for (const w of fn.generics.wherePredicates) {
    if (w.kind === 'Outlives') {
      for (const name of w.lifetimes) inBounds.add(name);
      continue;
    }
    walkTypeRef(w.ty, inBound);
    for (const b of w.bounds) walkBound(b, inBound);
  }
  // An `impl Trait` argument is a parameter with bounds.
  for (const p of fn.params)
    forEachImplTrait(p.ty, (ref) => ref.bounds.forEach((b) => void walkBound(b, inBound)));
  const inInputs = new Set<string>();
  const inInput: TypeRefVisitor = { lifetime: (n) => inInputs.add(n), skipProjectionsOf: typeParams };
  for (const p of fn.params) walkTypeRef(p.ty, inInput);
  const inOutput = new Set<string>();
  walkTypeRef(fn.ret, { lifetime: (n) => inOutput.add(n) });
  const late = new Set<string>();
  for (const p of fn.generics.params) {
    if (p.kind !== 'Lifetime' || inBounds.has(p.name)) continue;
    if (!inInputs.has(p.name) && inOutput.has(p.name)) continue;
    late.add(p.name);
  }
  return late;
}

// The name of a synthetic parameter is what was written ------------------------------------------------------------

function boundsText(bounds: readonly TypeBound[]): string {
  return bounds.map(boundText).join(' + ');
}

function boundText(bound: TypeBound): string {
  if (bound.kind === 'Lifetime') return bound.name;
  if (bound.kind === 'Use') return 'use<..>';
  const binder = bound.lifetimes.length > 0 ? `for<${bound.lifetimes.join(', ')}> ` : '';
  return `${bound.modifier === 'maybe' ? '?' : ''}${binder}${pathText(bound.path)}`;
}

const pathPrefix = {
  Plain: '',
  Self: 'self::',
  Super: '',
  Crate: 'crate::',
  Global: '::',
  DollarCrate: '$crate::',
};

function pathText(path: Path): string {
  const segments = path.segments.map((s) => s.name + (s.args ? argsText(s.args) : ''));
  if (path.qself) {
    const trait = segments.slice(0, path.traitSegments).join('::');
    const rest = segments.slice(path.traitSegments).join('::');
    return `<${typeText(path.qself)}${trait ? ` as ${trait}` : ''}>::${rest}`;
  }
  return `${pathPrefix[path.kind]}${'super::'.repeat(path.supers)}${segments.join('::')}`;
}

function argsText(args: GenericArgsRef): string {
  if (args.parenthesized) {
    const inputs = args.args[0];
    const output = args.bindings[0]?.ty;
    const list =
      inputs?.kind === 'Type' && inputs.ty.kind === 'Tuple' ? inputs.ty.elems.map(typeText).join(', ') : '';
    const isUnit = !output || (output.kind === 'Tuple' && output.elems.length === 0);
    return `(${list})${isUnit ? '' : ` -> ${typeText(output)}`}`;
  }
  const parts = args.args.map((a) =>
    a.kind === 'Type' ? typeText(a.ty) : a.kind === 'Const' ? constText(a.value) : a.name,
  );
  for (const b of args.bindings) {
    const name = b.name + (b.args ? argsText(b.args) : '');
    if (b.ty) parts.push(`${name} = ${typeText(b.ty)}`);
    else if (b.value) parts.push(`${name} = ${constText(b.value)}`);
    else parts.push(`${name}: ${boundsText(b.bounds)}`);
  }
  return `<${parts.join(', ')}>`;
}

function constText(value: ConstRef): string {
  switch (value.kind) {
    case 'Literal':
    case 'Expr':
      return value.text;
    case 'Path':
      return pathText(value.path);
    case 'Infer':
      return '_';
  }
}

function typeText(ty: TypeRef): string {
  switch (ty.kind) {
    case 'Path':
      return pathText(ty.path);
    case 'Tuple':
      return `(${ty.elems.map(typeText).join(', ')}${ty.elems.length === 1 ? ',' : ''})`;
    case 'Ref':
      return `&${ty.lifetime ? `${ty.lifetime} ` : ''}${ty.mutable ? 'mut ' : ''}${typeText(ty.inner)}`;
    case 'RawPtr':
      return `*${ty.mutable ? 'mut' : 'const'} ${typeText(ty.inner)}`;
    case 'Slice':
      return `[${typeText(ty.inner)}]`;
    case 'Array':
      return `[${typeText(ty.inner)}; ${constText(ty.len)}]`;
    case 'FnPtr': {
      const ret = ty.ret.kind === 'Tuple' && ty.ret.elems.length === 0 ? '' : ` -> ${typeText(ty.ret)}`;
      return `fn(${ty.params.map(typeText).join(', ')})${ret}`;
    }
    case 'ImplTrait':
      return `impl ${boundsText(ty.bounds)}`;
    case 'DynTrait':
      return `dyn ${boundsText(ty.bounds)}`;
    case 'Never':
      return '!';
    case 'Macro':
      return `${pathText(ty.path)}!(${ty.args})`;
    case 'Infer':
    case 'Error':
      return '_';
  }
}
