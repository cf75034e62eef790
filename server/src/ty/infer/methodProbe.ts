/**
 * Finding the method that `receiver.name(…)` means, and the item that `Type::name` means.
 *
 * The receiver is dereferenced step by step. From all the steps together the *inherent* candidates are collected
 * (inherent impls, where clauses of a type parameter, the methods of a trait object), and from the traits in scope
 * the *extension* candidates. Then, for each step, the candidates are tried by value, by `&`, by `&mut`, and (for
 * `*mut`) as `*const`; an array's last step is tried unsized as well, by reference only. At each of these the
 * inherent candidates come first, and the first of all that applies is taken. A candidate applies if its receiver
 * type unifies with the type at hand and what its impl demands may hold.
 *
 * After `rustc_hir_typeck::method::probe`.
 */
import type { AssocItem } from '../../hir/defMap/assocItems.ts';
import { loadedCrates } from '../../hir/defMap/loadedCrates.ts';
import { assocContainer, type CrateId, type DefId, defCrate, defKind, defParent } from '../../hir/defs.ts';
import type { HirFileId } from '../../hir/hirFile.ts';
import { crateData } from '../../hir/inputs.ts';
import { isDefVisible, type Resolver, traitsInScope } from '../../hir/resolver.ts';
import { substitute } from '../fold.ts';
import { createFulfillmentCtxt } from '../fulfill.ts';
import { inherentAssocItems } from '../implIndex.ts';
import { mkArgs, mkRawPtr, mkRef, mkSlice, selfTyOf } from '../intern.ts';
import type { Obligation } from '../obligation.ts';
import { predicatesOf } from '../predicates.ts';
import { normalize, normalizePredicate } from '../project.ts';
import { predicateMayHold, supertraits } from '../select.ts';
import { fnSig, implSelfTy, implTraitRef } from '../signatures.ts';
import type { GenericArgs, TraitRef, Ty } from '../types.ts';
import { assocNamed, hasSelfParam, traitsWithItem } from './assocByName.ts';
import { autoderef } from './autoderef.ts';
import { type FnCtxt, probe as inProbe, isTyVar, resolverIn, shallowResolve } from './fnCtxt.ts';
import { isSkippedInDispatch, isUnstable } from './methodAttrs.ts';
import { mayUnifyShape } from './shape.ts';

/** Where a method comes from, and what is known of its container's arguments. */
export type PickKind =
  | { readonly kind: 'Inherent'; readonly impl: DefId }
  | { readonly kind: 'Trait'; readonly trait: DefId }
  | { readonly kind: 'Object'; readonly trait: TraitRef }
  | { readonly kind: 'WhereClause'; readonly trait: TraitRef };

export interface Pick {
  readonly item: AssocItem;
  readonly from: PickKind;
  readonly autoderefs: number;
  readonly autoref: Autoref | undefined;
}

export type Autoref =
  | { readonly kind: 'Ref'; readonly mutable: boolean; readonly unsize: boolean }
  | { readonly kind: 'ToConstPtr' };

export type ProbeResult =
  | { readonly kind: 'Pick'; readonly pick: Pick }
  | { readonly kind: 'NoMatch' | 'Ambiguous' | 'ReceiverUnknown' };

interface Candidate {
  readonly item: AssocItem;
  readonly from: PickKind;
}

interface Step {
  readonly self: Ty;
  readonly autoderefs: number;
  readonly unsize: boolean;
}

interface ProbeCtxt {
  readonly fcx: FnCtxt;
  readonly name: string;
  /** `Type::name`: the self type is given, nothing is adjusted, and any associated fn or const will do. */
  readonly pathMode: boolean;
  readonly inherent: Candidate[];
  readonly extension: Candidate[];
  /** Inherent items met at an earlier step. */
  readonly seen: Set<DefId>;
}

