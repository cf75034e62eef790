/**
 * Counts that may be too low. A call that could not be resolved may make copies of any function that it could mean:
 * of every function of its name, or, where not even the name is known, of every function that can be seen from there.
 * Such counts are shown as `3+`, and the hover says what was not resolved.
 */
import { assocContainer, type CrateId, type DefId, defCrate, defData, defKind } from '../hir/defs.ts';
import type { FileRange } from '../hir/fileRange.ts';
import { crateGraph } from '../hir/inputs.ts';
import { collect, type UnresolvedInItem } from '../mono/collector.ts';
import type { ConfigId } from '../mono/config.ts';
import { monoItemDef } from '../mono/instance.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { implTraitRef } from '../ty/signatures.ts';
import { usePlace } from './places.ts';
import type { Program } from './program.ts';
import { attributeFollowers } from './unresolvedGroups.ts';

interface UnresolvedUses {
  readonly byName: ReadonlyMap<string, readonly UnresolvedInItem[]>;
  /** Without a name, by the crate in whose code they stand. */
  readonly unnamed: ReadonlyMap<CrateId, readonly UnresolvedInItem[]>;
}

const unresolvedUses = defineQuery<ConfigId, UnresolvedUses>('unresolvedUses', (db, config) => {
  const byName = new Map<string, UnresolvedInItem[]>();
  const unnamed = new Map<CrateId, UnresolvedInItem[]>();
  for (const use of attributeFollowers(collect(db, config).unresolved)) {
    const names = namesOf(use);
    if (!names) push(unnamed, defCrate(monoItemDef(use.item)), use);
    else for (const name of names) push(byName, name, use);
  }
  return { byName, unnamed };
});

/** The names of functions that an unresolved use may be a use of; undefined if it may be any. */
function namesOf({ cause, detail }: UnresolvedInItem): readonly string[] | undefined {
  switch (cause) {
    case 'path':
      return [detail.slice(detail.lastIndexOf(':') + 1).trim()];
    case 'operator':
      return operatorMethods(detail);
    case 'type':
      return detail === 'drop_in_place' ? ['drop'] : detail === '' ? undefined : [detail];
    case 'method':
    case 'bound':
      return [detail];
    case 'call':
      return detail === '' ? undefined : [detail];
    case 'macro':
      // What a macro would have called is anybody's guess.
      return undefined;
    case 'field':
    case 'expression':
      // Not called; what a value in it would be is told where that is used.
      return [];
  }
}

function operatorMethods(operator: string): readonly string[] {
  switch (operator) {
    case '*':
      return ['deref', 'deref_mut'];
    case '[]':
      return ['index', 'index_mut'];
    case 'Eq':
    case 'Ne':
      return ['eq', 'ne'];
    case 'Lt':
    case 'Le':
    case 'Gt':
    case 'Ge':
      return ['lt', 'le', 'gt', 'ge', 'partial_cmp'];
  }
  const name = operator.replace('=', '').toLowerCase();
  return [operator.endsWith('=') ? `${name}_assign` : name];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Whether the function may have more copies than are known. */
export function isLowerBound(program: Program, def: DefId): boolean {
  return program.survey !== undefined || mayConcern(program, def).length > 0;
}

/** The unresolved uses that may be uses of this function. */
export function mayConcern({ db, configs, survey }: Program, def: DefId): readonly UnresolvedInItem[] {
  if (survey) return [];
  const { name, krate } = defData(def);
  const result: UnresolvedInItem[] = [];
  for (const config of configs) {
    const { byName, unnamed } = unresolvedUses(db, config);
    for (const use of byName.get(name) ?? []) {
      // Code that cannot see a function can call it through a trait all the same.
      if (isOfTrait(db, def) || canSee(db, defCrate(monoItemDef(use.item)), krate)) result.push(use);
    }
    for (const [user, uses] of unnamed) if (canSee(db, user, krate)) result.push(...uses);
  }
  return result;
}

/** A method that a trait declares. */
export function isOfTrait(db: Database, def: DefId): boolean {
  const container = assocContainer(def);
  if (container === undefined) return false;
  return defKind(container) === 'Trait' || implTraitRef(db, container) !== undefined;
}

function canSee(db: Database, user: CrateId, krate: CrateId): boolean {
  return user === krate || reachableCrates(db, user).has(krate);
}

const reachableCrates = defineQuery<CrateId, ReadonlySet<CrateId>>('reachableCrates', (db, krate) => {
  const { crates } = crateGraph(db);
  const reached = new Set<CrateId>([krate]);
  for (const at of reached) for (const { crate } of crates[at]?.dependencies ?? []) reached.add(crate);
  return reached;
});

/** Where an unresolved use stands. */
export function unresolvedPlace(db: Database, use: UnresolvedInItem): FileRange | undefined {
  return usePlace(db, use.item, use.source);
}
