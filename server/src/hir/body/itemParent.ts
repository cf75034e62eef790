/**
 * Where rustc says that an item within a body stands: `main::{closure#0}::inner`. Our ids name the function around
 * (see `blockPlace.ts`), since numbers of closures are known only when the body has been lowered.
 */
import type { Database } from '../../query/database.ts';
import { defLoc, isBodyOwner } from '../defMap/defMap.ts';
import { type DefId, defData } from '../defs.ts';
import { defineRememberedQuery } from '../rememberedBodies.ts';
import { body } from './lower.ts';

/** The definition around an item: for one in a body, the innermost closure or inline const around, or the owner. */
export function itemParent(db: Database, def: DefId): DefId | undefined {
  const { parent, kind } = defData(def);
  const isMadeOfCode = kind === 'Closure' || kind === 'InlineConst' || kind === 'NestedStatic';
  if (parent === undefined || isMadeOfCode || !isBodyOwner(parent)) return parent;
  if (!hasItemsInClosures(db, parent)) return parent;
  const block = defLoc(db, def)?.block;
  return (block === undefined ? undefined : body(db, parent)?.itemClosures.get(block)) ?? parent;
}

const hasItemsInClosures = defineRememberedQuery<boolean>(
  'hasItemsInClosures',
  'itemClosures',
  (db, owner) => (body(db, owner)?.itemClosures.size ?? 0) > 0,
);
