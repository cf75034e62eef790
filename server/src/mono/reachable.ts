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
import { crateDefMap, moduleData } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { variantData, variants } from '../hir/defMap/variants.ts';
import { assocContainer, type CrateId, type DefId, defCrate, defKind, defParent } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { crossCrateInlinable } from '../mir/inline/crossCrateInline.ts';
import type { MirBody, Operand } from '../mir/mir.ts';
import { mirBody } from '../mir/mirBody.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { anyPart } from '../ty/fold.ts';
import { requiresMonomorphization } from '../ty/generics.ts';
import { hiddenType } from '../ty/project.ts';
import { fieldTys, fnSig, implSelfTy, typeOf } from '../ty/signatures.ts';
import type { GenericArg, Ty } from '../ty/types.ts';
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
  readonly #queue: DefId[] = [];
  /** Bodies that others compile, not yet looked at. */
  #bodies: DefId[];
  readonly #opaques = new Set<DefId>();

  constructor(db: Database, krate: CrateId, known?: ReachableByName) {
    this.#db = db;
    this.#krate = krate;
    this.#reached = new Set(known?.reached);
    this.#bodies = [...(known?.bodies ?? [])];
  }

  byName(): ReachableByName {
    const { root } = crateDefMap(this.#db, this.#krate);
    this.#reach(root);
    // Trait impls have no visibility of their own: their items can always be called through the trait.
    for (const def of localItems(this.#db, this.#krate)) {
      const item = itemOf(this.#db, def);
      if (item?.kind === 'Impl' && item.traitPath !== undefined) {
        for (const assoc of assocItems(this.#db, def)) this.#reach(assoc.def);
      } else {
        const { isExternIndicator, isUsed } = codegenFnAttrs(this.#db, def);
        if (isExternIndicator || isUsed) this.#reach(def);
      }
    }
    this.#expandAll();
    return { reached: this.#reached, bodies: this.#bodies };
  }

  #expandAll(): void {
    for (let def = this.#queue.pop(); def !== undefined; def = this.#queue.pop()) this.#expand(def);
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
      this.#expandAll();
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
        anyPart(arg, ~0, (part) => {
          if (part.kind === 'Closure') this.#reach(part.def);
          return false;
        });
      }
    }
  }

  #reach(def: DefId): void {
    if (defCrate(def) !== this.#krate || this.#reached.has(def)) return;
    this.#reached.add(def);
    this.#queue.push(def);
  }

  #expand(def: DefId): void {
    const db = this.#db;
    switch (defKind(def)) {
      case 'Mod':
        for (const names of moduleData(db, def)?.names.values() ?? []) {
          for (const entry of [names.type, names.value, names.macro]) {
            if (entry?.vis === 'Public' && entry.res.kind === 'Def') this.#reach(entry.res.def);
          }
        }
        break;
      case 'Struct':
      case 'Union':
      case 'Enum':
        this.#type(def);
        break;
      case 'Variant':
        this.#types(fieldTys(db, def));
        break;
      case 'Trait':
        for (const assoc of assocItems(db, def)) this.#reach(assoc.def);
        break;
      case 'TyAlias':
      case 'Const':
      case 'Static':
        this.#ty(typeOf(db, def));
        this.#bodies.push(def);
        break;
      case 'Fn': {
        const sig = fnSig(db, def);
        this.#types(sig.inputs);
        this.#ty(sig.output);
        if (isCompiledElsewhere(db, def)) this.#bodies.push(def);
        break;
      }
      case 'Closure':
      case 'InlineConst':
        this.#bodies.push(def);
        break;
    }
  }

  /** A type that others can get hold of: its public fields and methods. */
  #type(def: DefId): void {
    const db = this.#db;
    if (defKind(def) === 'Enum') {
      for (const variant of variants(db, def)) this.#reach(variant);
    } else {
      const data = variantData(db, def);
      const tys = fieldTys(db, def);
      for (const [i, field] of (data?.fields ?? []).entries()) {
        if (field.visibility.kind === 'Public' && tys[i]) this.#ty(tys[i]);
      }
    }
    for (const impl of inherentImpls(db, this.#krate).get(def) ?? []) {
      for (const assoc of assocItems(db, impl)) {
        if (itemOf(db, assoc.def)?.visibility.kind === 'Public') this.#reach(assoc.def);
      }
    }
  }

  #types(tys: readonly Ty[]): void {
    for (const ty of tys) this.#ty(ty);
  }

  #ty(ty: GenericArg): void {
    anyPart(ty, ~0, (part) => {
      if ('def' in part && part.def !== undefined) this.#reach(part.def);
      if (part.kind === 'Dynamic' && part.principal) this.#reach(part.principal.def);
      // Others may call what an `impl Trait` stands for, and poll the future of an `async fn`.
      if (part.kind === 'Opaque') this.#opaque(part.def);
      return false;
    });
  }

  #opaque(def: DefId): void {
    if (defCrate(def) !== this.#krate || this.#opaques.has(def)) return;
    this.#opaques.add(def);
    const hidden = hiddenType(this.#db, def);
    if (hidden) this.#ty(hidden);
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

/** Inherent impls of a crate by the type they are for. */
const inherentImpls = defineQuery<CrateId, ReadonlyMap<DefId, readonly DefId[]>>(
  'inherentImpls',
  (db, krate) => {
    const result = new Map<DefId, DefId[]>();
    for (const def of localItems(db, krate)) {
      const item = itemOf(db, def);
      if (item?.kind !== 'Impl' || item.traitPath !== undefined) continue;
      const self = implSelfTy(db, def);
      if (self.kind !== 'Adt') continue;
      const list = result.get(self.def);
      if (list) list.push(def);
      else result.set(self.def, [def]);
    }
    return result;
  },
);

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
