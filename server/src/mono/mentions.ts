/**
 * A look at texts before they are analysed: may this body mention one of these functions?
 *
 * Whoever looks for mentions of a few functions in the thousands of bodies of a crate need not infer them all: a body
 * that mentions a function has its name in it. Where the name stands tells more: a free function is never behind a dot,
 * and one that belongs to a type without taking `self` is behind the name of that type, or behind what may stand for it.
 *
 * Some mentions are made on the way: by functions that are mentioned in turn, and by macros. Both are taken for what
 * they mention. Macros of other crates know no names of this crate but those that they are given, unless a procedural
 * macro has a hand in it, which makes names of its own.
 */
import { crateDefMap, moduleData } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { assocContainer, type CrateId, type DefId, defData, defKind, outermostOwner } from '../hir/defs.ts';
import { bodySource } from '../hir/source.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { implSelfTy } from '../ty/signatures.ts';
import { nameMakingMacros } from './nameMakingMacros.ts';

/** What may bear a name, and so where the name must stand. */
interface Bearers {
  /** A free function, static or const: anywhere but behind a dot. */
  isFree: boolean;
  /** A method with `self`: behind a dot, or at the end of a path. */
  isMethod: boolean;
  /** Functions and consts of a type: behind one of these names of types. */
  readonly types: Set<string>;
  /** A macro that mentions, or may: in front of `!`. */
  isMacro: boolean;
}

/** Stands for any type. */
const anyType = '*';

export class Mentions {
  readonly #db: Database;
  readonly #names = new Map<string, Bearers>();
  readonly #renames: Renames;
  /** Items around the targets that are declared in bodies. */
  readonly #around = new Set<DefId>();

  /**
   * @param targets what is looked for
   * @param between what may be mentioned on the way there: functions, consts and macros of the crate
   */
  constructor(db: Database, krate: CrateId, targets: Iterable<DefId>, between: Iterable<DefId>) {
    this.#db = db;
    this.#renames = renames(db, krate);
    for (const name of nameMakingMacros(db, krate)) this.#bearers(name).isMacro = true;
    for (const def of targets) {
      if (isKnownOutside(def)) this.#add(def);
      const outermost = outermostOwner(def);
      if (outermost !== def) this.#around.add(outermost);
    }
    let pending = [...between].filter(isKnownOutside).map((def) => ({ def, text: textOf(db, def) }));
    for (let found = true; found; ) {
      found = false;
      pending = pending.filter(({ def, text }) => {
        if (!this.#isIn(text, def)) return true;
        found = true;
        this.#add(def);
        return false;
      });
    }
  }

  /** Whether the body, that of a closure's owner for a closure, may mention one of the targets. */
  mayBeIn(def: DefId): boolean {
    const owner = outermostOwner(def);
    return this.#around.has(owner) || this.#isIn(textOf(this.#db, owner), owner);
  }

  #bearers(name: string): Bearers {
    let bearers = this.#names.get(name);
    if (!bearers) {
      bearers = { isFree: false, isMethod: false, types: new Set(), isMacro: false };
      this.#names.set(name, bearers);
    }
    return bearers;
  }

  #add(def: DefId): void {
    this.#addAs(defData(def).name, def);
    for (const name of this.#renames.ofItems.get(def) ?? []) this.#addAs(name, def);
  }

