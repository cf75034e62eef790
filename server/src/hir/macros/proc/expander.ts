/**
 * What runs compiled procedural macros for the engine. The engine itself runs nothing: whoever makes the database puts
 * an expander there (`procMacro/procMacroServer.ts`), or none, where nothing may be run.
 */
import type { Database } from '../../../query/database.ts';
import type { Span } from '../../span.ts';
import type { Token } from '../tokens.ts';

/** Where the tokens that a macro makes stand, by the kind of span that it gives them. */
export interface MacroSites {
  readonly call: Span | undefined;
  readonly mixed: Span | undefined;
  readonly def: Span | undefined;
}

export interface ProcMacroRequest {
  /** The dynamic library that holds the macro. */
  readonly library: string;
  readonly name: string;
  /** The arguments of a call, or the item that a derive or an attribute is for. */
  readonly input: readonly Token[];
  /** The arguments of an attribute; undefined for other macros. */
  readonly args?: readonly Token[] | undefined;
  readonly sites: MacroSites;
  /** The environment variables that the macro sees, beside those of the process. */
  readonly env: ReadonlyMap<string, string>;
}

export type ProcMacroResult =
  | { readonly kind: 'Tokens'; readonly tokens: readonly Token[] }
  /** The macro panicked, or it could not be run; a phrase that begins in lower case. */
  | { readonly kind: 'Error'; readonly message: string };

export interface ProcMacroExpander {
  expand(request: ProcMacroRequest): ProcMacroResult;
}

/** Key of the resource. */
export const procMacroExpander = Symbol('procMacroExpander');

export function procMacroExpanderOf(db: Database): ProcMacroExpander | undefined {
  return db.resource<ProcMacroExpander | undefined>(procMacroExpander, () => undefined);
}