/** The method `name` for a receiver of type `receiver`, called in `scope`. */
export function probeMethod(
  fcx: FnCtxt,
  receiver: Ty,
  name: string,
  scope: HirFileId | undefined,
): ProbeResult {
  const steps: Step[] = [];
  const walk = autoderef(fcx, receiver, { includeRawPointers: true });
  for (let step = walk.next(); step; step = walk.next()) {
    // Behind a raw pointer there are no methods; the walk goes on only to see whether it ends in a variable.
    if (!walk.throughRawPtr()) steps.push({ self: step.ty, autoderefs: step.derefs, unsize: false });
  }
  if (walk.endedAtVar()) return { kind: 'ReceiverUnknown' };
  const last = steps[steps.length - 1];
  if (last?.self.kind === 'Array' && !walk.throughRawPtr()) {
    steps.push({ self: mkSlice(last.self.elem), autoderefs: last.autoderefs, unsize: true });
  }
  return pickCore(newProbe(fcx, name, false), steps, scope);
}

/** The associated function or const `Type::name`. */
export function probePath(fcx: FnCtxt, self: Ty, name: string, scope: HirFileId | undefined): ProbeResult {
  const ty = shallowResolve(fcx, self);
  if (ty.kind === 'Unknown') return { kind: 'ReceiverUnknown' };
  if (isTyVar(ty)) return pickForUnknown(newProbe(fcx, name, true), scope);
  return pickCore(newProbe(fcx, name, true), [{ self: ty, autoderefs: 0, unsize: false }], scope);
}

/** `<_>::name`: the item of the only trait in scope that has one of this name, whatever the type will be. */
function pickForUnknown(pcx: ProbeCtxt, scope: HirFileId | undefined): ProbeResult {
  assembleExtension(pcx, scope);
  const [first, second] = pcx.extension;
  if (!first || second) return { kind: 'ReceiverUnknown' };
  return { kind: 'Pick', pick: { ...first, autoderefs: 0, autoref: undefined } };
}

function newProbe(fcx: FnCtxt, name: string, pathMode: boolean): ProbeCtxt {
  return { fcx, name, pathMode, inherent: [], extension: [], seen: new Set() };
}

function pickCore(pcx: ProbeCtxt, steps: readonly Step[], scope: HirFileId | undefined): ProbeResult {
  for (const step of steps) assembleInherent(pcx, step.self);
  assembleExtension(pcx, scope);
  if (pcx.inherent.length === 0 && pcx.extension.length === 0) return { kind: 'NoMatch' };
  // Unstable items count only where nothing stable is found.
  return pickAll(pcx, steps, false) ?? pickAll(pcx, steps, true) ?? { kind: 'NoMatch' };
}

// Candidates ------------------------------------------------------------------------------------------------------

function assembleInherent(pcx: ProbeCtxt, self: Ty): void {
  switch (self.kind) {
    case 'Dynamic':
      if (self.principal) {
        const principal: TraitRef = {
          def: self.principal.def,
          args: mkArgs([self, ...self.principal.args.list]),
        };
        for (const trait of supertraits(pcx.fcx.db, principal)) {
          pushNamed(pcx, trait.def, { kind: 'Object', trait }, pcx.inherent);
        }
      }
      break;
    case 'Param':
      for (const traits of pcx.fcx.infcx.paramEnv.traits.values()) {
        for (const trait of traits) {
          if (selfTyOf(trait) === self)
            pushNamed(pcx, trait.def, { kind: 'WhereClause', trait }, pcx.inherent);
        }
      }
      return;
    case 'Infer':
    case 'Unknown':
    case 'Projection':
    case 'Opaque':
      return;
    default:
  }
  for (const item of inherentAssocItems(pcx.fcx.db, self, pcx.name)) {
    const impl = defParent(item.def);
    if (impl !== undefined && !pcx.seen.has(item.def) && isLoaded(pcx.fcx, defCrate(impl))) {
      pcx.seen.add(item.def);
      pushCandidate(pcx, item, { kind: 'Inherent', impl }, pcx.inherent);
    }
  }
}

/** What alloc and std add to types of core is there where they are loaded. */
function isLoaded({ db, owner }: FnCtxt, krate: CrateId): boolean {
  return crateData(db, krate).origin !== 'lang' || loadedCrates(db, defCrate(owner)).has(krate);
}

