/**
 * Code lenses: above each generic function, method and impl the number of its copies, and which generic parameters
 * its code does not depend on. Functions that are not generic have one copy and need no lens.
 *
 * Counting is cheap, as copies are indexed by definition. Finding the places that cause them reads the bodies that
 * use them, so that is left until a lens comes into view (`lensCauses`).
 */

import { body } from '../hir/body/lower.ts';
import { assocItems } from '../hir/defMap/assocItems.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { type CrateId, type DefId, defKind, type FileId } from '../hir/defs.ts';
import { type FileRange, nameRange } from '../hir/fileRange.ts';
import { unusedParamNames } from '../mono/polymorphize.ts';
import type { Database } from '../query/database.ts';
import { genericsOf, paramCount, requiresMonomorphization } from '../ty/generics.ts';
import { isRegion } from '../ty/intern.ts';
import { defsOfFile } from './fileDefs.ts';
import { causePlaces, firstCause } from './places.ts';
import { copiesOf, type Program } from './program.ts';
import { isLowerBound } from './unresolved.ts';

export interface CodeLensConfig {
  readonly instantiations: boolean;
  readonly unusedParameters: boolean;
  readonly neverInstantiated: boolean;
  /** Counts below this are not shown. */
  readonly minimumCount: number;
}

export interface Lens {
  readonly kind: 'instantiations' | 'unusedParameters';
  readonly def: DefId;
  readonly range: FileRange;
  readonly title: string;
}

/** The lenses of a file as a part of one crate. */
export function codeLenses(program: Program, krate: CrateId, file: FileId, config: CodeLensConfig): Lens[] {
  const { db } = program;
  const lenses: Lens[] = [];
  for (const def of defsOfFile(db, krate, file)) {
    const kind = defKind(def);
    if ((kind !== 'Fn' && kind !== 'Impl') || !requiresMonomorphization(db, def)) continue;
    const range = nameRange(db, def);
    if (!range || range.file !== file) continue;
    const add = (lens: Lens['kind'], title: string | undefined) => {
      if (title !== undefined) lenses.push({ kind: lens, def, range, title });
    };
    if (kind === 'Impl') {
      if (config.instantiations) add('instantiations', implTitle(program, def, config));
      continue;
    }
    if (!hasCode(db, def)) continue;
    if (config.instantiations) add('instantiations', countTitle(program, def, config));
    if (config.unusedParameters) {
      add('unusedParameters', unusedTitle(db, def));
      add('unusedParameters', closuresTitle(db, def));
    }
  }
  return lenses.sort((a, b) => a.range.start - b.range.start);
}

export function hasCode(db: Database, def: DefId): boolean {
  const item = itemOf(db, def);
  return item?.kind === 'Fn' && item.hasBody && !item.isForeign;
}

export function instantiations(count: number, isLowerBound: boolean): string {
  if (count === 0 && !isLowerBound) return 'never instantiated';
  return `${count}${isLowerBound ? '+' : ''} ${count === 1 && !isLowerBound ? 'instantiation' : 'instantiations'}`;
}

function countTitle(program: Program, def: DefId, config: CodeLensConfig): string | undefined {
  const count = copiesOf(program, def).length;
  // Before anything is known there is nothing to say.
  if (count === 0 && program.survey) return undefined;
  const mayBeMore = isLowerBound(program, def);
  if (count < config.minimumCount || (count === 0 && !mayBeMore && !config.neverInstantiated))
    return undefined;
  return instantiations(count, mayBeMore);
}

/** An impl has as many instantiations as there are sets of its own arguments among its methods' copies. */
function implTitle(program: Program, impl: DefId, config: CodeLensConfig): string | undefined {
  const { db } = program;
  const length = paramCount(genericsOf(db, impl));
  const sets = new Set<string>();
  let methods = 0;
  let copies = 0;
  let mayBeMore = false;
  for (const { def } of assocItems(db, impl)) {
    if (!hasCode(db, def)) continue;
    methods++;
    mayBeMore ||= isLowerBound(program, def);
    for (const { item } of copiesOf(program, def)) {
      if (item.kind !== 'Fn') continue;
      copies++;
      const own = item.instance.args.list.slice(0, length).filter((arg) => !isRegion(arg));
      sets.add(own.map((arg) => arg.id).join());
    }
  }
  if (methods === 0 || sets.size < config.minimumCount) return undefined;
  if (sets.size === 0 && (program.survey || (!mayBeMore && !config.neverInstantiated))) return undefined;
  const title = instantiations(sets.size, mayBeMore);
  return copies > sets.size ? `${title}, ${copies} copies of methods` : title;
}

function unusedTitle(db: Database, def: DefId): string | undefined {
  const unused = unusedParamNames(db, def);
  return unused.length === 0 ? undefined : `${params(unused)} unused, shared copy`;
}

/** What only closures leave unused: a closure inherits every parameter of the functions around it. */
function closuresTitle(db: Database, def: DefId): string | undefined {
  const own = new Set(unusedParamNames(db, def));
  const names = new Set<string>();
  let closures = 0;
  for (const closure of body(db, def)?.closures.keys() ?? []) {
    if (defKind(closure) !== 'Closure') continue;
    const unused = unusedParamNames(db, closure).filter((name) => !own.has(name));
    if (unused.length === 0) continue;
    closures++;
    for (const name of unused) names.add(name);
  }
  if (closures === 0) return undefined;
  const where = closures === 1 ? 'a closure' : `${closures} closures`;
  return `${params([...names])} unused in ${where}, shared ${closures === 1 ? 'copy' : 'copies'}`;
}

function params(names: readonly string[]): string {
  return `${names.length === 1 ? 'param' : 'params'} ${names.join(', ')}`;
}

/** The places to peek at: the first cause of each copy, or, where there is one copy, all places that use it. */
export function lensCauses(program: Program, def: DefId): FileRange[] {
  const { db } = program;
  if (program.survey) return [];
  const defs = defKind(def) === 'Impl' ? assocItems(db, def).map((assoc) => assoc.def) : [def];
  const copies = defs.flatMap((method) => copiesOf(program, method));
  if (copies.length === 1) return causePlaces(db, copies[0]!);
  const places = new Map<string, FileRange>();
  for (const { config, item } of copies) {
    const place = firstCause(db, config, item);
    if (place) places.set(`${place.file}:${place.start}:${place.end}`, place);
  }
  return [...places.values()];
}
