/**
 * Which definitions of a library other crates can reach: by name, through the types in public signatures, or through
 * code that is compiled anew in the other crate (generic and inlinable functions). What is reachable and not generic
 * is a root of collection. After rustc's `rustc_passes::reachable` and `rustc_privacy`.
 *
 * What is reached through code is reached last: most of a library is public, and only bodies that may mention what is
 * not are inferred for the search (`mentions.ts`). Of a dependency it is asked later still, and of fewer functions
 * (`lateRoots` of `roots.ts`).
 */
import { codegenFnAttrs } from '../hir/codegenAttrs.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { assocContainer, type CrateId, type DefId, defCrate, defKind, defParent } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { crossCrateInlinable } from '../mir/inline/crossCrateInline.ts';
import type { MirBody, Operand } from '../mir/mir.ts';
import { mirBody } from '../mir/mirBody.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { anyPart } from '../ty/fold.ts';
import { requiresMonomorphization } from '../ty/generics.ts';
import { hiddenType } from '../ty/project.ts';
import { fnSig, implTraitRef } from '../ty/signatures.ts';
import type { Ty } from '../ty/types.ts';
import { effectivelyPublic } from './effectiveVisibility.ts';
import type { MonoItem } from './instance.ts';
import { localItems } from './localItems.ts';
import { Mentions, mayHaveClosures } from './mentions.ts';
import { constUses, staticUses } from './uses.ts';

/** Generic, inlinable, or evaluated in constants. */
function mightBeInlined(db: Database, def: DefId): boolean {
  const item = itemOf(db, def);
  return (
    (item?.kind === 'Fn' && item.isConst) || requiresMonomorphization(db, def) || crossCrateInlinable(db, def)
  );
}

/** What is reachable by name or through types, and the bodies that others compile, none of them looked at. */
interface ReachableByName {
  readonly reached: ReadonlySet<DefId>;
  readonly bodies: readonly DefId[];
}

const reachableByName = defineQuery<CrateId, ReachableByName>('reachableByName', (db, krate) =>
  new Reachability(db, krate).byName(),
);

/**
 * What is reachable from outside the crate: items, and those closures that others get hold of. What code only passes on
 * the way to something else, functions that are inlined for instance, may be missing.
 */
const reachableSet = defineQuery<CrateId, ReadonlySet<DefId>>('reachableSet', (db, krate) =>
  new Reachability(db, krate, reachableByName(db, krate)).throughCode((def) => isTarget(db, def)),
);

export function isReachableByName(db: Database, def: DefId): boolean {
  return reachableByName(db, defCrate(def)).reached.has(def);
}

/** Of functions that are asked for and not reachable by name, those that others reach through code. */
export function reachableThroughCode(
  db: Database,
  krate: CrateId,
  isAskedFor: (def: DefId) => boolean,
): DefId[] {
  const known = reachableByName(db, krate);
  const reached = new Reachability(db, krate, known).throughCode(isAskedFor);
  return [...reached].filter((def) => !known.reached.has(def) && isAskedFor(def));
}

/** Whether others can reach an item, or get hold of a closure or compile the code around it. */
export function isReachable(db: Database, def: DefId): boolean {
  const reached = reachableSet(db, defCrate(def));
  let at = def;
  while (defKind(at) === 'Closure' && !reached.has(at)) at = defParent(at)!;
  return reached.has(at) && (at === def || defKind(at) === 'Closure' || isCompiledElsewhere(db, at));
}

/** Whether other crates look at a reachable definition's body. */
function isCompiledElsewhere(db: Database, def: DefId): boolean {
  if (defKind(def) !== 'Fn') return true;
  const container = assocContainer(def);
  const isProvided = container !== undefined && defKind(container) === 'Trait';
  return isProvided || mightBeInlined(db, def);
}

class Reachability {
  readonly #db: Database;
  readonly #krate: CrateId;
  readonly #reached: Set<DefId>;
  readonly #opaques = new Set<DefId>();
  /** Bodies that others compile, not yet looked at. */
  #bodies: DefId[];

  constructor(db: Database, krate: CrateId, known?: ReachableByName) {
    this.#db = db;
    this.#krate = krate;
    this.#reached = new Set(known?.reached);
    this.#bodies = [...(known?.bodies ?? [])];
  }

