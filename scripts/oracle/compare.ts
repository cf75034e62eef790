/** Compares two lists of mono items, kind by kind: what rustc makes, and what we say it makes. */
import type { ItemKind, Ownership } from './classify.ts';
import { classify, itemOf } from './classify.ts';

export interface KindComparison {
  readonly rustc: number;
  readonly ours: number;
  readonly both: number;
  /** Items of rustc's that we lack, sorted. */
  readonly missing: readonly string[];
  /** Items of ours that rustc does not make, sorted. */
  readonly extra: readonly string[];
  /** Of the items that both have and that are placed, how many are in the same codegen units with the same linkage. */
  readonly samePlacement: number;
  readonly placed: number;
}

export interface Comparison {
  readonly kinds: Readonly<Record<ItemKind, KindComparison>>;
  readonly misplaced: readonly { item: string; rustc: string; ours: string }[];
}

export const KINDS: readonly ItemKind[] = ['user', 'dropGlue', 'shim', 'std'];

function byKind<T>(make: (kind: ItemKind) => T): Record<ItemKind, T> {
  return { user: make('user'), dropGlue: make('dropGlue'), shim: make('shim'), std: make('std') };
}

/** A line without what depends on the machine: where a registry's sources are unpacked, and crate hashes. */
export function normalizeLine(line: string): string {
  return line
    .replace(/@\/[^\s:{}<>]*?\/registry\/src\/[^/\s]+\//g, '@')
    .replace(/\.[0-9a-f]{13,16}(?=[-.[])/g, '')
    .trimEnd();
}

function unitsOf(line: string): string {
  const at = line.indexOf(' @@ ');
  return at < 0
    ? ''
    : line
        .slice(at + 4)
        .split(' ')
        .sort()
        .join(' ');
}

function byItem(lines: Iterable<string>): Map<string, string> {
  const items = new Map<string, string>();
  for (const line of lines) {
    const normal = normalizeLine(line);
    items.set(itemOf(normal), unitsOf(normal));
  }
  return items;
}

export function compare(rustc: Iterable<string>, ours: Iterable<string>, own: Ownership = {}): Comparison {
  const theirs = byItem(rustc);
  const mine = byItem(ours);
  const kinds = byKind(() => ({
    rustc: 0,
    ours: 0,
    both: 0,
    missing: [] as string[],
    extra: [] as string[],
    samePlacement: 0,
    placed: 0,
  }));
  const misplaced: { item: string; rustc: string; ours: string }[] = [];
  for (const [item, units] of theirs) {
    const kind = kinds[classify(item, own)];
    kind.rustc++;
    const our = mine.get(item);
    if (our === undefined) {
      kind.missing.push(item);
      continue;
    }
    kind.both++;
    if (units === '' || our === '') continue;
    kind.placed++;
    if (areSameUnits(units, our)) kind.samePlacement++;
    else misplaced.push({ item, rustc: units, ours: our });
  }
  for (const item of mine.keys()) {
    const kind = kinds[classify(item, own)];
    kind.ours++;
    if (!theirs.has(item)) kind.extra.push(item);
  }
  for (const kind of KINDS) {
    kinds[kind].missing.sort();
    kinds[kind].extra.sort();
  }
  return { kinds, misplaced };
}

/**
 * Whether two lists name the same units. rustc cuts a name after a hundred characters and puts a hash in place of the
 * rest; the hashes of crates count among these characters, so the place cannot be told without them.
 */
function areSameUnits(rustc: string, ours: string): boolean {
  const theirs = rustc.split(' ');
  const mine = ours.split(' ');
  return theirs.length === mine.length && theirs.every((unit, i) => isSameUnit(unit, mine[i]!));
}

function isSameUnit(rustc: string, ours: string): boolean {
  const cut = /^(.*?)(?:\.[0-9a-f]*)?-trunc-\w+(\[\w+\])$/.exec(rustc);
  return cut ? ours.startsWith(cut[1]!) && ours.endsWith(cut[2]!) : rustc === ours;
}

/** Adds up comparisons of several programs; each item is prefixed with its program's name. */
export function total(parts: readonly { name: string; comparison: Comparison }[]): Comparison {
  const sum = (pick: (c: Comparison) => number) => parts.reduce((n, part) => n + pick(part.comparison), 0);
  const list = (pick: (c: Comparison) => readonly string[]) =>
    parts.flatMap(({ name, comparison }) => pick(comparison).map((item) => `${name}: ${item}`));
  return {
    kinds: byKind((kind) => ({
      rustc: sum((c) => c.kinds[kind].rustc),
      ours: sum((c) => c.kinds[kind].ours),
      both: sum((c) => c.kinds[kind].both),
      missing: list((c) => c.kinds[kind].missing),
      extra: list((c) => c.kinds[kind].extra),
      samePlacement: sum((c) => c.kinds[kind].samePlacement),
      placed: sum((c) => c.kinds[kind].placed),
    })),
    misplaced: parts.flatMap(({ name, comparison }) =>
      comparison.misplaced.map((m) => ({ ...m, item: `${name}: ${m.item}` })),
    ),
  };
}
