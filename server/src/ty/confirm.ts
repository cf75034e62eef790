/**
 * Confirmation: what choosing a candidate entails. The candidate's trait reference is unified with the goal's, and
 * the conditions under which it applies become nested obligations. After rustc's `confirmation`.
 */

import { langItem } from '../hir/defMap/langItems.ts';
import { type DefId, defCrate } from '../hir/defs.ts';
import {
  autoTraitConstituents,
  type Conditions,
  copyCloneConditions,
  sizedConditions,
} from './builtinTraits.ts';
import { callableSig } from './callable.ts';
import {
  aliasBounds,
  type Candidate,
  normalizeArgsButSelf,
  objectTraits,
  type UnsizeRule,
} from './candidates.ts';
import { closureSig } from './closures.ts';
import { anyPart, eraseBinder, eraseBinderInArgs, substitute, substituteArgs } from './fold.ts';
import type { InferCtxt } from './inferCtxt.ts';
import { isConst, mkAdt, mkArgs, mkDynamic, mkTuple, selfTyOf, tyArg } from './intern.ts';
import type { ImplSource, Obligation } from './obligation.ts';
import { predicatesOf } from './predicates.ts';
import { normalize, normalizeArgs, normalizePredicate } from './project.ts';
import { fieldTys, implTraitRef } from './signatures.ts';
import { type GenericArg, type TraitRef, type Ty, TypeFlag } from './types.ts';

export interface Confirmed {
  readonly source: ImplSource;
  readonly nested: readonly Obligation[];
}

const builtin: ImplSource = { kind: 'Builtin' };

/** Undefined if the candidate does not apply after all; then nothing is bound. */
export function confirm(
  infcx: InferCtxt,
  trait: TraitRef,
  candidate: Candidate,
  depth: number,
): Confirmed | undefined {
  const before = infcx.snapshot();
  const confirmed = confirmInner(infcx, trait, candidate, depth + 1);
  if (!confirmed) infcx.rollback(before);
  return confirmed;
}

function confirmInner(
  infcx: InferCtxt,
  trait: TraitRef,
  candidate: Candidate,
  depth: number,
): Confirmed | undefined {
  const self = infcx.shallowResolve(selfTyOf(trait));
  switch (candidate.kind) {
    case 'Impl':
      return confirmImpl(infcx, trait, candidate.def, depth);
    case 'Param':
      if (!infcx.unifyArgs(candidate.trait.args, trait.args)) return undefined;
      return { source: { kind: 'Param', trait: candidate.trait }, nested: [] };
    case 'AliasBound': {
      const bound = aliasBounds(infcx.db, infcx.resolveVars(self), trait.def)[candidate.index];
      if (!bound) return undefined;
      const nested: Obligation[] = [];
      const args = normalizeArgsButSelf(infcx, bound, nested, depth);
      if (!infcx.unifyArgs(args.args, trait.args)) return undefined;
      return { source: { kind: 'Param', trait: args }, nested };
    }
    case 'Object': {
      const bound = objectTraits(infcx.db, infcx.resolveVars(self))[candidate.index];
      if (!bound) return undefined;
      const nested: Obligation[] = [];
      const args = normalizeArgsButSelf(infcx, bound, nested, depth);
      if (!infcx.unifyArgs(args.args, trait.args)) return undefined;
      return { source: { kind: 'Object', trait: args }, nested };
    }
    case 'Trivial':
      return { source: builtin, nested: [] };
    case 'Sized':
      return conditional(infcx, trait, sizedConditions(infcx, self), depth);
    case 'CopyClone':
      return conditional(infcx, trait, copyCloneConditions(infcx, self), depth);
    case 'Auto':
      return conditional(infcx, trait, autoTraitConstituents(infcx, self), depth);
    case 'Closure': {
      if (self.kind !== 'Closure') return undefined;
      const sig = closureSig(infcx, self.def, self.args);
      if (!sig) return undefined;
      // For the copy of a generic owner, what was an associated type of a parameter may now be known.
      const nested: Obligation[] = [];
      const inputs = normalize(infcx, mkTuple(sig.inputs), nested, depth);
      if (!infcx.unify(inputs, tyArg(trait.args, 1))) return undefined;
      return { source: { kind: 'Closure', def: self.def, args: self.args }, nested };
    }
    case 'FnPointer': {
      const sig = callableSig(infcx.db, self);
      if (!sig) return undefined;
      const nested: Obligation[] = [];
      const inputs = normalize(infcx, mkTuple(sig.inputs), nested, depth);
      if (!infcx.unify(inputs, tyArg(trait.args, 1))) return undefined;
      return { source: { kind: 'FnPointer', ty: self }, nested };
    }
    case 'Coroutine':
      if (self.kind !== 'Coroutine') return undefined;
      return { source: { kind: 'Coroutine', def: self.def, args: self.args }, nested: [] };
    case 'Unsize':
      return confirmUnsize(infcx, trait, self, candidate.rule, depth);
  }
}

function conditional(
  infcx: InferCtxt,
  trait: TraitRef,
  conditions: Conditions,
  depth: number,
): Confirmed | undefined {
  if (conditions.kind !== 'Where') return undefined;
  const nested: Obligation[] = [];
  for (const ty of conditions.tys) {
    const normalized = normalize(infcx, ty, nested, depth);
    const args = mkArgs([normalized, ...trait.args.list.slice(1)]);
    nested.push({ predicate: { kind: 'Trait', trait: { def: trait.def, args } }, depth });
  }
  return { source: builtin, nested };
}

