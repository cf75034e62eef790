/** Versions and version requirements as Cargo has them (Cargo Book, "Specifying Dependencies"). */

export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly pre: string;
}

export function parseVersion(text: string): Version | undefined {
  const match = /^\s*v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+\S*)?\s*$/.exec(text);
  if (!match) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]), pre: match[4] ?? '' };
}

export function compareVersions(a: Version, b: Version): number {
  const numbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  if (numbers !== 0 || a.pre === b.pre) return numbers;
  // A release comes after its pre-releases.
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1;
  return comparePre(a.pre.split('.'), b.pre.split('.'));
}

function comparePre(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i];
    const y = b[i];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    if (x === y) continue;
    const numeric = [/^\d+$/.test(x), /^\d+$/.test(y)] as const;
    if (numeric[0] && numeric[1]) return Number(x) - Number(y);
    if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}

/** Whether a version satisfies a requirement such as `1.2`, `^0.3`, `>=1, <3`, `=1.0.4`, `1.*`. */
export function satisfies(version: Version, requirement: string): boolean {
  return requirement.split(',').every((part) => satisfiesOne(version, part.trim()));
}

function satisfiesOne(version: Version, requirement: string): boolean {
  if (requirement === '' || requirement === '*') return version.pre === '';
  const match =
    /^(\^|~|=|>=|<=|>|<)?\s*v?(\d+)(?:\.(\d+|\*|x))?(?:\.(\d+|\*|x))?(?:-([0-9A-Za-z.-]+))?(?:\+\S*)?$/.exec(
      requirement,
    );
  if (!match) return false;
  const wildcard = match[3] === '*' || match[3] === 'x' || match[4] === '*' || match[4] === 'x';
  const operator = match[1] ?? (wildcard ? '~' : '^');
  const major = Number(match[2]);
  const minor = digits(match[3]);
  const patch = digits(match[4]);
  const pre = match[5] ?? '';
  const low: Version = { major, minor: minor ?? 0, patch: patch ?? 0, pre };
  // A pre-release is only meant by who names one of the same version.
  const samePatch = version.major === low.major && version.minor === low.minor && version.patch === low.patch;
  if (version.pre !== '' && !(pre !== '' && samePatch)) return false;
  const atLeast = compareVersions(version, low) >= 0;
  switch (operator) {
    case '=':
      return minor === undefined
        ? version.major === major
        : patch === undefined
          ? version.major === major && version.minor === minor
          : compareVersions(version, low) === 0;
    case '>=':
      return atLeast;
    case '<':
      return !atLeast;
    case '>':
      return atLeast && !matchesPrefix(version, major, minor, patch, pre);
    case '<=':
      return !atLeast || matchesPrefix(version, major, minor, patch, pre);
    case '~':
      return atLeast && version.major === major && (minor === undefined || version.minor === minor);
    default:
      if (!atLeast || version.major !== major) return false;
      if (major > 0 || minor === undefined) return true;
      if (version.minor !== minor) return false;
      return minor > 0 || patch === undefined || version.patch === patch;
  }
}

/** Whether a version is one of those that the written part of `major.minor.patch` names. */
function matchesPrefix(
  version: Version,
  major: number,
  minor: number | undefined,
  patch: number | undefined,
  pre: string,
): boolean {
  return (
    version.major === major &&
    (minor === undefined || version.minor === minor) &&
    (patch === undefined || (version.patch === patch && version.pre === pre))
  );
}

function digits(text: string | undefined): number | undefined {
  return text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
}
