/**
 * What the calls of a crate's `macro_rules!` may make, told from the texts of their rules without expanding anything:
 * by name, since whether a call is one of another macro of that name matters to nobody who asks.
 */
import { equalLists } from '../../base/equalLists.ts';
import { equalSets } from '../../base/equalSets.ts';
import { type Database, defineQuery, type Query } from '../../query/database.ts';
import { type CrateId, type DefId, defData, defKind } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import { crateData } from '../inputs.ts';
import { itemKeyword } from '../itemKeywords.ts';
import { type Codec, cachedOfLibrary } from '../libraryCache.ts';
import { hirFileText } from '../source.ts';
import { crateDefMap } from './defMap.ts';
import { item as itemOf } from './defSource.ts';
import { mayUseAttributeMacro } from './procMacros.ts';
import type { ModuleData } from './scope.ts';

/** The macros that a crate has of its own or from the crates below, by what stands in their rules or in those they call. */
export interface MacroTexts {
  /** They may declare functions or statics. */
  readonly declaring: ReadonlySet<string>;
  /** Of these, the ones that may declare statics. */
  readonly withStatics: ReadonlySet<string>;
  /** They may declare items of any kind. */
  readonly withItems: ReadonlySet<string>;
  /** They may declare macros. */
  readonly withMacros: ReadonlySet<string>;
  /** They may make impls. */
  readonly implementing: ReadonlySet<string>;
}

/** `impl` as it begins an impl, not an `impl Trait` type. */
const implWord = /\bimpl\b\s*[<!$\w]/;

/** Whether code of a crate may have impls, or something that an attribute macro may make impls for. */
export function mayImplement(db: Database, krate: CrateId, text: string): boolean {
  return implWord.test(text) || mayUseAttributeMacro(db, krate, text);
}

type Test = (db: Database, krate: CrateId, text: string) => boolean;

const tests: Record<keyof MacroTexts, Test> = {
  declaring: (_db, _krate, text) => /\b(?:fn|static)\b/.test(text),
  withStatics: (_db, _krate, text) => /(?<!')\bstatic\b/.test(text),
  withItems: (_db, _krate, text) => itemKeyword.test(text),
  withMacros: (_db, _krate, text) => /\bmacro_rules\b/.test(text),
  implementing: mayImplement,
};
const kinds = Object.keys(tests) as (keyof MacroTexts)[];

export const macroTexts: Query<CrateId, MacroTexts> = defineQuery<CrateId, MacroTexts>(
  'macroTexts',
  (db, krate) => cachedOfLibrary(db, krate, `macroTexts ${krate}`, codec, () => findMacroTexts(db, krate)),
  {
    equals: (a, b) => kinds.every((kind) => equalSets(a[kind], b[kind])),
    onCycle: () => ofKinds(() => new Set()),
    isFirewall: true,
  },
);

function ofKinds(make: (kind: keyof MacroTexts) => ReadonlySet<string>): MacroTexts {
  return Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as unknown as MacroTexts;
}

const codec: Codec<MacroTexts> = {
  encode: (texts) => JSON.stringify(kinds.map((kind) => [...texts[kind]])),
  decode: (text) => {
    const lists = JSON.parse(text) as string[][];
    return ofKinds((kind) => new Set(lists[kinds.indexOf(kind)]));
  },
};

function findMacroTexts(db: Database, krate: CrateId): MacroTexts {
  const below = crateData(db, krate).dependencies.map(({ crate }) => macroTexts(db, crate));
  const { defs, modules } = crateDefMap(db, krate);
  const own = [...defs.keys()].flatMap((def) => rulesOf(db, def));
  for (const { names } of modules.values()) own.push(...renamed(db, names));
  return ofKinds((kind) => {
    const names = new Set(below.flatMap((texts) => [...texts[kind]]));
    addThoseWith((text) => tests[kind](db, krate, text), own, names);
    return names;
  });
}

interface Rules {
  readonly name: string;
  readonly text: string;
}

function rulesOf(db: Database, def: DefId): Rules[] {
  const item = defKind(def) === 'Macro' ? itemOf(db, def) : undefined;
  return item?.kind === 'MacroRules' ? [{ name: defData(def).name, text: item.body }] : [];
}

/** Macros that a module has by another name: `use a as b`. */
function* renamed(db: Database, names: ModuleData['names']): Generator<Rules> {
  for (const [name, { macro }] of names) {
    if (macro?.res.kind !== 'Def' || defData(macro.res.def).name === name) continue;
    for (const rules of rulesOf(db, macro.res.def)) yield { ...rules, name };
  }
}

/** Adds the macros with such text in their rules, and those that call one which has. */
function addThoseWith(test: (text: string) => boolean, rules: readonly Rules[], names: Set<string>): void {
  let pending = rules;
  for (let found = true; found; ) {
    found = false;
    pending = pending.filter(({ name, text }) => {
      if (!test(text) && !callsOneOf(text, names)) return true;
      names.add(name);
      found = true;
      return false;
    });
  }
}

/** The names before `!` in a text of items, bodies included: an edit mostly leaves them as they are. */
export const calledMacros = defineQuery<HirFileId, readonly string[]>(
  'calledMacros',
  (db, file) => [...new Set(namesOfCalls(hirFileText(db, file)?.text ?? ''))],
  { equals: equalLists, isFirewall: true },
);

/** Whether a text has a call of one of these macros in it. */
export function callsOneOf(text: string, macros: ReadonlySet<string>): boolean {
  if (macros.size === 0) return false;
  for (const name of namesOfCalls(text)) if (macros.has(name)) return true;
  return false;
}

function* namesOfCalls(text: string): Generator<string, void, void> {
  for (const [, name] of text.matchAll(/([\w\u0080-\uffff]+)\s*!/g)) yield name!;
}