function confirmImpl(infcx: InferCtxt, trait: TraitRef, impl: DefId, depth: number): Confirmed | undefined {
  const { db } = infcx;
  const header = implTraitRef(db, impl);
  if (!header) return undefined;
  const fresh = infcx.freshArgsFor(impl);
  const nested: Obligation[] = [];
  const args = normalizeArgs(infcx, substituteArgs(header.args, fresh), nested, depth);
  if (!infcx.unifyArgs(args, trait.args)) return undefined;
  // The header's unification has bound most of the parameters; resolved obligations are cheaper to talk about.
  const bound = infcx.resolveArgs(fresh);
  for (const o of infcx.instantiateBounds(predicatesOf(db, impl), bound, depth)) {
    nested.push({ predicate: normalizePredicate(infcx, o.predicate, nested, depth), depth });
  }
  return { source: { kind: 'Impl', def: impl, args: fresh }, nested };
}

// Unsize ----------------------------------------------------------------------------------------------------------

function confirmUnsize(
  infcx: InferCtxt,
  trait: TraitRef,
  source: Ty,
  rule: UnsizeRule,
  depth: number,
): Confirmed | undefined {
  const target = infcx.shallowResolve(tyArg(trait.args, 1));
  switch (rule) {
    case 'Array':
      if (source.kind !== 'Array' || target.kind !== 'Slice') return undefined;
      return infcx.unify(source.elem, target.elem) ? { source: builtin, nested: [] } : undefined;
    case 'ToDyn':
      return confirmToDyn(infcx, source, target, depth);
    case 'DynToDyn':
    case 'Upcast':
      return confirmDynToDyn(infcx, source, target, depth);
    case 'Struct':
      return confirmStructUnsize(infcx, trait, source, target, depth);
  }
}

function confirmToDyn(infcx: InferCtxt, source: Ty, target: Ty, depth: number): Confirmed | undefined {
  if (target.kind !== 'Dynamic') return undefined;
  const { db } = infcx;
  const nested: Obligation[] = [];
  const add = (def: DefId, rest: readonly GenericArg[]): void => {
    nested.push({
      predicate: { kind: 'Trait', trait: { def, args: mkArgs([source, ...rest]) } },
      depth,
    });
  };
  if (target.principal) {
    add(target.principal.def, eraseBinderInArgs(target.principal.args).list);
    for (const p of target.projections) {
      nested.push({
        predicate: {
          kind: 'Projection',
          def: p.def,
          args: mkArgs([source, ...eraseBinderInArgs(p.args).list]),
          term: eraseBinder(p.ty),
        },
        depth,
      });
    }
  }
  for (const auto of target.autoTraits) add(auto, []);
  const principal = target.principal?.def ?? target.autoTraits[0];
  const sized = principal === undefined ? undefined : langItem(db, defCrate(principal), 'sized');
  if (sized !== undefined) add(sized, []);
  return { source: builtin, nested };
}

function confirmDynToDyn(infcx: InferCtxt, source: Ty, target: Ty, depth: number): Confirmed | undefined {
  if (source.kind !== 'Dynamic' || target.kind !== 'Dynamic') return undefined;
  if (!target.principal) return { source: builtin, nested: [] };
  const sameTrait = source.principal?.def === target.principal.def;
  const upcast = objectTraits(infcx.db, source).find((t) => t.def === target.principal!.def);
  if (!upcast) return undefined;
  const nested: Obligation[] = [];
  const found = normalizeArgsButSelf(infcx, upcast, nested, depth);
  const wanted = mkArgs([source, ...eraseBinderInArgs(target.principal.args).list]);
  if (!infcx.unifyArgs(found.args, wanted)) return undefined;
  for (const p of target.projections) {
    nested.push({
      predicate: {
        kind: 'Projection',
        def: p.def,
        args: mkArgs([source, ...eraseBinderInArgs(p.args).list]),
        term: eraseBinder(p.ty),
      },
      depth,
    });
  }
  if (sameTrait) {
    const same = mkDynamic(
      source.principal,
      target.autoTraits,
      source.projections,
      source.boundRegions,
      target.region,
    );
    return infcx.unify(same, target) ? { source: builtin, nested } : undefined;
  }
  return { source: { kind: 'TraitUpcasting', target: { def: upcast.def, args: wanted } }, nested };
}

/** `Struct<…, T, …>: Unsize<Struct<…, U, …>>` if the last field alone mentions `T`, and its type unsizes. */
function confirmStructUnsize(
  infcx: InferCtxt,
  trait: TraitRef,
  source: Ty,
  target: Ty,
  depth: number,
): Confirmed | undefined {
  if (source.kind !== 'Adt' || target.kind !== 'Adt') return undefined;
  const fields = fieldTys(infcx.db, source.def);
  const tail = fields[fields.length - 1];
  if (!tail) return undefined;
  const unsizing = paramsIn(tail);
  for (const field of fields.slice(0, -1)) for (const i of paramsIn(field)) unsizing.delete(i);
  if (unsizing.size === 0) return undefined;
  const mixed = mkAdt(
    source.def,
    mkArgs(source.args.list.map((arg, i) => (unsizing.has(i) ? (target.args.list[i] ?? arg) : arg))),
  );
  if (!infcx.unify(mixed, target)) return undefined;
  const nested: Obligation[] = [];
  const from = normalize(infcx, substitute(tail, source.args), nested, depth);
  const to = normalize(infcx, substitute(tail, target.args), nested, depth);
  nested.push({ predicate: { kind: 'Trait', trait: { def: trait.def, args: mkArgs([from, to]) } }, depth });
  return { source: builtin, nested };
}

function paramsIn(ty: Ty): Set<number> {
  const found = new Set<number>();
  anyPart(ty, TypeFlag.HasParam, (part) => {
    if (isConst(part)) {
      if (part.kind === 'ConstParam') found.add(part.index);
    } else if (part.kind === 'Param') found.add(part.index);
    return false;
  });
  return found;
}
