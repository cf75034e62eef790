/**
 * The texts that declare items: a file, the expansion of a macro call, or a block of a body with items of its own.
 * Each is a `HirFileId`, has an `ItemTree`, and is lowered the same way. Bodies are texts of their own
 * (`bodySource`), so that a position in one never depends on what stands before it in the file.
 */
import type { Brand } from '../base/brand.ts';
import { Interner } from '../base/interner.ts';
import type { CrateId, DefId, FileId } from './defs.ts';
import type { FileAstId } from './fileAstId.ts';

export type HirFileId = Brand<number, 'HirFileId'>;
export type MacroCallId = Brand<number, 'MacroCallId'>;
export type CallSiteId = Brand<number, 'CallSiteId'>;

export type HirFile =
  | { readonly kind: 'File'; readonly file: FileId }
  | { readonly kind: 'Macro'; readonly call: MacroCallId }
  /** The `ordinal`-th block, in source order, that declares items directly, of one body's text or one expansion. */
  | { readonly kind: 'Block'; readonly text: BodyText; readonly ordinal: number };

/** A text that belongs to a body: the body as written, or the expansion of a macro call inside it. */
export type BodyText =
  | { readonly kind: 'Body'; readonly owner: DefId }
  | { readonly kind: 'Expansion'; readonly call: MacroCallId };

/** The `ordinal`-th macro invocation, in source order, of a text, whatever macro it is of. */
export interface CallSite {
  readonly text: BodyText;
  readonly ordinal: number;
}

/** What a macro call must expand to. */
export type FragmentKind = 'Items' | 'Expr' | 'Stmts' | 'Pat' | 'Type';

/** A macro call. Its arguments are found again through where it stands, so they are not part of its identity. */
export interface MacroCallLoc {
  /** The crate in which the call stands. */
  readonly krate: CrateId;
  /** The macro, found by name resolution. */
  readonly def: DefId;
  /**
   * The item that defines the macro, where name resolution is still under way when the call is expanded, so that
   * `defSource` cannot be asked.
   */
  readonly source?: { readonly file: HirFileId; readonly item: FileAstId } | undefined;
  readonly fragment: FragmentKind;
  readonly site:
    | { readonly kind: 'Item'; readonly file: HirFileId; readonly item: FileAstId }
    /** `#[derive(Clone)]` on an item: `def` is the derive macro. */
    | { readonly kind: 'Derive'; readonly file: HirFileId; readonly item: FileAstId; readonly index: number }
    /** An attribute macro on an item, by its path as written. */
    | {
        readonly kind: 'Attribute';
        readonly file: HirFileId;
        readonly item: FileAstId;
        readonly path: string;
      }
    | ({ readonly kind: 'Body' } & CallSite)
    /** A call in the place of a type, or in another's arguments: what it is depends on its own arguments alone. */
    | { readonly kind: 'Detached'; readonly args: string };
}

function bodyTextKey(text: BodyText): string {
  return text.kind === 'Body' ? `b${text.owner}` : `e${text.call}`;
}

const files = new Interner<HirFileId, HirFile>((f) => {
  switch (f.kind) {
    case 'File':
      return `f${f.file}`;
    case 'Macro':
      return `m${f.call}`;
    case 'Block':
      return `${bodyTextKey(f.text)}#${f.ordinal}`;
  }
});

function siteKey(site: MacroCallLoc['site']): string {
  switch (site.kind) {
    case 'Item':
      return `${site.file}.${site.item}`;
    case 'Derive':
      return `${site.file}.${site.item}d${site.index}`;
    case 'Attribute':
      return `${site.file}.${site.item}a${site.path}`;
    case 'Body':
      return `${bodyTextKey(site.text)}#${site.ordinal}`;
    case 'Detached':
      return `t${site.args}`;
  }
}

const calls = new Interner<MacroCallId, MacroCallLoc>((c) => {
  const { site } = c;
  const where = siteKey(site);
  const source = c.source ? `${c.source.file}.${c.source.item}` : '';
  return `${c.krate}|${c.def}|${c.fragment}|${where}|${source}`;
});

const callSites = new Interner<CallSiteId, CallSite>(
  ({ text, ordinal }) => `${bodyTextKey(text)}#${ordinal}`,
);

export const internHirFile = (file: HirFile): HirFileId => files.intern(file);
export const hirFile = (id: HirFileId): HirFile => files.lookup(id);
export const internMacroCall = (call: MacroCallLoc): MacroCallId => calls.intern(call);
export const macroCall = (id: MacroCallId): MacroCallLoc => calls.lookup(id);
export const internCallSite = (site: CallSite): CallSiteId => callSites.intern(site);
export const callSite = (id: CallSiteId): CallSite => callSites.lookup(id);

/** The definition in whose body a text is. */
export function bodyTextOwner(text: BodyText): DefId {
  let at = text;
  while (at.kind === 'Expansion') {
    const { site } = macroCall(at.call);
    if (site.kind !== 'Body') throw new Error('an item macro has no body around it');
    at = site.text;
  }
  return at.owner;
}
