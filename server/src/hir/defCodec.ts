/**
 * Definitions, macro calls and files as text, to be remembered from one run to the next.
 *
 * Their ids are handed out in the order of first sight, which differs from run to run; so what refers to them is written
 * with a table of what they stand for, parts before the whole, and refers to rows of it. Reading the table in order
 * interns everything again. Crates keep their numbers: such a text is good for one crate graph. Definitions in the
 * expansion of a macro call inside a body are told apart by the number of that call, so the calls stand in the table,
 * too.
 */
import { expansionAround, expansionStride, firstDisambiguatorIn } from './defMap/blockPlace.ts';
import { type CrateId, type DefId, type DefKind, defData, type FileId, internDef } from './defs.ts';
import { astIdName, astIdOfName } from './fileAstId.ts';
import {
  type BodyText,
  type FragmentKind,
  type HirFileId,
  hirFile,
  internHirFile,
  internMacroCall,
  type MacroCallId,
  type MacroCallLoc,
  macroCall,
} from './hirFile.ts';
import type { Codec } from './libraryCache.ts';

export type Row = readonly unknown[];

/** Names files, for texts that refer to them. */
export interface FileNames {
  path(file: FileId): string;
  file(path: string): FileId;
}

/** Marks what means nothing in another run. */
export class NotWritable extends Error {}

/** What is written; undefined if it means nothing in another run. */
export function ifWritable<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof NotWritable) return undefined;
    throw error;
  }
}

/** Writes the table. */
export class DefEncoder {
  readonly defs: Row[] = [];
  readonly #names: FileNames | undefined;
  readonly #defRows = new Map<DefId, number>();
  readonly #callRows = new Map<MacroCallId, number>();
  readonly #fileRows = new Map<HirFileId, number>();

  /** Without names, files are not writable. */
  constructor(names?: FileNames) {
    this.#names = names;
  }

  /** The row of a definition, written if it is not yet there. */
  def(def: DefId): number {
    const known = this.#defRows.get(def);
    if (known !== undefined) return known;
    const data = defData(def);
    const { krate, parent, kind, name, disambiguator } = data;
    const call = expansionAround(data);
    const row = [krate, parent === undefined ? -1 : this.def(parent), kind, name];
    if (call === undefined) row.push(disambiguator);
    else row.push(disambiguator % expansionStride, this.#call(call));
    return this.#add(this.#defRows, def, row);
  }

  list(defs: readonly DefId[]): number[] {
    return defs.map((def) => this.def(def));
  }

  file(id: HirFileId): number {
    const known = this.#fileRows.get(id);
    if (known !== undefined) return known;
    const file = hirFile(id);
    switch (file.kind) {
      case 'File':
        if (!this.#names) throw new NotWritable();
        return this.#add(this.#fileRows, id, ['File', this.#names.path(file.file)]);
      case 'Macro':
        return this.#add(this.#fileRows, id, ['Macro', this.#call(file.call)]);
      case 'Block':
        return this.#add(this.#fileRows, id, ['Block', ...this.#text(file.text), file.ordinal]);
    }
  }

  #call(id: MacroCallId): number {
    const known = this.#callRows.get(id);
    if (known !== undefined) return known;
    const { krate, def, source, fragment, site } = macroCall(id);
    const row: unknown[] = ['Call', krate, this.def(def), fragment];
    row.push(source ? [this.file(source.file), astIdName(source.item)] : 0, site.kind, ...this.#site(site));
    return this.#add(this.#callRows, id, row);
  }

  #site(site: MacroCallLoc['site']): Row {
    switch (site.kind) {
      case 'Item':
        return [this.file(site.file), astIdName(site.item)];
      case 'Derive':
        return [this.file(site.file), astIdName(site.item), site.index];
      case 'Attribute':
        return [this.file(site.file), astIdName(site.item), site.path];
      case 'Body':
        return [...this.#text(site.text), site.ordinal];
      case 'Detached':
        return [site.args];
    }
  }

  #text(text: BodyText): Row {
    return [text.kind, text.kind === 'Body' ? this.def(text.owner) : this.#call(text.call)];
  }

  #add<K>(rows: Map<K, number>, key: K, row: Row): number {
    const at = this.defs.push(row) - 1;
    rows.set(key, at);
    return at;
  }
}

/** Reads the table. What is asked for and not in it throws. */
export class DefDecoder {
  readonly #ids: number[] = [];
  readonly #names: FileNames | undefined;