function assembleExtension(pcx: ProbeCtxt, scope: HirFileId | undefined): void {
  const { fcx, name } = pcx;
  const resolver = resolverIn(fcx, scope);
  const inBlocks = resolver.around.lexical.some((s) => s.block !== undefined);
  const traits = new Set(
    inBlocks ? blockTraits(fcx, scope, resolver) : traitsWithItem(fcx.db, resolver.module, name),
  );
  const own = currentTrait(fcx);
  if (own !== undefined) traits.add(own);
  for (const trait of traits) pushNamed(pcx, trait, { kind: 'Trait', trait }, pcx.extension);
}

/** In a block with items of its own, which may import traits. */
function blockTraits(fcx: FnCtxt, scope: HirFileId | undefined, resolver: Resolver): Iterable<DefId> {
  let traits = fcx.traitsInScope.get(scope);
  if (!traits) {
    traits = [...traitsInScope(fcx.db, resolver)];
    fcx.traitsInScope.set(scope, traits);
  }
  return traits;
}

/** Within a trait, or an impl of it, its own methods are in scope. */
function currentTrait(fcx: FnCtxt): DefId | undefined {
  const container = assocContainer(fcx.owner);
  if (container === undefined) return undefined;
  return defKind(container) === 'Trait' ? container : implTraitRef(fcx.db, container)?.def;
}

/** Adds the items of the name that is looked for. */
function pushNamed(pcx: ProbeCtxt, container: DefId, from: PickKind, to: Candidate[]): void {
  for (const item of assocNamed(pcx.fcx.db, container, pcx.name)) pushCandidate(pcx, item, from, to);
}

function pushCandidate(pcx: ProbeCtxt, item: AssocItem, from: PickKind, to: Candidate[]): void {
  const { fcx, pathMode } = pcx;
  if (item.kind === 'TyAlias') return;
  if (!pathMode && (item.kind !== 'Fn' || !hasSelfParam(fcx.db, item.def))) return;
  if (from.kind === 'Inherent' && !isDefVisible(fcx.db, item.def, resolverIn(fcx, undefined).module)) return;
  to.push({ item, from });
}

// Picking ---------------------------------------------------------------------------------------------------------

function pickAll(pcx: ProbeCtxt, steps: readonly Step[], unstable: boolean): ProbeResult | undefined {
  for (const step of steps) {
    if (step.self.kind === 'Unknown') continue;
    if (!step.unsize) {
      // A reference receiver is reborrowed.
      const reborrowed = step.self.kind === 'Ref' && !pcx.pathMode ? step.self : undefined;
      const found = pickFor(pcx, step.self, unstable, (candidate) => ({
        autoderefs: reborrowed ? step.autoderefs + 1 : step.autoderefs,
        autoref: reborrowed && { kind: 'Ref', mutable: reborrowed.mutable, unsize: false },
        ...candidate,
      }));
      if (found) return found;
    }
    if (pcx.pathMode) continue;
    for (const mutable of [false, true]) {
      const found = pickFor(pcx, mkRef(step.self, mutable), unstable, (candidate) => ({
        autoderefs: step.autoderefs,
        autoref: { kind: 'Ref', mutable, unsize: step.unsize },
        ...candidate,
      }));
      if (found) return found;
    }
    if (!step.unsize && step.self.kind === 'RawPtr' && step.self.mutable) {
      const found = pickFor(pcx, mkRawPtr(step.self.inner, false), unstable, (candidate) => ({
        autoderefs: step.autoderefs,
        autoref: { kind: 'ToConstPtr' },
        ...candidate,
      }));
      if (found) return found;
    }
  }
  return undefined;
}

function pickFor(
  pcx: ProbeCtxt,
  self: Ty,
  unstable: boolean,
  toPick: (candidate: Candidate) => Pick,
): ProbeResult | undefined {
  for (const candidates of [pcx.inherent, pcx.extension]) {
    let applicable = candidates.filter((c) => applies(pcx, c, self));
    if (!unstable && applicable.some((c) => isUnstable(pcx.fcx, c.item.def))) {
      applicable = applicable.filter((c) => !isUnstable(pcx.fcx, c.item.def));
    }
    const [first] = applicable;
    if (!first) continue;
    if (applicable.length === 1) return { kind: 'Pick', pick: toPick(first) };
    const collapsed = collapseToTrait(applicable);
    return collapsed ? { kind: 'Pick', pick: toPick(collapsed) } : { kind: 'Ambiguous' };
  }
  return undefined;
}

