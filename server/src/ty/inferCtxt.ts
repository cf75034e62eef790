/**
 * Inference variables and unification.
 *
 * A variable is unresolved, or bound to a type (possibly another variable: then the chain is followed to its root).
 * Every binding is logged, so that a `probe` can try something and take it back; variables made inside a snapshot
 * are forgotten with it. After rustc's `InferCtxt`, without regions: all regions are equal here.
 *
 * `Unknown` unifies with everything and binds no type variable, so that one thing we do not understand does not
 * spread to everything it touches; an integer or float variable that meets it becomes unknown, as a default chosen
 * for it might be wrong.
 */
import type { CrateId, DefId } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import {
  foldArg,
  foldArgs,
  foldConst,
  foldPredicate,
  foldTy,
  instantiateErased,
  substitutePredicate,
  superFoldConst,
  superFoldTy,
  type TypeFolder,
} from './fold.ts';
import { genericsOf, paramAt, paramCount } from './generics.ts';
import {
  constUnknown,
  erasedRegion,
  isConst,
  isRegion,
  isTy,
  mkArgs,
  mkConstInfer,
  mkInfer,
  unknownTy,
} from './intern.ts';
import type { LocalClosures, Obligation, ParamEnv } from './obligation.ts';
import {
  type Const,
  type FnSig,
  type GenericArg,
  type GenericArgs,
  type Predicate,
  type Ty,
  TypeFlag,
} from './types.ts';

export interface Snapshot {
  readonly log: number;
  readonly tys: number;
  readonly ints: number;
  readonly floats: number;
  readonly consts: number;
}

/** What an unresolved type variable falls back to. */
export type VarOrigin = 'normal' | 'diverging';

const kindBits = { Ty: 0, Int: 1, Float: 2, Const: 3 } as const;

export class InferCtxt {
  readonly db: Database;
  readonly paramEnv: ParamEnv;
  /** Set by the inference of a body that has closures. */
  localClosures: LocalClosures | undefined;
  /**
   * Opaque types that this body defines, with the variable that stands for the hidden type. Normalization puts the
   * variable in the place of the opaque type.
   */
  readonly definingOpaques = new Map<DefId, Ty>();
  /** Normalization sees through opaque types and specializable associated types, as after type checking. */
  readonly revealAll: boolean;
  /** The crate whose code is inferred; undefined where there are no variables for impls to be chosen by. */
  readonly krate: CrateId | undefined;

  /** Binding of each variable, by kind. */
  readonly #tys: (Ty | undefined)[] = [];
  readonly #ints: (Ty | undefined)[] = [];
  readonly #floats: (Ty | undefined)[] = [];
  readonly #consts: (Const | undefined)[] = [];
  readonly #origins: VarOrigin[] = [];
  /** Bound variables in order: index · 4 + kind. */
  readonly #log: number[] = [];
  readonly #resolver: TypeFolder;