  constructor(defs: readonly Row[], names?: FileNames) {
    this.#names = names;
    for (const row of defs) this.#ids.push(this.#read(row));
  }

  def(row: unknown): DefId {
    return this.#id(row) as DefId;
  }

  list(rows: readonly number[]): DefId[] {
    return rows.map((row) => this.def(row));
  }

  file(row: unknown): HirFileId {
    return this.#id(row) as HirFileId;
  }

  #id(row: unknown): number {
    const id = this.#ids[row as number];
    if (id === undefined) throw new Error('no such row');
    return id;
  }

  #read(row: Row): number {
    switch (row[0]) {
      case 'Call':
        return this.#readCall(row);
      case 'File':
        if (!this.#names) throw new Error('files have no names here');
        return internHirFile({ kind: 'File', file: this.#names.file(row[1] as string) });
      case 'Macro':
        return internHirFile({ kind: 'Macro', call: this.#id(row[1]) as MacroCallId });
      case 'Block':
        return internHirFile({ kind: 'Block', text: this.#text(row[1], row[2]), ordinal: row[3] as number });
      default:
        return this.#readDef(row);
    }
  }

  #readDef(row: Row): DefId {
    const [krate, parent, kind, name, ordinal, call] = row as [
      CrateId,
      number,
      DefKind,
      string,
      number,
      number?,
    ];
    return internDef({
      krate,
      parent: parent < 0 ? undefined : this.def(parent),
      kind,
      name,
      disambiguator:
        call === undefined ? ordinal : firstDisambiguatorIn(this.#id(call) as MacroCallId) + ordinal,
    });
  }

  #readCall(row: Row): MacroCallId {
    const [, krate, def, fragment, source, kind, ...site] = row as [
      'Call',
      CrateId,
      number,
      FragmentKind,
      [number, string] | 0,
      MacroCallLoc['site']['kind'],
      ...unknown[],
    ];
    return internMacroCall({
      krate,
      def: this.def(def),
      fragment,
      site: this.#site(kind, site),
      ...(source && { source: { file: this.file(source[0]), item: astIdOfName(source[1]) } }),
    });
  }

  #site(kind: MacroCallLoc['site']['kind'], [a, b, c]: Row): MacroCallLoc['site'] {
    switch (kind) {
      case 'Item':
        return { kind, file: this.file(a), item: astIdOfName(b as string) };
      case 'Derive':
        return { kind, file: this.file(a), item: astIdOfName(b as string), index: c as number };
      case 'Attribute':
        return { kind, file: this.file(a), item: astIdOfName(b as string), path: c as string };
      case 'Body':
        return { kind, text: this.#text(a, b), ordinal: c as number };
      case 'Detached':
        return { kind, args: a as string };
      default:
        throw new Error(`unknown kind of site: ${kind}`);
    }
  }

  #text(kind: unknown, row: unknown): BodyText {
    return kind === 'Body'
      ? { kind, owner: this.def(row) }
      : { kind: 'Expansion', call: this.#id(row) as MacroCallId };
  }
}

/** Texts of what consists of definitions. `write` and `read` turn it into and out of JSON over the table. */
export function defCodec<T, R>(
  write: (table: DefEncoder, value: T) => R,
  read: (table: DefDecoder, rows: R) => T,
  names?: FileNames,
): Codec<T> {
  return {
    encode: (value) =>
      ifWritable(() => {
        const table = new DefEncoder(names);
        const rows = write(table, value);
        return JSON.stringify([table.defs, rows]);
      }),
    decode(text) {
      const [defs, rows] = JSON.parse(text) as [Row[], R];
      return read(new DefDecoder(defs, names), rows);
    },
  };
}

/** A definition's path as a text that is the same in every run; undefined if there is none. */
export function defKey(def: DefId): string | undefined {
  return ifWritable(() => {
    const table = new DefEncoder();
    table.def(def);
    return JSON.stringify(table.defs);
  });
}
