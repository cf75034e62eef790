/** What kind of macro a definition is, by its attributes. */
import type { CfgOptions } from '../../project/cfg.ts';
import { attrArguments, attrWords, findAttr, hasAttr } from '../attrs.ts';
import type { Attrs, Item } from '../itemTree.ts';

/** The compiler itself knows what it expands to. */
export function isBuiltinMacro(attrs: Attrs, cfg: CfgOptions): boolean {
  return hasAttr(attrs, cfg, 'rustc_builtin_macro');
}

/** The name that the compiler knows a built-in macro by: its own, or the one that the attribute gives. */
export function builtinMacroName(item: Item, cfg: CfgOptions): string | undefined {
  const attr = findAttr(item.attrs, cfg, 'rustc_builtin_macro');
  return attr && (attrWords(attr)[0] ?? item.name);
}

/** The name that such a function's macro has. */
export function procMacroName(item: Item, cfg: CfgOptions): string | undefined {
  const derive = findAttr(item.attrs, cfg, 'proc_macro_derive');
  return derive ? attrArguments(derive).split(',')[0]?.trim() || undefined : item.name;
}

/** How a procedural macro is called; undefined for a function that is none. */
export function procMacroKind(attrs: Attrs, cfg: CfgOptions): 'Call' | 'Derive' | 'Attribute' | undefined {
  if (hasAttr(attrs, cfg, 'proc_macro')) return 'Call';
  if (hasAttr(attrs, cfg, 'proc_macro_derive')) return 'Derive';
  return hasAttr(attrs, cfg, 'proc_macro_attribute') ? 'Attribute' : undefined;
}
