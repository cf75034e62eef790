/** `DefMap`s as text, to be remembered from one run to the next: over the table of `hir/defCodec.ts`. */
import { type DefDecoder, type DefEncoder, defCodec, type FileNames, NotWritable } from '../defCodec.ts';
import type { DefId } from '../defs.ts';
import type { Codec } from '../libraryCache.ts';
import type { DefLoc, DefMap, Variants } from './defMap.ts';
import type { MacroScopeNode } from './macroScope.ts';
import type { ModuleData, PerNs, ScopeEntry, Vis } from './scope.ts';

export function defMapCodec(names: FileNames): Codec<DefMap> {
  return defCodec<DefMap, MapRow>(
    (table, map) => new DefMapWriter(table).map(map),
    (table, rows) => new DefMapReader(table).map(rows),
    names,
  );
}

const publicVis = -1;
const noRow = -1;
const origins: readonly ScopeEntry['origin'][] = ['Item', 'Import', 'Glob'];

/** A definition's row or a primitive type's name, then visibility and origin. */
type EntryRow = readonly [res: number | string, vis: number, origin: number];
type NameRow = readonly [name: string, type: EntryRow | 0, value: EntryRow | 0, macro: EntryRow | 0];
type ModuleRow = readonly [
  def: number,
  file: number,
  names: readonly NameRow[],
  unnamedTraits: readonly (readonly [number, number])[],
];
type EnumRow = readonly [def: number, vis: number, variants: readonly (readonly [string, number])[]];
type NamedRow = readonly [name: string, def: number];
type MacroScopeRow = readonly [] | readonly [name: string, def: number, parent: number] | readonly number[];

interface MapRow {
  readonly krate: number;
  readonly root: number;
  readonly modules: readonly ModuleRow[];
  /** Definition, file, item, module and macro scope, all in one list. */
  readonly defs: readonly number[];
  readonly enums: readonly EnumRow[];
  readonly macroScopes: readonly MacroScopeRow[];
  readonly impls: readonly number[];
  readonly traits: readonly number[];
  readonly unresolved: DefMap['unresolved'];
  readonly langItems: readonly NamedRow[];
  readonly opaqueDefiners: readonly number[];
  readonly externPrelude: readonly NamedRow[];
  readonly macroUsePrelude: readonly NamedRow[];
  readonly prelude: number;
  readonly noStd: boolean;
  readonly noCore: boolean;
}

class DefMapWriter {
  readonly #table: DefEncoder;

  constructor(table: DefEncoder) {
    this.#table = table;
  }

