/**
 * Candidate assembly: everything that could prove a trait predicate, before it is asked which does. After rustc's
 * `candidate_assembly`.
 */
import { item } from '../hir/defMap/defSource.ts';
import { loadedCrates } from '../hir/defMap/loadedCrates.ts';
import { type DefId, defCrate, defKind, defParent } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { variantsOf } from './adt.ts';
import { autoTraitConstituents, copyCloneConditions, sizedConditions } from './builtinTraits.ts';
import { callableSig } from './callable.ts';
import { closureKind } from './closures.ts';
import { eraseBinderInArgs, substituteArgs } from './fold.ts';
import { implRank, relevantImpls } from './implIndex.ts';
import type { InferCtxt } from './inferCtxt.ts';
import { isConst, isRegion, mkArgs, selfTyOf, tyArg } from './intern.ts';
import { fnTraitKind, kindExtends, traitFlags } from './langTraits.ts';
import type { Obligation } from './obligation.ts';
import { itemBounds, supertraits } from './predicates.ts';
import { normalizeArgs } from './project.ts';
import { implTraitRef, isNegativeImpl } from './signatures.ts';
import { type GenericArg, type GenericArgs, type TraitRef, type Ty, TypeFlag } from './types.ts';

export type Candidate =
  | { readonly kind: 'Impl'; readonly def: DefId }
  /** A where clause in scope. */
  | { readonly kind: 'Param'; readonly trait: TraitRef }
  /** The `index`-th trait bound of the associated or opaque type that is the self type. */
  | { readonly kind: 'AliasBound'; readonly index: number }
  /** The `index`-th supertrait of a trait object's principal. */
  | { readonly kind: 'Object'; readonly index: number }
  | { readonly kind: 'Sized' | 'CopyClone' | 'Auto' | 'Trivial' | 'Closure' | 'FnPointer' | 'Coroutine' }
  | { readonly kind: 'Unsize'; readonly rule: UnsizeRule };

export type UnsizeRule = 'ToDyn' | 'DynToDyn' | 'Upcast' | 'Array' | 'Struct';

export interface Assembly {
  readonly candidates: readonly Candidate[];
  readonly ambiguous: boolean;
  /** A negative impl applies. */
  readonly negative: boolean;
}

interface Assembler {
  readonly infcx: InferCtxt;
  readonly trait: TraitRef;
  readonly self: Ty;
  readonly out: Candidate[];
  ambiguous: boolean;
}

export const nothing: Assembly = { candidates: [], ambiguous: false, negative: false };
const undecided: Assembly = { candidates: [], ambiguous: true, negative: false };

/** `trait` is resolved as far as it is known. */
export function assembleCandidates(infcx: InferCtxt, trait: TraitRef): Assembly {
  const self = infcx.shallowResolve(selfTyOf(trait));
  if (self.kind === 'Unknown') return undecided;
  if (self.kind === 'Infer' && self.variable.kind === 'Ty') return undecided;
  const { db } = infcx;
  const flags = traitFlags(db, trait.def);
  const a: Assembler = { infcx, trait, self, out: [], ambiguous: false };
  switch (flags.lang) {
    case 'sized':
      conditional(a, sizedConditions(infcx, self).kind, 'Sized');
      break;
    case 'copy':
    case 'clone':
    case 'trivial_clone':
      assembleImpls(a);
      if (a.out.length === 0) conditional(a, copyCloneConditions(infcx, self).kind, 'CopyClone');
      break;
    case 'meta_sized':
    case 'pointee_sized':
    case 'discriminant_kind':
    case 'pointee_trait':
    case 'destruct':
      a.out.push({ kind: 'Trivial' });
      return { candidates: a.out, ambiguous: false, negative: false };
    case 'tuple_trait':
      if (self.kind === 'Tuple') a.out.push({ kind: 'Trivial' });
      break;
    case 'fn_ptr_trait':
      if (self.kind === 'FnPtr') a.out.push({ kind: 'Trivial' });
      break;
    case 'transmute_trait':
      return undecided;
    case 'unsize':
      assembleUnsize(a);
      break;
    default: {
      const fnKind = fnTraitKind(flags.lang);
      if (fnKind) assembleCallable(a, fnKind);
      else if (self.kind === 'Coroutine' && (flags.lang === 'future_trait' || flags.lang === 'coroutine')) {
        a.out.push({ kind: 'Coroutine' });
      }
      assembleImpls(a);
      assembleObject(a, flags.isAuto);
    }
  }
  assembleAliasBounds(a);
  assembleParamEnv(a);
  if (flags.isAuto) assembleAuto(a);
  const negative = a.out.some((c) => c.kind === 'Impl' && isNegativeImpl(db, c.def));
  return { candidates: a.out, ambiguous: a.ambiguous, negative };
}