  byName(): ReachableByName {
    for (const def of effectivelyPublic(this.#db, this.#krate)) this.#reach(def);
    // Trait impls have no visibility of their own: their items, and what the trait provides, can always be called.
    for (const def of localItems(this.#db, this.#krate)) {
      const item = itemOf(this.#db, def);
      if (item?.kind === 'Impl' && item.traitPath !== undefined) {
        for (const assoc of assocItems(this.#db, def)) this.#reach(assoc.def);
        const trait = implTraitRef(this.#db, def)?.def;
        if (trait !== undefined) this.#provided(trait);
      } else {
        const { isExternIndicator, isUsed } = codegenFnAttrs(this.#db, def);
        if (isExternIndicator || isUsed) this.#reach(def);
      }
    }
    return { reached: this.#reached, bodies: this.#bodies };
  }

  #provided(trait: DefId): void {
    if (defCrate(trait) !== this.#krate) return;
    for (const { def } of assocItems(this.#db, trait)) {
      const item = itemOf(this.#db, def);
      if (item?.kind === 'Fn' && item.hasBody) this.#reach(def);
    }
  }

  /** To be asked after what is reachable by name; finds the targets among the rest, and what is on the way to them. */
  throughCode(isTarget: (def: DefId) => boolean): ReadonlySet<DefId> {
    const db = this.#db;
    const targets: DefId[] = [];
    const between: DefId[] = [];
    for (const def of localItems(db, this.#krate)) {
      if (this.#reached.has(def)) continue;
      if (isTarget(def)) targets.push(def);
      else if (isBetween(db, def)) between.push(def);
    }
    if (targets.length === 0) return this.#reached;
    const mentions = new Mentions(db, this.#krate, targets, between);
    while (this.#bodies.length > 0) {
      const bodies = this.#bodies;
      this.#bodies = [];
      for (const def of bodies) {
        if (mentions.mayBeIn(def)) this.#lookInto(def);
      }
    }
    return this.#reached;
  }

  /**
   * Of a constant or static, what its value refers to is reachable; the code that computes it is run by the compiler. An
   * associated constant may have as many values as its impl has types: everything that it mentions may be in one.
   */
  #lookInto(def: DefId): void {
    const db = this.#db;
    const kind = defKind(def);
    if (kind === 'Static') this.#items(staticUses(db, def).items);
    else if (kind === 'Const' && assocContainer(def) === undefined) this.#items(constUses(db, def));
    else {
      const body = mirBody(db, def);
      if (body) this.#mir(body);
    }
  }

  #items(items: readonly MonoItem[]): void {
    for (const item of items) {
      if (item.kind === 'Static') this.#reach(item.def);
      if (item.kind !== 'Fn' || item.instance.kind.kind === 'DropGlue') continue;
      this.#reach(item.instance.kind.def);
      for (const arg of item.instance.args.list) {
        anyPart(arg, 0, (part) => {
          if (part.kind === 'Closure') this.#reach(part.def);
          return false;
        });
      }
    }
  }

  #reach(def: DefId): void {
    if (defCrate(def) !== this.#krate || this.#reached.has(def)) return;
    this.#reached.add(def);
    switch (defKind(def)) {
      case 'Const':
      case 'Static':
      case 'Closure':
      case 'InlineConst':
        this.#bodies.push(def);
        break;
      case 'Fn':
        this.#callables(fnSig(this.#db, def).output);
        if (isCompiledElsewhere(this.#db, def)) this.#bodies.push(def);
        break;
    }
  }

  /** Who calls a function may call what is behind its `impl Trait`, and poll the future of an `async fn`. */
  #callables(ty: Ty): void {
    anyPart(ty, 0, (part) => {
      if (part.kind === 'Closure' || part.kind === 'Coroutine' || part.kind === 'FnDef')
        this.#reach(part.def);
      if (part.kind === 'Opaque' && defCrate(part.def) === this.#krate && !this.#opaques.has(part.def)) {
        this.#opaques.add(part.def);
        const hidden = hiddenType(this.#db, part.def);
        if (hidden) this.#callables(hidden);
      }
      return false;
    });
  }

  /** Whatever code that is compiled elsewhere mentions. */
  #mir(body: MirBody): void {
    const operand = (operand: Operand) => {
      if (operand.kind !== 'Constant') return;
      const { ty, constant } = operand;
      if (ty.kind === 'FnDef' || ty.kind === 'Closure') this.#reach(ty.def);
      if (constant.kind === 'Unevaluated' || constant.kind === 'Static') this.#reach(constant.def);
    };
    for (const { statements, terminator } of body.blocks) {
      for (const statement of statements) {
        if (statement.kind !== 'Assign') continue;
        const { rvalue } = statement;
        if ('operand' in rvalue) operand(rvalue.operand);
        if (rvalue.kind === 'ThreadLocalRef') this.#reach(rvalue.def);
        if (rvalue.kind === 'Aggregate') {
          rvalue.operands.forEach(operand);
          const { aggregate } = rvalue;
          if (aggregate.kind === 'Closure' || aggregate.kind === 'Coroutine') this.#reach(aggregate.def);
        }
        if (rvalue.kind === 'BinaryOp') {
          operand(rvalue.lhs);
          operand(rvalue.rhs);
        }
      }
      if (terminator.kind === 'Call') {
        operand(terminator.func);
        terminator.args.forEach(operand);
      }
    }
    for (const promoted of body.promoteds) this.#mir(promoted);
  }
}

/**
 * Whether it matters that a function or static is reachable: it is a root then, or copies of it or of the closures in
 * it are exported.
 */
function isTarget(db: Database, def: DefId): boolean {
  const item = itemOf(db, def);
  switch (item?.kind) {
    case 'Fn':
      return (
        item.hasBody &&
        (requiresMonomorphization(db, def) || !crossCrateInlinable(db, def) || mayHaveClosures(db, def))
      );
    case 'Static':
      return item.hasBody;
    default:
      return false;
  }
}

/** Mentions of others may go through it. */
function isBetween(db: Database, def: DefId): boolean {
  const kind = defKind(def);
  return kind === 'Fn' ? isCompiledElsewhere(db, def) : kind === 'Const' || kind === 'Macro';
}

/** A non-generic function of a library with a symbol that other crates link to. */
export function isReachableNonGeneric(
  db: Database,
  def: DefId,
  isReached: (db: Database, def: DefId) => boolean = isReachable,
): boolean {
  const { crateType } = crateData(db, defCrate(def));
  const attrs = codegenFnAttrs(db, def);
  if (attrs.isExternIndicator) return true;
  if (crateType === 'bin') return false;
  return (
    !requiresMonomorphization(db, def) &&
    isReached(db, def) &&
    (defKind(def) !== 'Fn' || !crossCrateInlinable(db, def))
  );
}