  #addAs(name: string, def: DefId): void {
    const bearers = this.#bearers(name);
    const item = itemOf(this.#db, def);
    const container = assocContainer(def);
    if (defKind(def) === 'Macro') bearers.isMacro = true;
    else if (container === undefined) bearers.isFree = true;
    else if (item?.kind === 'Fn' && item.hasSelf) bearers.isMethod = true;
    else bearers.types.add(selfTypeName(this.#db, container) ?? anyType);
  }

  #isIn(text: string, owner: DefId): boolean {
    const isMacro = defKind(owner) === 'Macro';
    for (const { 0: word, index } of text.matchAll(/[\w\u0080-\uffff]+/g)) {
      const bearers = this.#names.get(word);
      if (!bearers) continue;
      // What a macro puts together does not show.
      if (isMacro) return true;
      if (bearers.isMacro && /^\s*!/.test(text.slice(index + word.length, index + word.length + 32)))
        return true;
      const before = text
        .slice(Math.max(0, index - 200), index)
        .replace(/\br#$/, '')
        .trimEnd();
      const last = before.at(-1);
      if (bearers.isFree && last !== '.' && !(isDeclaration(before) && word === defData(owner).name))
        return true;
      if (bearers.isMethod && (last === '.' || last === ':' || last === '/')) return true;
      if (bearers.types.size > 0 && last === ':' && this.#standsFor(before, bearers.types, owner))
        return true;
    }
    return false;
  }

  /** Whether what stands before the last `::` of a path may be one of the types. */
  #standsFor(path: string, types: ReadonlySet<string>, owner: DefId): boolean {
    if (types.has(anyType)) return true;
    const qualifier = /(\$?[\w\u0080-\uffff]+)\s*::$/.exec(path)?.[1];
    if (qualifier === undefined || qualifier.startsWith('$') || this.#renames.ofTypes.has(qualifier))
      return true;
    if (qualifier !== 'Self') return types.has(qualifier);
    const container = assocContainer(owner);
    const self = container && selfTypeName(this.#db, container);
    return self === undefined || types.has(self);
  }
}

/** The beginning of a closure or an async block, or what looks like it. */
export function mayHaveClosures(db: Database, def: DefId): boolean {
  return /(?:[(,={;>]|\bmove|\breturn|\bstatic)\s*\||\basync\b/.test(textOf(db, def));
}

/** The name of a function's own declaration is no mention of it. */
function isDeclaration(before: string): boolean {
  return /\bfn$/.test(before);
}

/** Whether code outside of the body that an item stands in can name it, as it can the methods of impls in there. */
function isKnownOutside(def: DefId): boolean {
  return defData(def).name !== '_' && (assocContainer(def) !== undefined || outermostOwner(def) === def);
}

function textOf(db: Database, def: DefId): string {
  const item = defKind(def) === 'Macro' ? itemOf(db, def) : undefined;
  return item?.kind === 'MacroRules' ? item.body : (bodySource(db, def)?.text ?? '');
}

/** The name of the type that an inherent impl is for. */
function selfTypeName(db: Database, impl: DefId): string | undefined {
  if (defKind(impl) !== 'Impl') return undefined;
  const ty = implSelfTy(db, impl);
  return ty.kind === 'Adt' ? defData(ty.def).name : undefined;
}

interface Renames {
  /** The names that `use` gives to functions, statics, consts and macros, where they are not their own. */
  readonly ofItems: ReadonlyMap<DefId, readonly string[]>;
  /** All that types go by beside their own names: aliases, associated types, and what `use` makes of them. */
  readonly ofTypes: ReadonlySet<string>;
}

const renames = defineQuery<CrateId, Renames>('renames', (db, krate) => {
  const ofItems = new Map<DefId, string[]>();
  const ofTypes = new Set<string>();
  const { defs, modules } = crateDefMap(db, krate);
  for (const def of defs.keys()) if (defKind(def) === 'TyAlias') ofTypes.add(defData(def).name);
  for (const module of modules.keys()) {
    for (const [name, { type, value, macro }] of moduleData(db, module)?.names ?? []) {
      if (type?.res.kind === 'Def' && defData(type.res.def).name !== name) ofTypes.add(name);
      for (const entry of [value, macro]) {
        if (entry?.res.kind !== 'Def' || defData(entry.res.def).name === name) continue;
        const names = ofItems.get(entry.res.def);
        if (names) names.push(name);
        else ofItems.set(entry.res.def, [name]);
      }
    }
  }
  return { ofItems, ofTypes };
});