function conditional(
  a: Assembler,
  kind: 'Where' | 'Never' | 'Ambiguous',
  candidate: 'Sized' | 'CopyClone',
): void {
  if (kind === 'Ambiguous') a.ambiguous = true;
  else if (kind === 'Where') a.out.push({ kind: candidate });
}

// Where clauses and bounds ----------------------------------------------------------------------------------------

function assembleParamEnv(a: Assembler): void {
  const bounds = a.infcx.paramEnv.traits.get(a.trait.def);
  if (!bounds) return;
  for (const bound of bounds) {
    if (
      argsMayUnify(bound.args, a.trait.args, false) &&
      a.infcx.probe(() => a.infcx.unifyArgs(bound.args, a.trait.args))
    ) {
      a.out.push({ kind: 'Param', trait: bound });
    }
  }
}

/** The bounds of an alias that are about this trait, over the alias' own arguments. */
export function aliasBounds(db: Database, self: Ty, trait: DefId): readonly TraitRef[] {
  if (self.kind !== 'Projection' && self.kind !== 'Opaque') return [];
  const out: TraitRef[] = [];
  for (const p of itemBounds(db, self.def)) {
    if (p.kind !== 'Trait' || p.trait.def !== trait || p.negative) continue;
    const bound = { def: trait, args: substituteArgs(p.trait.args, self.args) };
    // A bound on a part of the alias (`type Item: Into<Self::Other>`'s own items) is about something else.
    if (selfTyOf(bound) === self) out.push(bound);
  }
  return out;
}

function assembleAliasBounds(a: Assembler): void {
  aliasBounds(a.infcx.db, a.infcx.resolveVars(a.self), a.trait.def).forEach((bound, index) => {
    if (boundMatches(a, bound)) a.out.push({ kind: 'AliasBound', index });
  });
}

function boundMatches({ infcx, trait }: Assembler, bound: TraitRef): boolean {
  return infcx.probe(() => infcx.unifyArgs(normalizeArgsButSelf(infcx, bound, [], 0).args, trait.args));
}

/** Normalizes the arguments but the self type, which would only come back as itself. */
export function normalizeArgsButSelf(
  infcx: InferCtxt,
  trait: TraitRef,
  out: Obligation[],
  depth: number,
): TraitRef {
  if ((trait.args.flags & TypeFlag.HasProjection) === 0) return trait;
  const [self, ...rest] = trait.args.list;
  if (!self) return trait;
  const args = normalizeArgs(infcx, mkArgs(rest), out, depth);
  return { def: trait.def, args: mkArgs([self, ...args.list]) };
}

/** The supertraits of a trait object's principal (itself first), with the object type as `Self`. */
export function objectTraits(db: Database, self: Ty): readonly TraitRef[] {
  if (self.kind !== 'Dynamic' || !self.principal) return [];
  const args = mkArgs([self, ...eraseBinderInArgs(self.principal.args).list]);
  return supertraits(db, { def: self.principal.def, args });
}

function assembleObject(a: Assembler, isAuto: boolean): void {
  if (a.self.kind !== 'Dynamic') return;
  if (isAuto && a.self.autoTraits.includes(a.trait.def)) {
    a.out.push({ kind: 'Trivial' });
    return;
  }
  objectTraits(a.infcx.db, a.infcx.resolveVars(a.self)).forEach((bound, index) => {
    if (bound.def !== a.trait.def) return;
    if (boundMatches(a, bound)) a.out.push({ kind: 'Object', index });
  });
}

// Impls -----------------------------------------------------------------------------------------------------------

