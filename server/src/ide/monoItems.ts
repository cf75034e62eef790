/**
 * The mono items of some targets, grouped by the definition that they are copies of; filtered and sorted here, so that
 * a list of tens of thousands costs the editor one page.
 *
 * Drop glue and shims all stem from a few functions of core. They are grouped by what they are about instead: the
 * type that is dropped, the closure that is called.
 */
import { type DefId, defCrate } from '../hir/defs.ts';
import type { FileRange } from '../hir/fileRange.ts';
import { crateData } from '../hir/inputs.ts';
import { configOf } from '../mono/config.ts';
import { unusedParamNames } from '../mono/polymorphize.ts';
import { sizeEstimate } from '../mono/stats.ts';
import type { Database } from '../query/database.ts';
import { requiresMonomorphization } from '../ty/generics.ts';
import { paramNames } from './genericParams.ts';
import { type ItemInfo, itemInfo, type Printers } from './itemInfo.ts';
import { type ItemKind, itemKind, type Origin, originOf, subjectDef } from './itemLabels.ts';
import { definitionRange } from './places.ts';
import { type Copy, copies, type Program } from './program.ts';

export interface GroupInfo {
  readonly id: string;
  readonly label: string;
  readonly kind: ItemKind;
  readonly parameters: readonly string[];
  readonly unused: readonly string[];
  readonly copies: number;
  readonly size: number;
  readonly range: FileRange | undefined;
  readonly origin: Origin;
}

export interface GroupFilter {
  readonly text?: string | undefined;
  readonly workspaceOnly?: boolean | undefined;
  readonly genericOnly?: boolean | undefined;
}

export type GroupSort = 'copies' | 'size' | 'name';

interface Group {
  readonly def: DefId;
  readonly kind: ItemKind;
  readonly copies: Copy[];
  size: number;
}

/** The groups of one revision of a program. */
export class MonoItemGroups {
  readonly #db: Database;
  readonly #printers: Printers;
  readonly #groups = new Map<string, Group>();
  readonly #labels = new Map<Group, string>();

  constructor({ db, targets }: Program, printers: Printers) {
    this.#db = db;
    this.#printers = printers;
    const seen = new Set<Copy['item']>();
    for (const config of targets) {
      for (const copy of copies(db, config)) {
        if (seen.has(copy.item)) continue;
        seen.add(copy.item);
        this.#add(copy);
      }
    }
  }

  #add(copy: Copy): void {
    const kind = itemKind(copy.item);
    const def = subjectDef(copy.item);
    const id = groupId(def, kind);
    let group = this.#groups.get(id);
    if (!group) {
      group = { def, kind, copies: [], size: 0 };
      this.#groups.set(id, group);
    }
    group.copies.push(copy);
    group.size += sizeEstimate(this.#db, configOf(copy.config), copy.item);
  }

  list(
    filter: GroupFilter,
    sort: GroupSort,
    offset: number,
    limit: number,
  ): { total: number; totalItems: number; groups: GroupInfo[] } {
    const accepts = this.#predicate(filter);
    const entries = [...this.#groups].filter(([, group]) => accepts(group));
    const byLabel = (a: Group, b: Group) => compare(this.#label(a), this.#label(b));
    entries.sort(([, a], [, b]) => {
      if (sort === 'copies') return b.copies.length - a.copies.length || b.size - a.size || byLabel(a, b);
      if (sort === 'size') return b.size - a.size || b.copies.length - a.copies.length || byLabel(a, b);
      return byLabel(a, b);
    });
    return {
      total: entries.length,
      totalItems: entries.reduce((sum, [, group]) => sum + group.copies.length, 0),
      groups: entries.slice(offset, offset + limit).map(([id, group]) => this.#info(id, group)),
    };
  }

  /** A page of the copies of a group, by name. */
  items(id: string, offset: number, limit: number): { total: number; items: ItemInfo[] } {
    const group = this.#groups.get(id);
    if (!group) return { total: 0, items: [] };
    const label = ({ config, item }: Copy) => this.#printers.of(config).label(item);
    const sorted = group.copies.toSorted((a, b) => compare(label(a), label(b)));
    return {
      total: sorted.length,
      items: sorted.slice(offset, offset + limit).map((copy) => itemInfo(this.#db, this.#printers, copy)),
    };
  }

  #info(id: string, group: Group): GroupInfo {
    const db = this.#db;
    const { def, kind } = group;
    const isFunction = kind === 'fn' || kind === 'closure';
    return {
      id,
      label: this.#label(group),
      kind,
      parameters: isFunction ? paramNames(db, def) : [],
      unused: isFunction ? unusedParamNames(db, def) : [],
      copies: group.copies.length,
      size: group.size,
      range: definitionRange(db, def),
      origin: originOf(db, defCrate(def)),
    };
  }

  #label(group: Group): string {
    let label = this.#labels.get(group);
    if (label === undefined) {
      const [{ config, item }] = group.copies as [Copy];
      const printer = this.#printers.of(config);
      switch (group.kind) {
        case 'dropGlue':
          label = `drop glue of ${printer.path(group.def)}`;
          break;
        case 'shim':
          label = `shims of ${printer.path(group.def)}`;
          break;
        case 'globalAsm':
          label = printer.label(item);
          break;
        default:
          label = printer.path(group.def);
      }
      this.#labels.set(group, label);
    }
    return label;
  }

  #predicate({ text = '', workspaceOnly, genericOnly }: GroupFilter): (group: Group) => boolean {
    const db = this.#db;
    const tests: ((group: Group) => boolean)[] = [];
    if (workspaceOnly) tests.push(({ def }) => originOf(db, defCrate(def)) === 'workspace');
    if (genericOnly) tests.push(({ def }) => requiresMonomorphization(db, def));
    for (const word of text.toLowerCase().split(/\s+/)) {
      if (word === '') continue;
      const [, key, value = ''] = /^(kind|crate|min):(.*)$/.exec(word) ?? [];
      // While it is being typed, `kind:` narrows nothing.
      if (key !== undefined && value === '') continue;
      if (key === 'kind') tests.push(({ kind }) => kind.toLowerCase().startsWith(value));
      else if (key === 'min') tests.push((group) => group.copies.length >= Number(value));
      else if (key === 'crate')
        tests.push(
          ({ def }) => crateData(db, defCrate(def)).name.toLowerCase() === value.replaceAll('-', '_'),
        );
      else tests.push((group) => this.#mentions(group, word));
    }
    return (group) => tests.every((test) => test(group));
  }

  /** In the name of the definition or of any of its copies. */
  #mentions(group: Group, word: string): boolean {
    return (
      this.#label(group).toLowerCase().includes(word) ||
      group.copies.some(({ config, item }) =>
        this.#printers.of(config).label(item).toLowerCase().includes(word),
      )
    );
  }

  /** The group of a function. */
  groupOf(def: DefId, kind: ItemKind = 'fn'): GroupInfo | undefined {
    const id = groupId(def, kind);
    const group = this.#groups.get(id);
    return group && this.#info(id, group);
  }
}

/** Stable as long as the process lives: definitions are interned by their path. */
export function groupId(def: DefId, kind: ItemKind): string {
  return `${kind}${def}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