  map(map: DefMap): MapRow {
    const table = this.#table;
    const { unresolved, noStd, noCore } = map;
    return {
      krate: map.krate,
      root: table.def(map.root),
      modules: [...map.modules.values()].map((module) => this.#module(module)),
      defs: [...map.defs].flatMap(([def, { file, item, module, block, macroScope }]) => {
        if (block !== undefined) throw new NotWritable();
        return [table.def(def), table.file(file), item, table.def(module), macroScope];
      }),
      enums: [...map.enums].map(([def, { vis, byName }]) => [
        table.def(def),
        this.#vis(vis),
        this.#named(byName),
      ]),
      macroScopes: map.macroScopes.map((node) => this.#macroScope(node)),
      impls: table.list(map.impls),
      traits: table.list(map.traits),
      unresolved,
      langItems: this.#named(map.langItems),
      opaqueDefiners: table.list(map.opaqueDefiners),
      externPrelude: this.#named(map.externPrelude),
      macroUsePrelude: this.#named(map.macroUsePrelude),
      prelude: map.prelude === undefined ? noRow : table.def(map.prelude),
      noStd,
      noCore,
    };
  }

  #module({ def, file, names, unnamedTraits }: ModuleData): ModuleRow {
    return [
      this.#table.def(def),
      file === undefined ? noRow : this.#table.file(file),
      [...names].map(([name, { type, value, macro }]) => [
        name,
        this.#entry(type),
        this.#entry(value),
        this.#entry(macro),
      ]),
      [...unnamedTraits].map(([trait, vis]) => [this.#table.def(trait), this.#vis(vis)]),
    ];
  }

  #entry(entry: ScopeEntry | undefined): EntryRow | 0 {
    if (entry === undefined) return 0;
    const { res, vis, origin } = entry;
    return [
      res.kind === 'Def' ? this.#table.def(res.def) : res.name,
      this.#vis(vis),
      origins.indexOf(origin),
    ];
  }

  #vis(vis: Vis): number {
    return vis === 'Public' ? publicVis : this.#table.def(vis);
  }

  #named(map: ReadonlyMap<string, DefId>): NamedRow[] {
    return [...map].map(([name, def]) => [name, this.#table.def(def)]);
  }

  #macroScope(node: MacroScopeNode): MacroScopeRow {
    switch (node.kind) {
      case 'Empty':
        return [];
      case 'Macro':
        return [node.name, this.#table.def(node.def), node.parent];
      case 'Call':
        return [node.parent, node.output ?? noRow];
    }
  }
}

class DefMapReader {
  readonly #table: DefDecoder;

  constructor(table: DefDecoder) {
    this.#table = table;
  }

  map(row: MapRow): DefMap {
    const table = this.#table;
    const { unresolved, noStd, noCore } = row;
    return {
      krate: row.krate as DefMap['krate'],
      root: table.def(row.root),
      modules: new Map(row.modules.map((module) => [table.def(module[0]), this.#module(module)])),
      defs: this.#defs(row.defs),
      enums: new Map(row.enums.map((one) => [table.def(one[0]), this.#enum(one)])),
      macroScopes: row.macroScopes.map((node) => this.#macroScope(node)),
      impls: table.list(row.impls),
      traits: table.list(row.traits),
      unresolved,
      langItems: this.#named(row.langItems),
      opaqueDefiners: table.list(row.opaqueDefiners),
      externPrelude: this.#named(row.externPrelude),
      macroUsePrelude: this.#named(row.macroUsePrelude),
      prelude: row.prelude === noRow ? undefined : table.def(row.prelude),
      noStd,
      noCore,
    };
  }

  #defs(flat: readonly number[]): Map<DefId, DefLoc> {
    const defs = new Map<DefId, DefLoc>();
    for (let i = 0; i < flat.length; i += 5) {
      defs.set(this.#table.def(flat[i]), {
        file: this.#table.file(flat[i + 1]),
        item: flat[i + 2] as DefLoc['item'],
        module: this.#table.def(flat[i + 3]),
        block: undefined,
        macroScope: flat[i + 4]!,
      });
    }
    return defs;
  }

  #module([def, file, names, unnamedTraits]: ModuleRow): ModuleData {
    return {
      def: this.#table.def(def),
      block: undefined,
      file: file === noRow ? undefined : this.#table.file(file),
      names: new Map(
        names.map(([name, type, value, macro]) => {
          const entries: PerNs = {};
          if (type) entries.type = this.#entry(type);
          if (value) entries.value = this.#entry(value);
          if (macro) entries.macro = this.#entry(macro);
          return [name, entries];
        }),
      ),
      unnamedTraits: new Map(unnamedTraits.map(([trait, vis]) => [this.#table.def(trait), this.#vis(vis)])),
    };
  }

  #entry([res, vis, origin]: EntryRow): ScopeEntry {
    return {
      res:
        typeof res === 'string' ? { kind: 'PrimTy', name: res } : { kind: 'Def', def: this.#table.def(res) },
      vis: this.#vis(vis),
      origin: origins[origin]!,
    };
  }

  #enum([, vis, variants]: EnumRow): Variants {
    return { vis: this.#vis(vis), byName: this.#named(variants) };
  }

  #vis(vis: number): Vis {
    return vis === publicVis ? 'Public' : this.#table.def(vis);
  }

  #named(rows: readonly NamedRow[]): Map<string, DefId> {
    return new Map(rows.map(([name, def]) => [name, this.#table.def(def)]));
  }

  #macroScope(row: MacroScopeRow): MacroScopeNode {
    if (row.length === 0) return { kind: 'Empty' };
    if (typeof row[0] === 'string') {
      return { kind: 'Macro', name: row[0], def: this.#table.def(row[1]), parent: row[2] as number };
    }
    const [parent, output] = row as readonly number[];
    return { kind: 'Call', parent: parent!, output: output === noRow ? undefined : output };
  }
}