function assembleImpls(a: Assembler): void {
  const { db } = a.infcx;
  const { args } = a.trait;
  const goal = a.infcx.resolveArgs(args);
  const { krate } = a.infcx;
  const loaded = krate === undefined ? undefined : loadedCrates(db, krate);
  for (const impl of relevantImpls(db, a.trait.def, a.self, implRank(db, a.trait.def, goal, krate))) {
    if (loaded && !loaded.has(defCrate(impl))) continue;
    const header = implTraitRef(db, impl);
    if (!header || !argsMayUnify(header.args, goal, true)) continue;
    if (!headerMatches(a.infcx, impl, header, goal) || isReservation(db, impl)) continue;
    a.out.push({ kind: 'Impl', def: impl });
  }
}

/** An impl that only keeps others from being written (`From<!> for T`). */
function isReservation(db: Database, impl: DefId): boolean {
  return item(db, impl)?.attrs.list.some((attr) => attr.path === 'rustc_reservation_impl') ?? false;
}

function headerMatches(infcx: InferCtxt, impl: DefId, header: TraitRef, goal: GenericArgs): boolean {
  return infcx.probe(() => {
    const fresh = infcx.freshArgsFor(impl);
    // A projection in the header may be anything until it is normalized, which confirmation does.
    const lenient = substituteArgs(header.args, fresh);
    return unifyHeader(infcx, lenient, goal);
  });
}

/** Unifies an impl's header with the goal; its associated types are left for confirmation. */
function unifyHeader(infcx: InferCtxt, header: GenericArgs, goal: GenericArgs): boolean {
  if ((header.flags & TypeFlag.HasProjection) === 0) return infcx.unifyArgs(header, goal);
  for (let i = 0; i < header.list.length; i++) {
    const h = header.list[i]!;
    const g = goal.list[i];
    if (g === undefined) return false;
    if ((h.flags & TypeFlag.HasProjection) !== 0 || isRegion(h) || isRegion(g)) continue;
    const ok = isConst(h) ? isConst(g) && infcx.unifyConsts(h, g) : !isConst(g) && infcx.unify(h, g);
    if (!ok) return false;
  }
  return true;
}

/**
 * A quick no, without unification: the same outermost constructors all the way down, where parameters of the left
 * side (an impl's) and variables of the right may be anything. rustc's `DeepRejectCtxt`.
 */
export function argsMayUnify(left: GenericArgs, right: GenericArgs, leftParamsAreVars: boolean): boolean {
  if (left === right) return true;
  if (left.list.length !== right.list.length) return false;
  for (let i = 0; i < left.list.length; i++) {
    if (!argMayUnify(left.list[i]!, right.list[i]!, leftParamsAreVars)) return false;
  }
  return true;
}

function argMayUnify(l: GenericArg, r: GenericArg, vars: boolean): boolean {
  if (l === r || isRegion(l) || isRegion(r)) return true;
  if (isConst(l) || isConst(r)) {
    if (l.kind === 'Value' && r.kind === 'Value') return l.value === r.value;
    return true;
  }
  return tyMayUnify(l, r, vars);
}

function tyMayUnify(l: Ty, r: Ty, vars: boolean): boolean {
  if (l === r) return true;
  switch (l.kind) {
    case 'Param':
      if (vars) return true;
      return r.kind === 'Infer' || r.kind === 'Unknown' || r.kind === 'Projection' || r.kind === 'Opaque';
    case 'Projection':
    case 'Opaque':
    case 'Unknown':
      return true;
    case 'Infer':
      return l.variable.kind === 'Ty' || r.kind !== 'Adt';
    default:
  }
  switch (r.kind) {
    case 'Infer':
      if (r.variable.kind === 'Int') return l.kind === 'Int' || l.kind === 'Uint';
      return r.variable.kind === 'Ty' || l.kind === 'Float';
    case 'Unknown':
      return true;
    case 'Opaque':
    case 'Projection':
    case 'Param':
      // Rigid: like no constructor. (Opaque types are revealed before this is asked where that is wanted.)
      return false;
    default:
  }
  if (l.kind !== r.kind) return false;
  switch (l.kind) {
    case 'Adt':
    case 'FnDef':
    case 'Closure':
    case 'Coroutine':
      return l.def === (r as typeof l).def && argsMayUnify(l.args, (r as typeof l).args, vars);
    case 'Ref':
    case 'RawPtr':
      return l.mutable === (r as typeof l).mutable && tyMayUnify(l.inner, (r as typeof l).inner, vars);
    case 'Slice':
    case 'Array':
      return tyMayUnify(l.elem, (r as typeof l).elem, vars);
    case 'Tuple': {
      const { elems } = r as typeof l;
      return l.elems.length === elems.length && l.elems.every((e, i) => tyMayUnify(e, elems[i]!, vars));
    }
    case 'FnPtr':
      return l.sig.inputs.length === (r as typeof l).sig.inputs.length;
    case 'Dynamic':
      return l.principal?.def === (r as typeof l).principal?.def;
    default:
      return false; // scalars: equal ones are identical
  }
}

