/**
 * Macros whose calls do not show what is in them. Whatever else a body mentions or declares can be told, roughly, from
 * its text and from the texts of the crate's macros, without expanding anything.
 */
import { crateDefMap, moduleData } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { type CrateId, type DefId, defCrate, defData, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { type Codec, cachedOfLibrary } from '../hir/libraryCache.ts';
import { type Database, defineQuery, type Query } from '../query/database.ts';

/** By name. */
export interface OpaqueMacros {
  /** Procedural macros, which make names out of others, and all of a crate that has such to use in its own. */
  readonly nameMaking: ReadonlySet<string>;
  /** They may declare functions or statics where they are called. */
  readonly declaring: ReadonlySet<string>;
}

/** Those that a crate has of its own or from the crates below. */
export const opaqueMacros: Query<CrateId, OpaqueMacros> = defineQuery<CrateId, OpaqueMacros>(
  'opaqueMacros',
  (db, krate) =>
    cachedOfLibrary(db, krate, `opaqueMacros ${krate}`, codec, () => findOpaqueMacros(db, krate)),
  {
    equals: (a, b) => sameNames(a.nameMaking, b.nameMaking) && sameNames(a.declaring, b.declaring),
    onCycle: () => ({ nameMaking: new Set(), declaring: new Set() }),
    isFirewall: true,
  },
);

const codec: Codec<OpaqueMacros> = {
  encode: ({ nameMaking, declaring }) => JSON.stringify([[...nameMaking], [...declaring]]),
  decode: (text) => {
    const [nameMaking, declaring] = JSON.parse(text) as [string[], string[]];
    return { nameMaking: new Set(nameMaking), declaring: new Set(declaring) };
  },
};

function findOpaqueMacros(db: Database, krate: CrateId): OpaqueMacros {
  const nameMaking = new Set<string>();
  const declaring = new Set<string>();
  for (const { crate } of crateData(db, krate).dependencies) {
    const { macros, usesProcMacros } = offeredMacros(db, crate);
    const below = opaqueMacros(db, crate);
    for (const name of usesProcMacros ? macros : below.nameMaking) nameMaking.add(name);
    for (const name of below.declaring) declaring.add(name);
  }
  let pending = [...crateDefMap(db, krate).defs.keys()].flatMap((def) => rulesOf(db, def));
  for (let found = true; found; ) {
    found = false;
    pending = pending.filter(({ name, body }) => {
      if (!/\b(?:fn|static)\b/.test(body) && !callsOneOf(body, declaring)) return true;
      declaring.add(name);
      found = true;
      return false;
    });
  }
  return { nameMaking, declaring };
}

function rulesOf(db: Database, def: DefId): { readonly name: string; readonly body: string }[] {
  const item = defKind(def) === 'Macro' ? itemOf(db, def) : undefined;
  return item?.kind === 'MacroRules' ? [{ name: defData(def).name, body: item.body }] : [];
}

/** Whether a text has a call of one of these macros in it. */
export function callsOneOf(text: string, macros: ReadonlySet<string>): boolean {
  for (const [, name] of text.matchAll(/([\w\u0080-\uffff]+)\s*!/g)) if (macros.has(name!)) return true;
  return false;
}

function sameNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}

interface OfferedMacros {
  /** The names of the macros in the crate's root. */
  readonly macros: readonly string[];
  /** It is a crate of procedural macros, or depends on one. */
  readonly usesProcMacros: boolean;
}

const offeredMacros: Query<CrateId, OfferedMacros> = defineQuery<CrateId, OfferedMacros>(
  'offeredMacros',
  (db, krate) => {
    const { origin, crateType, dependencies } = crateData(db, krate);
    const usesProcMacros =
      origin !== 'lang' &&
      (crateType === 'proc-macro' ||
        dependencies.some(({ crate }) => offeredMacros(db, crate).usesProcMacros));
    if (!usesProcMacros) return { macros: [], usesProcMacros };
    const names = moduleData(db, crateDefMap(db, krate).root)?.names ?? new Map();
    const macros = [...names].flatMap(([name, { macro }]) =>
      macro?.res.kind === 'Def' && crateData(db, defCrate(macro.res.def)).origin !== 'lang' ? [name] : [],
    );
    return { macros, usesProcMacros };
  },
  { onCycle: () => ({ macros: [], usesProcMacros: false }) },
);