/** Several candidates of one trait are that trait's method: which bound or impl it goes through is found later. */
function collapseToTrait(candidates: readonly Candidate[]): Candidate | undefined {
  const [first] = candidates;
  if (!first || first.from.kind === 'Inherent') return undefined;
  const trait = traitOf(first.from);
  if (trait === undefined) return undefined;
  for (const { from } of candidates) if (traitOf(from) !== trait) return undefined;
  return { item: first.item, from: { kind: 'Trait', trait } };
}

function traitOf(from: PickKind): DefId | undefined {
  switch (from.kind) {
    case 'Inherent':
      return undefined;
    case 'Trait':
      return from.trait;
    default:
      return from.trait.def;
  }
}

/** Whether the candidate can be called on (or, for a path, found in) exactly the type `self`. */
function applies(pcx: ProbeCtxt, candidate: Candidate, self: Ty): boolean {
  const { fcx } = pcx;
  const { item: found, from } = candidate;
  const { db, infcx } = fcx;
  // The declared receiver, over the parameters of container and method: mostly the shapes differ already.
  const declared = pcx.pathMode
    ? from.kind === 'Inherent'
      ? implSelfTy(db, from.impl)
      : undefined
    : fnSig(db, found.def).inputs[0];
  if (declared) {
    const shape =
      from.kind === 'Object' || from.kind === 'WhereClause'
        ? substitute(declared, from.trait.args)
        : declared;
    if (!mayUnifyShape(fcx, shape, self)) return false;
  } else if (!pcx.pathMode) return false;

  if (from.kind === 'Trait' && !pcx.pathMode && isSkippedInDispatch(fcx, from.trait, self)) return false;
  return inProbe(fcx, () => {
    const containerArgs = containerArgsFor(fcx, from);
    const obligations: Obligation[] = [];
    const args = pcx.pathMode ? containerArgs : infcx.freshArgsFor(found.def, containerArgs.list);
    const receiver = declared
      ? normalize(infcx, eraseAndSubstitute(fcx, found.def, declared, args, pcx.pathMode), obligations)
      : selfTyOf({ args: containerArgs });
    if (!infcx.unify(receiver, self)) return false;
    if (from.kind === 'Inherent') {
      for (const o of infcx.instantiateBounds(predicatesOf(db, from.impl), containerArgs)) {
        obligations.push({ predicate: normalizePredicate(infcx, o.predicate, obligations), depth: o.depth });
      }
    } else if (from.kind === 'Trait') {
      const trait: TraitRef = { def: from.trait, args: containerArgs };
      if (!predicateMayHold(infcx, { kind: 'Trait', trait })) return false;
      obligations.push({ predicate: { kind: 'Trait', trait }, depth: 0 });
    }
    if (obligations.length === 0) return true;
    const fulfill = createFulfillmentCtxt(infcx);
    fulfill.registerAll(obligations);
    return fulfill.selectWherePossible().length === 0;
  });
}

function eraseAndSubstitute(fcx: FnCtxt, def: DefId, declared: Ty, args: GenericArgs, pathMode: boolean): Ty {
  if (pathMode) return substitute(declared, args);
  const receiver = fcx.infcx.instantiateSig(fnSig(fcx.db, def)).inputs[0];
  return substitute(receiver ?? declared, args);
}

/** Arguments of the impl or trait that the candidate's item is in: known ones, or fresh variables. */
export function containerArgsFor(fcx: FnCtxt, from: PickKind): GenericArgs {
  switch (from.kind) {
    case 'Inherent':
      return fcx.infcx.freshArgsFor(from.impl);
    case 'Trait':
      return fcx.infcx.freshArgsFor(from.trait);
    default:
      return from.trait.args;
  }
}
