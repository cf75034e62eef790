/**
 * Fixture files: Rust programs that begin with `//@ key: value` directives and end with what a compiler says of them.
 *
 * Directives (all optional):
 * - `crate-type: bin|lib|rlib` (default `bin`), `edition: 2021` (default), `crate-name: NAME` (default: the file name);
 * - `compile-flags: …`: further flags for rustc, and for our own command line;
 * - `aux: NAME.rs`: a library crate in the `aux` folder beside the fixture, built first and passed as `--extern NAME`;
 *   an aux file has directives of its own;
 * - `known-bug: WHY`: our list is known to differ from rustc's; the test fails once it is exact;
 * - `check-cgus`: the annotations carry codegen units and linkage.
 *
 * Annotations are the lines that begin with `//~ `; they stand at the end of the file, so that writing them moves no
 * line or column of the program.
 */
export interface Directives {
  readonly crateType: 'bin' | 'lib' | 'rlib';
  readonly edition: string;
  readonly crateName: string | undefined;
  readonly compileFlags: readonly string[];
  readonly aux: readonly string[];
  readonly checkCgus: boolean;
  /** What we still get wrong about this program; its test fails as soon as we get it right. */
  readonly knownBug: string | undefined;
}

export interface Annotation {
  /** `MONO_ITEM`, `STD_ITEM`, `POLY_ITEM`, `UNUSED`, … */
  readonly tag: string;
  readonly text: string;
}

export interface Fixture {
  readonly directives: Directives;
  /** The program: everything before the annotations, directives included. */
  readonly source: string;
  readonly annotations: readonly Annotation[];
}

const KNOWN = new Set([
  'crate-type',
  'edition',
  'crate-name',
  'compile-flags',
  'aux',
  'check-cgus',
  'known-bug',
]);

export function parseFixture(text: string): Fixture {
  const source: string[] = [];
  const annotations: Annotation[] = [];
  for (const line of text.split('\n')) {
    const match = /^\/\/~ ([A-Z_]+) (.*)$/.exec(line);
    if (match) annotations.push({ tag: match[1] ?? '', text: (match[2] ?? '').trimEnd() });
    else source.push(line);
  }
  return {
    directives: parseDirectives(text),
    source: `${source.join('\n').trimEnd()}\n`,
    annotations,
  };
}

export function renderFixture(source: string, annotations: readonly Annotation[]): string {
  const lines = annotations.map(({ tag, text }) => `//~ ${tag} ${text}`);
  return lines.length === 0 ? source : `${source}\n${lines.join('\n')}\n`;
}

export function parseDirectives(text: string): Directives {
  let crateType: Directives['crateType'] = 'bin';
  let edition = '2021';
  let crateName: string | undefined;
  let checkCgus = false;
  let knownBug: string | undefined;
  const compileFlags: string[] = [];
  const aux: string[] = [];
  for (const match of text.matchAll(/^\/\/@ *([\w-]+)(?::[ \t]*(.*))?$/gm)) {
    const key = match[1] ?? '';
    const value = (match[2] ?? '').trim();
    if (!KNOWN.has(key)) throw new Error(`unknown fixture directive "${key}"`);
    if (key === 'crate-type') {
      if (value !== 'bin' && value !== 'lib' && value !== 'rlib')
        throw new Error(`unknown crate-type "${value}"`);
      crateType = value;
    } else if (key === 'edition') edition = value;
    else if (key === 'crate-name') crateName = value;
    else if (key === 'compile-flags') compileFlags.push(...value.split(/\s+/));
    else if (key === 'aux') aux.push(value);
    else if (key === 'known-bug') knownBug = value;
    else checkCgus = true;
  }
  return { crateType, edition, crateName, compileFlags, aux, checkCgus, knownBug };
}

/**
 * Codegen unit names without what differs from build to build: the crate's hash, and the hash that ends a name cut
 * for its length.
 */
export function normalizeCgus(line: string): string {
  const at = line.indexOf(' @@ ');
  if (at < 0) return line;
  const units = line
    .slice(at + 4)
    .trim()
    .split(' ')
    .map((unit) => unit.replace(/\.[0-9a-f]{13,16}(?=[-.[])/g, ''))
    .sort();
  return `${line.slice(0, at)} @@ ${units.join(' ')}`;
}
