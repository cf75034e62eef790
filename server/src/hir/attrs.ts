/**
 * Attributes, evaluated for a crate: which of them hold (`cfg`, `cfg_attr`) and what their arguments say.
 *
 * An `ItemTree` is the same for every crate that includes the file, so conditions are kept in it as written; they
 * are decided here against the crate's options.
 */
import { type CfgOptions, evaluateCfg } from '../project/cfg.ts';
import { splitCommas } from './attrText.ts';
import type { Attr, Attrs } from './itemTree.ts';
import type { Path, PathKind } from './typeRef.ts';

/** Whether an item with these attributes is part of the crate. */
export function isEnabled(attrs: Attrs, cfg: CfgOptions): boolean {
  for (const expr of attrs.cfg) if (!evaluateCfg(expr, cfg)) return false;
  return true;
}

function holds(attr: Attr, cfg: CfgOptions): boolean {
  return attr.cfg === undefined || evaluateCfg(attr.cfg, cfg);
}

/** The first active attribute of that name. */
export function findAttr(attrs: Attrs, cfg: CfgOptions, name: string): Attr | undefined {
  for (const attr of attrs.list) if (isNamed(attr, name) && holds(attr, cfg)) return attr;
  return undefined;
}

/** Macros name built-in attributes by where the prelude has them, lest something else be meant: `::core::prelude::v1::test`. */
function isNamed({ path }: Attr, name: string): boolean {
  return path === name || (path.endsWith(name) && inPrelude.exec(path)?.[1] === name);
}

const inPrelude = /^(?:::)?(?:core|std)::prelude::\w+::(\w+)$/;

export function hasAttr(attrs: Attrs, cfg: CfgOptions, name: string): boolean {
  return findAttr(attrs, cfg, name) !== undefined;
}

/** All active attributes of that name. */
export function findAttrs(attrs: Attrs, cfg: CfgOptions, name: string): readonly Attr[] {
  return attrs.list.filter((attr) => isNamed(attr, name) && holds(attr, cfg));
}

/** The string of `#[name = "string"]`. */
export function attrString(attr: Attr | undefined): string | undefined {
  if (!attr) return undefined;
  const match = /^\s*=\s*(?:r(#*)"([\s\S]*)"\1|"((?:[^"\\]|\\[\s\S])*)")\s*$/.exec(attr.args);
  if (!match) return undefined;
  return match[2] ?? unescapeString(match[3] ?? '');
}

/** The text between the delimiters of `#[name(…)]`. */
export function attrArguments(attr: Attr | undefined): string {
  const text = attr?.args.trim() ?? '';
  return /^[([{]/.test(text) ? text.slice(1, -1).trim() : '';
}

/** The words of `#[name(a, b = "c", d(e))]`, as written. */
export function attrWords(attr: Attr | undefined): string[] {
  return splitCommas(attrArguments(attr))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** The macros named by one `#[derive(A, b::C)]`, in order. */
export function derivePaths(attr: Attr): Path[] {
  return attrWords(attr).flatMap((word) => parseSimplePath(word) ?? []);
}

/** A path of plain identifiers, as attributes and visibilities have them. */
export function parseSimplePath(text: string): Path | undefined {
  const words = text.split('::').map((word) => word.trim());
  let kind: PathKind = 'Plain';
  let supers = 0;
  let dollarCrate: Path['dollarCrate'];
  const first = words[0];
  const expandedCrate = first === undefined ? null : /^__dollar_crate_(\d+)$/.exec(first);
  if (first === '') kind = 'Global';
  else if (first === 'crate') kind = 'Crate';
  else if (first === 'self') kind = 'Self';
  else if (first === 'super') kind = 'Super';
  else if (expandedCrate) {
    kind = 'DollarCrate';
    dollarCrate = Number(expandedCrate[1]) as Path['dollarCrate'];
  }
  if (kind !== 'Plain') words.shift();
  if (kind === 'Super') {
    supers = 1;
    while (words[0] === 'super') {
      supers++;
      words.shift();
    }
  }
  const segments = words.map((word) => ({ name: word.replace(/^r#/, ''), args: undefined }));
  if (!segments.every((segment) => /^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(segment.name)))
    return undefined;
  if (kind === 'Plain' && segments.length === 0) return undefined;
  return { kind, supers, dollarCrate, qself: undefined, traitSegments: 0, segments };
}

function unescapeString(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-fA-F_]{1,8})\}|x([0-9a-fA-F]{2})|\r?\n\s*|([\s\S]))/g,
    (whole, unicode: string | undefined, hex: string | undefined, single: string | undefined) => {
      const code = unicode ?? hex;
      if (code !== undefined) {
        const point = Number.parseInt(code.replaceAll('_', ''), 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      }
      if (single === undefined) return '';
      return { n: '\n', t: '\t', r: '\r', '0': '\0' }[single] ?? single;
    },
  );
}