// Callables -------------------------------------------------------------------------------------------------------

function assembleCallable(a: Assembler, wanted: 'Fn' | 'FnMut' | 'FnOnce'): void {
  const { self, infcx } = a;
  if (self.kind === 'Closure') {
    const kind = closureKind(infcx, self.def);
    if (kind ? kindExtends(kind, wanted) : wanted === 'FnOnce') a.out.push({ kind: 'Closure' });
    else if (!kind) a.ambiguous = true;
    return;
  }
  if (self.kind !== 'FnDef' && self.kind !== 'FnPtr') return;
  const sig = callableSig(infcx.db, self);
  if (sig && !sig.isUnsafe && !sig.isVarargs) a.out.push({ kind: 'FnPointer' });
}

// Auto traits -----------------------------------------------------------------------------------------------------

function assembleAuto(a: Assembler): void {
  const { db } = a.infcx;
  // An impl written for the type, positive or negative, takes the place of the structural rule.
  if (a.out.some((c) => c.kind === 'Trivial')) return;
  const rank = implRank(db, a.trait.def, a.infcx.resolveArgs(a.trait.args), a.infcx.krate);
  const impls = relevantImpls(db, a.trait.def, a.self, rank);
  const conditions = autoTraitConstituents(a.infcx, a.self);
  if (conditions.kind === 'Ambiguous') a.ambiguous = true;
  if (conditions.kind !== 'Where') return;
  for (const impl of impls) {
    const header = implTraitRef(db, impl);
    if (!header) continue;
    const self = tyArg(header.args, 0);
    // A blanket impl over a parameter is not about this type, nor is any but those of numbers about a numeric variable.
    if (self.kind !== 'Param' && (a.self.kind !== 'Infer' || tyMayUnify(self, a.self, true))) return;
  }
  a.out.push({ kind: 'Auto' });
}

// Unsize ----------------------------------------------------------------------------------------------------------

function assembleUnsize(a: Assembler): void {
  const source = a.self;
  const target = a.infcx.shallowResolve(tyArg(a.trait.args, 1));
  if (target.kind === 'Infer' || target.kind === 'Unknown') {
    a.ambiguous = true;
    return;
  }
  const rule = unsizeRule(a.infcx, source, target);
  if (rule) a.out.push({ kind: 'Unsize', rule });
}

function unsizeRule(infcx: InferCtxt, source: Ty, target: Ty): UnsizeRule | undefined {
  if (target.kind === 'Dynamic') {
    if (source.kind !== 'Dynamic') return 'ToDyn';
    const autosFit = target.autoTraits.every(
      (t) => source.autoTraits.includes(t) || objectTraits(infcx.db, source).some((s) => s.def === t),
    );
    if (!autosFit) return undefined;
    if (source.principal?.def === target.principal?.def) return 'DynToDyn';
    if (!target.principal) return 'DynToDyn';
    return objectTraits(infcx.db, source).some((s) => s.def === target.principal!.def) ? 'Upcast' : undefined;
  }
  if (source.kind === 'Array' && target.kind === 'Slice') return 'Array';
  if (source.kind === 'Adt' && target.kind === 'Adt' && source.def === target.def) {
    const variants = variantsOf(infcx.db, source.def);
    return variants.length === 1 && defKind(source.def) === 'Struct' ? 'Struct' : undefined;
  }
  return undefined;
}

/** The trait that declares an associated item. */
export function traitOf(assoc: DefId): DefId {
  return defParent(assoc)!;
}
