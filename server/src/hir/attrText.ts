/**
 * Attributes, from the text between `#[` and `]`.
 *
 * They are parsed from their text and not from Tree-sitter's nodes, since the arguments of an attribute are an
 * arbitrary token tree. `cfg` becomes a {@link CfgExpr}; `cfg_attr(pred, a, b)` becomes `a` and `b`, each under
 * `pred`; attributes that say nothing to this engine (documentation, lints) are dropped, and of `unstable` only the
 * feature is kept.
 */
import type { CfgExpr } from '../project/cfg.ts';
import { withoutComments } from '../syntax/withoutComments.ts';
import type { Attr, Attrs } from './itemTree.ts';

export const noAttrs: Attrs = { cfg: [], list: [] };

const dropped =
  /^(?:allow|warn|deny|forbid|expect|must_use|deprecated|stable|diagnostic|clippy|rustfmt|rustc_const_stable|rustc_const_unstable|rustc_on_unimplemented|rustc_confusables|rustc_allow_const_fn_unstable|rustc_allowed_through_unstable_modules|rustc_lint\w*|rustc_deny_explicit_impl|debugger_visualizer|docs?_auto_cfg)(?:::|$)/;

/** Collects the attributes of one item. */
export class AttrsBuilder {
  readonly #cfg: CfgExpr[] = [];
  readonly #list: Attr[] = [];

  /** `text` is what stands between the brackets. */
  add(text: string): void {
    const written = /\/[/*]/.test(text) ? withoutComments(text, 0, text.length, () => false) : text;
    this.#add(written, undefined);
  }

  /** Takes over what another builder made. */
  addAll(attrs: Attrs): void {
    this.#cfg.push(...attrs.cfg);
    this.#list.push(...attrs.list);
  }

  build(): Attrs {
    return this.#cfg.length === 0 && this.#list.length === 0 ? noAttrs : { cfg: this.#cfg, list: this.#list };
  }

  #add(text: string, condition: CfgExpr | undefined): void {
    let { path, args } = splitAttr(text);
    if (path === 'unsafe' && args.startsWith('(')) ({ path, args } = splitAttr(inside(args)));
    if (path === 'cfg') {
      const expr = parseCfg(inside(args));
      this.#cfg.push(condition ? { kind: 'Any', exprs: [{ kind: 'Not', expr: condition }, expr] } : expr);
    } else if (path === 'cfg_attr') {
      const [predicate = '', ...attrs] = splitCommas(inside(args));
      const expr = parseCfg(predicate);
      const both: CfgExpr = condition ? { kind: 'All', exprs: [condition, expr] } : expr;
      for (const attr of attrs) this.#add(attr, both);
    } else if (path === 'unstable') {
      this.#list.push({ path, args: /feature\s*=\s*"(\w+)"/.exec(args)?.[1] ?? '' });
    } else if (path === 'doc' ? args.includes('hidden') && args.startsWith('(') : !dropped.test(path)) {
      this.#list.push(condition ? { path, args, cfg: condition } : { path, args });
    }
  }
}

/** `a::b`, in generated text also ` :: a :: b `. */
const attrPath = /^\s*(?:::\s*)?[\w#]+(?:\s*::\s*[\w#]+)*/;

function splitAttr(text: string): { path: string; args: string } {
  const written = attrPath.exec(text)?.[0] ?? '';
  return { path: written.replace(/\s+/g, ''), args: text.slice(written.length).trim() };
}

/** The text between the outer delimiters. */
function inside(args: string): string {
  return args.slice(1, args.endsWith(')') || args.endsWith(']') || args.endsWith('}') ? -1 : undefined);
}

/** Splits at the commas outside of delimiters and strings. */
export function splitCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
    } else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  if (text.slice(from).trim() !== '') parts.push(text.slice(from));
  return parts;
}

/** Parses a `cfg` predicate. */
export function parseCfg(text: string): CfgExpr {
  const trimmed = text.trim();
  const call = /^(all|any|not)\s*\(([\s\S]*)\)$/.exec(trimmed);
  if (call) {
    const exprs = splitCommas(call[2]!).map(parseCfg);
    if (call[1] === 'all') return { kind: 'All', exprs };
    if (call[1] === 'any') return { kind: 'Any', exprs };
    return exprs.length === 1 ? { kind: 'Not', expr: exprs[0]! } : { kind: 'Invalid' };
  }
  if (trimmed === 'true' || trimmed === 'false') return { kind: 'Bool', value: trimmed === 'true' };
  const pair = /^(?:r#)?([A-Za-z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"$/.exec(trimmed);
  if (pair) return { kind: 'KeyValue', key: pair[1]!, value: pair[2]! };
  const flag = /^(?:r#)?([A-Za-z_]\w*)$/.exec(trimmed);
  return flag ? { kind: 'Flag', name: flag[1]! } : { kind: 'Invalid' };
}
