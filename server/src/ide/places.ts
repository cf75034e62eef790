/**
 * Where things are in the source: definitions, and the places that cause a copy.
 *
 * A cause is an expression of the body of whoever uses the copy. Often that is code of a library: a closure is called
 * by an iterator's `map`, a `Display::fmt` by the formatting machinery. What a person wants to see then is the place
 * in their own code that set it going, so causes are followed back to the first one in the workspace.
 */
import { closureHeaderRange } from '../hir/body/closureHeader.ts';
import { body, bodySourceMap } from '../hir/body/lower.ts';
import { type DefId, defCrate, defKind, defParent, typeckRoot } from '../hir/defs.ts';
import { defTextRange, type FileRange, nameRange } from '../hir/fileRange.ts';
import { crateData } from '../hir/inputs.ts';
import type { SourceInfo } from '../mir/mir.ts';
import { collect } from '../mono/collector.ts';
import type { ConfigId } from '../mono/config.ts';
import { type MonoItem, monoItemDef } from '../mono/instance.ts';
import { polymorphize } from '../mono/polymorphize.ts';
import { instanceUses, staticUses } from '../mono/uses.ts';
import type { Database } from '../query/database.ts';
import { type Copy, usersOf } from './program.ts';

/** The name of a definition; of a closure, its `|…|`. */
export function definitionRange(db: Database, def: DefId): FileRange | undefined {
  switch (defKind(def)) {
    case 'Closure':
      return closureHeaderRange(db, def);
    case 'InlineConst':
    case 'AnonConst':
    case 'NestedStatic': {
      const parent = defParent(def);
      return parent === undefined ? undefined : definitionRange(db, parent);
    }
    default:
      return nameRange(db, def);
  }
}

/** Whether the definition is the user's own code. */
export function isLocal(db: Database, def: DefId): boolean {
  return crateData(db, defCrate(def)).origin === 'local';
}

/** The place of a use in the code of the item that uses: of a call, what is called. */
export function usePlace(db: Database, user: MonoItem, source: SourceInfo): FileRange | undefined {
  if (source < 0) return undefined;
  const owner = typeckRoot(monoItemDef(user));
  const map = bodySourceMap(db, owner);
  if (!map) return undefined;
  const expr = body(db, owner)?.exprs[source];
  const method = map.methodNames.get(source);
  if (method) return defTextRange(db, owner, method[0], method[1]);
  const at = expr?.kind === 'Call' ? expr.callee : source;
  const span = map.exprSpans[at];
  if (span?.anchor.kind === 'Def' && span.anchor.def === owner)
    return defTextRange(db, owner, span.start, span.end);
  // Written in the definition of a macro: the call of the macro stands for it.
  const range = map.exprRanges[at];
  return range && defTextRange(db, owner, range[0], range[1]);
}

/** A chain of causes is followed this far at the most. */
const maximumClimb = 256;

/** The place that made the collector find an item: the nearest in the workspace, if there is one. */
export function firstCause(db: Database, config: ConfigId, item: MonoItem): FileRange | undefined {
  const { causes } = collect(db, config);
  let anywhere: FileRange | undefined;
  let at = item;
  for (let i = 0; i < maximumClimb; i++) {
    const cause = causes.get(at);
    if (!cause) break;
    const place = usePlace(db, cause.user, cause.source);
    if (place && isLocal(db, monoItemDef(cause.user))) return place;
    anywhere ??= place;
    at = cause.user;
  }
  return anywhere;
}

/** More places than this help no one. */
const maximumPlaces = 200;

/** All places that use a copy, that which was collected first in front. */
export function causePlaces(db: Database, { config, item }: Copy): FileRange[] {
  const places = new Map<string, FileRange>();
  const add = (place: FileRange | undefined) => {
    if (place) places.set(`${place.file}:${place.start}:${place.end}`, place);
  };
  add(firstCause(db, config, item));
  for (const user of usersOf(db, config).get(item) ?? []) {
    if (places.size >= maximumPlaces) break;
    if (isLocal(db, monoItemDef(user))) add(usePlace(db, user, sourceOfUse(db, user, item)));
  }
  return [...places.values()];
}

function sourceOfUse(db: Database, user: MonoItem, used: MonoItem): SourceInfo {
  if (user.kind === 'GlobalAsm') return -1;
  const { items, sources } =
    user.kind === 'Fn' ? instanceUses(db, user.instance.id) : staticUses(db, user.def);
  const at = items.indexOf(used);
  if (at >= 0) return sources[at]!;
  // Where copies are shared, what is used is named here with all its arguments.
  const isShared = (item: MonoItem) =>
    item.kind === 'Fn' && used.kind === 'Fn' && polymorphize(db, item.instance) === used.instance;
  return sources[items.findIndex(isShared)] ?? -1;
}