  constructor(
    db: Database,
    paramEnv: ParamEnv,
    options: { readonly revealAll?: boolean; readonly krate?: CrateId | undefined } = {},
  ) {
    this.db = db;
    this.paramEnv = paramEnv;
    this.revealAll = options.revealAll ?? false;
    this.krate = options.krate;
    this.#resolver = {
      flags: TypeFlag.HasInfer,
      ty: (ty, depth) => {
        if (ty.kind !== 'Infer') return superFoldTy(ty, this.#resolver, depth);
        const resolved = this.shallowResolve(ty);
        return resolved.kind === 'Infer' ? resolved : foldTy(resolved, this.#resolver, depth);
      },
      konst: (value, depth) => {
        if (value.kind !== 'ConstInfer') return superFoldConst(value, this.#resolver, depth);
        const resolved = this.shallowResolveConst(value);
        return resolved.kind === 'ConstInfer' ? resolved : foldConst(resolved, this.#resolver, depth);
      },
    };
  }

  // Variables -----------------------------------------------------------------------------------------------------

  nextTyVar(origin: VarOrigin = 'normal'): Ty {
    this.#origins[this.#tys.length] = origin;
    this.#tys.push(undefined);
    return mkInfer('Ty', this.#tys.length - 1);
  }

  nextIntVar(): Ty {
    this.#ints.push(undefined);
    return mkInfer('Int', this.#ints.length - 1);
  }

  nextFloatVar(): Ty {
    this.#floats.push(undefined);
    return mkInfer('Float', this.#floats.length - 1);
  }

  nextConstVar(): Const {
    this.#consts.push(undefined);
    return mkConstInfer(this.#consts.length - 1);
  }

  get tyVarCount(): number {
    return this.#tys.length;
  }

  get intVarCount(): number {
    return this.#ints.length;
  }

  get floatVarCount(): number {
    return this.#floats.length;
  }

  /** Whether this unresolved variable came from an expression that never returns. */
  isDiverging(ty: Ty): boolean {
    return (
      ty.kind === 'Infer' && ty.variable.kind === 'Ty' && this.#origins[ty.variable.index] === 'diverging'
    );
  }

  /** Changes whenever a variable is bound (or a binding taken back). */
  get bindingCount(): number {
    return this.#log.length;
  }

  // Snapshots -----------------------------------------------------------------------------------------------------

  snapshot(): Snapshot {
    return {
      log: this.#log.length,
      tys: this.#tys.length,
      ints: this.#ints.length,
      floats: this.#floats.length,
      consts: this.#consts.length,
    };
  }

  rollback(to: Snapshot): void {
    const log = this.#log;
    while (log.length > to.log) {
      const entry = log.pop()!;
      const index = entry >> 2;
      switch (entry & 3) {
        case kindBits.Ty:
          this.#tys[index] = undefined;
          break;
        case kindBits.Int:
          this.#ints[index] = undefined;
          break;
        case kindBits.Float:
          this.#floats[index] = undefined;
          break;
        default:
          this.#consts[index] = undefined;
      }
    }
    this.#tys.length = to.tys;
    this.#ints.length = to.ints;
    this.#floats.length = to.floats;
    this.#consts.length = to.consts;
  }

  /** Runs `attempt` and takes everything it bound back. */
  probe<T>(attempt: () => T): T {
    const before = this.snapshot();
    try {
      return attempt();
    } finally {
      this.rollback(before);
    }
  }

  /** Runs `attempt` and keeps what it bound only if it answers true (or anything but false and undefined). */
  commitIfOk<T>(attempt: () => T): T {
    const before = this.snapshot();
    const result = attempt();
    if (result === false || result === undefined) this.rollback(before);
    return result;
  }

  // Resolving -----------------------------------------------------------------------------------------------------

  /** The type that a variable is bound to, or the root variable; any other type as it is. */
  shallowResolve(ty: Ty): Ty {
    let at = ty;
    while (at.kind === 'Infer') {
      const { kind, index } = at.variable;
      const table = kind === 'Ty' ? this.#tys : kind === 'Int' ? this.#ints : this.#floats;
      const next = table[index];
      if (next === undefined) return at;
      at = next;
    }
    return at;
  }

  shallowResolveConst(value: Const): Const {
    let at = value;
    while (at.kind === 'ConstInfer') {
      const next = this.#consts[at.index];
      if (next === undefined) return at;
      at = next;
    }
    return at;
  }

  /** The type with every bound variable replaced, all the way down. */
  resolveVars(ty: Ty): Ty {
    return foldTy(ty, this.#resolver);
  }

  resolveConst(value: Const): Const {
    return foldConst(value, this.#resolver);
  }

  resolveArg(arg: GenericArg): GenericArg {
    return foldArg(arg, this.#resolver);
  }

  resolveArgs(args: GenericArgs): GenericArgs {
    return foldArgs(args, this.#resolver);
  }

  resolvePredicate(predicate: Predicate): Predicate {
    return foldPredicate(predicate, this.#resolver);
  }

  /** Whether both are unresolved type variables that stand for the same thing, or equal types. */
  isSame(a: Ty, b: Ty): boolean {
    return this.resolveVars(a) === this.resolveVars(b);
  }

  // Unification ---------------------------------------------------------------------------------------------------

  /** Makes two types equal; on failure nothing is bound. */
  unify(a: Ty, b: Ty): boolean {
    if (a === b) return true;
    const before = this.snapshot();
    if (this.#relate(a, b)) return true;
    this.rollback(before);
    return false;
  }

  unifyArgs(a: GenericArgs, b: GenericArgs): boolean {
    if (a === b) return true;
    const before = this.snapshot();
    if (this.#relateArgs(a, b)) return true;
    this.rollback(before);
    return false;
  }

  unifyConsts(a: Const, b: Const): boolean {
    if (a === b) return true;
    const before = this.snapshot();
    if (this.#relateConst(a, b)) return true;
    this.rollback(before);
    return false;
  }

  unifyTerms(a: Ty | Const, b: Ty | Const): boolean {
    if (isConst(a)) return isConst(b) ? this.unifyConsts(a, b) : b.kind === 'Unknown';
    return isConst(b) ? a.kind === 'Unknown' : this.unify(a, b);
  }

  unifySigs(a: FnSig, b: FnSig): boolean {
    const before = this.snapshot();
    if (this.#relateSig(a, b)) return true;
    this.rollback(before);
    return false;
  }

  /** Whether the two could be made equal. Binds nothing. */
  canUnify(a: Ty, b: Ty): boolean {
    return a === b || this.probe(() => this.#relate(a, b));
  }

  #relate(a0: Ty, b0: Ty): boolean {
    if (a0 === b0) return true;
    const a = this.shallowResolve(a0);
    const b = this.shallowResolve(b0);
    if (a === b) return true;
    if (a.kind === 'Infer') return this.#bindTyVar(a, b);
    if (b.kind === 'Infer') return this.#bindTyVar(b, a);
    if (a.kind === 'Unknown' || b.kind === 'Unknown') return true;
    switch (a.kind) {
      case 'Adt':
      case 'FnDef':
      case 'Closure':
      case 'Coroutine':
      case 'Projection':
      case 'Opaque':
        return b.kind === a.kind && a.def === b.def && this.#relateArgs(a.args, b.args);
      case 'Ref':
        return b.kind === 'Ref' && a.mutable === b.mutable && this.#relate(a.inner, b.inner);
      case 'RawPtr':
        return b.kind === 'RawPtr' && a.mutable === b.mutable && this.#relate(a.inner, b.inner);
      case 'Array':
        return b.kind === 'Array' && this.#relate(a.elem, b.elem) && this.#relateConst(a.len, b.len);
      case 'Slice':
        return b.kind === 'Slice' && this.#relate(a.elem, b.elem);
      case 'Tuple':
        return (
          b.kind === 'Tuple' &&
          a.elems.length === b.elems.length &&
          a.elems.every((e, i) => this.#relate(e, b.elems[i]!))
        );
      case 'FnPtr':
        return b.kind === 'FnPtr' && this.#relateSig(a.sig, b.sig);
      case 'Dynamic':
        return (
          b.kind === 'Dynamic' &&
          a.principal?.def === b.principal?.def &&
          a.autoTraits.length === b.autoTraits.length &&
          a.autoTraits.every((t, i) => t === b.autoTraits[i]) &&
          (!a.principal || this.#relateArgs(a.principal.args, b.principal!.args)) &&
          a.projections.length === b.projections.length &&
          a.projections.every((p, i) => {
            const q = b.projections[i]!;
            return p.def === q.def && this.#relateArgs(p.args, q.args) && this.#relate(p.ty, q.ty);
          })
        );
      default:
        return false; // equal ones were the same object
    }
  }

  #relateSig(a: FnSig, b: FnSig): boolean {
    return (
      a.inputs.length === b.inputs.length &&
      a.isUnsafe === b.isUnsafe &&
      a.isVarargs === b.isVarargs &&
      a.abi === b.abi &&
      a.inputs.every((t, i) => this.#relate(t, b.inputs[i]!)) &&
      this.#relate(a.output, b.output)
    );
  }

  #relateArgs(a: GenericArgs, b: GenericArgs): boolean {
    if (a === b) return true;
    if (a.list.length !== b.list.length) return false;
    for (let i = 0; i < a.list.length; i++) if (!this.#relateArg(a.list[i]!, b.list[i]!)) return false;
    return true;
  }

  #relateArg(a: GenericArg, b: GenericArg): boolean {
    if (a === b || (isRegion(a) && isRegion(b))) return true;
    if (isConst(a)) return isConst(b) ? this.#relateConst(a, b) : b.kind === 'Unknown';
    if (isConst(b)) return a.kind === 'Unknown';
    return isTy(a) && isTy(b) && this.#relate(a, b);
  }

  #relateConst(a0: Const, b0: Const): boolean {
    const a = this.shallowResolveConst(a0);
    const b = this.shallowResolveConst(b0);
    if (a === b || a.kind === 'ConstUnknown' || b.kind === 'ConstUnknown') return true;
    if (a.kind === 'ConstInfer') return this.#bindConstVar(a.index, b);
    if (b.kind === 'ConstInfer') return this.#bindConstVar(b.index, a);
    // Values that differ in type only came out of code with a type error, or of `_` in a const argument.
    if (a.kind === 'Value' && b.kind === 'Value') return a.value === b.value;
    // Whether two expressions have one value is only known once they are evaluated. rustc registers an obligation;
    // we go on, since code that compiles has equal ones here.
    return a.kind === 'Unevaluated' || b.kind === 'Unevaluated';
  }

  #bindTyVar(variable: Ty & { readonly kind: 'Infer' }, to: Ty): boolean {
    const { kind, index } = variable.variable;
    if (to.kind === 'Infer') {
      const other = to.variable;
      // General variables give way to special ones; of two alike, the younger to the older.
      if (kind === 'Ty' && (other.kind !== 'Ty' || other.index < index)) return this.#bind('Ty', index, to);
      if (other.kind === 'Ty') {
        return this.#bind('Ty', other.index, variable);
      }
      if (kind !== other.kind) return false;
      return other.index < index
        ? this.#bind(kind, index, to)
        : this.#bind(other.kind, other.index, variable);
    }
    if (kind === 'Int') {
      if (to.kind === 'Int' || to.kind === 'Uint' || to.kind === 'Unknown')
        return this.#bind('Int', index, to);
      return false;
    }
    if (kind === 'Float') {
      if (to.kind === 'Float' || to.kind === 'Unknown') return this.#bind('Float', index, to);
      return false;
    }
    if (to.kind === 'Unknown') return true;
    if (this.#occurs(index, to)) return false;
    return this.#bind('Ty', index, to);
  }

  #bind(kind: 'Ty' | 'Int' | 'Float', index: number, to: Ty): true {
    if (kind === 'Ty') {
      // A variable that is one with a diverging variable still falls back as any other: rustc decides by the graph
      // of coercions, which the body's inference keeps.
      this.#tys[index] = to;
    } else if (kind === 'Int') this.#ints[index] = to;
    else this.#floats[index] = to;
    this.#log.push(index * 4 + kindBits[kind]);
    return true;
  }

  #bindConstVar(index: number, to: Const): boolean {
    if (to.kind === 'ConstInfer' && to.index === index) return true;
    if (to.kind === 'Unevaluated' && this.#occursInArgs(-1, to.args, index)) return false;
    this.#consts[index] = to;
    this.#log.push(index * 4 + kindBits.Const);
    return true;
  }

  /** Whether the root variable `index` occurs in a type: binding it to that would make an infinite type. */
  #occurs(index: number, ty0: Ty, constIndex = -1): boolean {
    if ((ty0.flags & TypeFlag.HasInfer) === 0) return false;
    const ty = this.shallowResolve(ty0);
    switch (ty.kind) {
      case 'Infer':
        return ty.variable.kind === 'Ty' && ty.variable.index === index;
      case 'Adt':
      case 'FnDef':
      case 'Closure':
      case 'Coroutine':
      case 'Projection':
      case 'Opaque':
        return this.#occursInArgs(index, ty.args, constIndex);
      case 'Ref':
      case 'RawPtr':
        return this.#occurs(index, ty.inner, constIndex);
      case 'Slice':
        return this.#occurs(index, ty.elem, constIndex);
      case 'Array':
        return this.#occurs(index, ty.elem, constIndex) || this.#occursInConst(index, ty.len, constIndex);
      case 'Tuple':
        return ty.elems.some((e) => this.#occurs(index, e, constIndex));
      case 'FnPtr':
        return (
          ty.sig.inputs.some((e) => this.#occurs(index, e, constIndex)) ||
          this.#occurs(index, ty.sig.output, constIndex)
        );
      case 'Dynamic':
        return (
          (ty.principal !== undefined && this.#occursInArgs(index, ty.principal.args, constIndex)) ||
          ty.projections.some(
            (p) => this.#occursInArgs(index, p.args, constIndex) || this.#occurs(index, p.ty, constIndex),
          )
        );
      default:
        return false;
    }
  }

  #occursInArgs(index: number, args: GenericArgs, constIndex: number): boolean {
    if ((args.flags & TypeFlag.HasInfer) === 0) return false;
    return args.list.some((arg) => {
      if (isRegion(arg)) return false;
      return isConst(arg)
        ? this.#occursInConst(index, arg, constIndex)
        : this.#occurs(index, arg, constIndex);
    });
  }

  #occursInConst(index: number, value0: Const, constIndex: number): boolean {
    const value = this.shallowResolveConst(value0);
    if (value.kind === 'ConstInfer') return value.index === constIndex;
    return value.kind === 'Unevaluated' && this.#occursInArgs(index, value.args, constIndex);
  }

  // Instantiation -------------------------------------------------------------------------------------------------

  /** A fresh variable of the kind that a generic parameter needs. */
  freshArg(kind: 'Lifetime' | 'Type' | 'Const'): GenericArg {
    return kind === 'Lifetime' ? erasedRegion : kind === 'Type' ? this.nextTyVar() : this.nextConstVar();
  }

  /**
   * Arguments for a definition: those of `prefix` first (say, the trait's or the impl's, when they are known), fresh
   * variables for the rest.
   */
  freshArgsFor(def: DefId, prefix: readonly GenericArg[] = []): GenericArgs {
    const generics = genericsOf(this.db, def);
    const count = paramCount(generics);
    const list: GenericArg[] = prefix.slice(0, count);
    for (let i = list.length; i < count; i++) {
      list.push(this.freshArg(paramAt(this.db, generics, i)?.kind ?? 'Type'));
    }
    return mkArgs(list);
  }

  /** The predicates with their parameters replaced, as obligations. Their types are not normalized yet. */
  instantiateBounds(predicates: readonly Predicate[], args: GenericArgs, depth = 0): Obligation[] {
    return predicates.map((p) => ({ predicate: substitutePredicate(p, args), depth }));
  }

  /** A signature as a call site sees it: late-bound regions erased. */
  instantiateSig(sig: FnSig): FnSig {
    return instantiateErased(sig);
  }

  /** Resolves what is known; whatever variable is left becomes unknown. */
  fullyResolve(ty: Ty): Ty {
    return foldTy(this.resolveVars(ty), varsToUnknown);
  }

  fullyResolveArgs(args: GenericArgs): GenericArgs {
    return foldArgs(this.resolveArgs(args), varsToUnknown);
  }
}

const varsToUnknown: TypeFolder = {
  flags: TypeFlag.HasInfer,
  ty: (ty, depth) => (ty.kind === 'Infer' ? unknownTy : superFoldTy(ty, varsToUnknown, depth)),
  konst: (value, depth) =>
    value.kind === 'ConstInfer' ? constUnknown : superFoldConst(value, varsToUnknown, depth),
};
