/**
 * What the compiler adds to a crate of procedural macros: a static with the table of them, which the compiler that loads
 * the crate looks for. After `rustc_builtin_macros::proc_macro_harness`.
 */
import type { CfgOptions } from '../../project/cfg.ts';
import { attrWords, findAttr } from '../attrs.ts';
import type { Item } from '../itemTree.ts';
import { procMacroKind, procMacroName } from './macroDefs.ts';

/** The entry for a function; undefined if it is no macro. */
export function procMacroEntry(item: Item & { readonly kind: 'Fn' }, cfg: CfgOptions): string | undefined {
  const name = procMacroName(item, cfg);
  switch (name === undefined ? undefined : procMacroKind(item.attrs, cfg)) {
    case 'Derive': {
      const [, helpers] = attrWords(findAttr(item.attrs, cfg, 'proc_macro_derive'));
      const words = /^attributes\s*\(([\s\S]*)\)$/.exec(helpers ?? '')?.[1]?.split(',') ?? [];
      const list = words.map((word) => word.trim()).filter((word) => word !== '');
      return `custom_derive("${name}", &[${list.map((word) => `"${word}"`).join(', ')}], ${item.name})`;
    }
    case 'Attribute':
      return `attr("${name}", ${item.name})`;
    case 'Call':
      return `bang("${name}", ${item.name})`;
    default:
      return undefined;
  }
}

/** The item, for the root of the crate. */
export function procMacroTable(entries: readonly string[]): string {
  const type = '::proc_macro::bridge::client::ProcMacro';
  const list = entries.map((entry) => `${type}::${entry}`).join(', ');
  return `const _: () = { #[used] static _DECLS: &[${type}] = &[${list}]; };`;
}
