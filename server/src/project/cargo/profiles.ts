/**
 * Cargo's profiles (Cargo Book, "Profiles"): what `[profile.*]` of the workspace's manifest, of Cargo's configuration and
 * of the environment make of each package. A profile inherits another's settings, `dev` and `release` at the root; a
 * package may have settings of its own, those of other people's packages may be given in one, and so may those of
 * build scripts and procedural macros.
 */
import { devProfile, type OptLevel, overrideProfile, type Profile, releaseProfile } from '../profile.ts';
import type { Environment } from '../sysroot.ts';

type Table = Readonly<Record<string, unknown>>;
type Settings = { -readonly [K in keyof Profile]?: Profile[K] };

export interface ProfiledPackage {
  readonly name: string;
  /** In the workspace. */
  readonly isMember: boolean;
  /** Its sources are the user's: the workspace's, or a path dependency's. */
  readonly isLocal: boolean;
  /** A procedural macro or what one is made of. */
  readonly isForHost: boolean;
}

export interface ProfileSources {
  /** `[profile]` of the workspace's manifest. */
  readonly manifest: Table;
  /** Cargo's configuration files, those that count more first. */
  readonly configs: readonly Table[];
  readonly env: Environment;
  /** Whether anything is compiled incrementally, if that has been decided. */
  readonly incremental?: boolean | undefined;
}

/** How each package is compiled in a profile. */
export function profileOf(sources: ProfileSources, name: string): (pkg: ProfiledPackage) => Profile {
  const { env } = sources;
  const layers = layersOf(sources, name);
  const root = layers.some((layer) => layer.root === 'release') ? 'release' : 'dev';
  const base: Profile = {
    ...(root === 'release' ? releaseProfile : devProfile),
    incremental: root === 'dev',
    debugVariables: root === 'dev',
  };
  const common = layers.reduce((profile, layer) => overrideProfile(profile, settings(layer.table)), base);
  const build = section(sources.configs, 'build');
  const written = typeof build.incremental === 'boolean' ? build.incremental : undefined;
  const wanted = env.CARGO_INCREMENTAL === undefined ? written : env.CARGO_INCREMENTAL !== '0';
  const incremental = sources.incremental ?? wanted;
  return ({ name: pkg, isMember, isLocal, isForHost }) => {
    let profile = overrideProfile(common, { incremental });
    if (isForHost) {
      // Unless it says otherwise, nothing that only runs at build time is optimized.
      profile = { ...profile, optLevel: 0, codegenUnits: undefined, debugVariables: false };
      for (const { table } of layers) profile = own(profile, tableAt(table, 'build-override'));
    }
    for (const spec of isMember ? [pkg] : ['*', pkg]) {
      for (const { table } of layers) profile = own(profile, packageTable(tableAt(table, 'package'), spec));
    }
    return isLocal ? profile : { ...profile, incremental: false };
  };
}

/** Settings for some packages alone; how panics end is one for the whole program. */
function own(profile: Profile, table: Table): Profile {
  const { panic: _, ...rest } = settings(table);
  return overrideProfile(profile, rest);
}

/** The tables of a profile, those of what it inherits before its own. */
function layersOf(sources: ProfileSources, name: string): { readonly root: string; readonly table: Table }[] {
  const layers: { root: string; table: Table }[] = [];
  const seen = new Set<string>();
  for (let at = name; !seen.has(at); ) {
    seen.add(at);
    const tables = [
      tableAt(sources.manifest, at),
      ...sources.configs.map((config) => tableAt(tableAt(config, 'profile'), at)).reverse(),
      fromEnvironment(sources.env, at),
    ];
    layers.unshift(...tables.map((table) => ({ root: at, table })));
    const written = tables.map((table) => table.inherits).findLast((value) => typeof value === 'string');
    const builtIn: Readonly<Record<string, string>> = { test: 'dev', bench: 'release' };
    const parent = at === 'dev' || at === 'release' ? undefined : (written ?? builtIn[at] ?? 'dev');
    if (typeof parent !== 'string') break;
    at = parent;
  }
  return layers;
}

/** `CARGO_PROFILE_<NAME>_<KEY>`. */
function fromEnvironment(env: Environment, profile: string): Table {
  const prefix = `CARGO_PROFILE_${profile.toUpperCase().replaceAll('-', '_')}_`;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const text = env[prefix + key.toUpperCase().replaceAll('-', '_')];
      if (text === undefined) return [];
      const value = /^\d+$/.test(text) ? Number(text) : text === 'true' || (text === 'false' ? false : text);
      return [[key, value]];
    }),
  );
}

const keys = [
  'opt-level',
  'debug',
  'debug-assertions',
  'overflow-checks',
  'incremental',
  'codegen-units',
  'panic',
] as const;

function settings(table: Table): Settings {
  const result: Settings = {};
  const level = optLevel(table['opt-level']);
  if (level !== undefined) result.optLevel = level;
  const variables = debugVariables(table.debug);
  if (variables !== undefined) result.debugVariables = variables;
  const flag = (key: (typeof keys)[number]) => (typeof table[key] === 'boolean' ? table[key] : undefined);
  const assertions = flag('debug-assertions');
  if (assertions !== undefined) result.debugAssertions = assertions;
  const checks = flag('overflow-checks');
  if (checks !== undefined) result.overflowChecks = checks;
  const incremental = flag('incremental');
  if (incremental !== undefined) result.incremental = incremental;
  const units = table['codegen-units'];
  if (typeof units === 'number' && units >= 1) result.codegenUnits = units;
  if (table.panic === 'abort' || table.panic === 'unwind') result.panic = table.panic;
  return result;
}

function optLevel(value: unknown): OptLevel | undefined {
  const text = String(value);
  return text === 's' || text === 'z' ? text : /^[0-3]$/.test(text) ? (Number(text) as OptLevel) : undefined;
}

/** Where less than everything is told, rustc forgets the variables of what it inlines. */
function debugVariables(value: unknown): boolean | undefined {
  if (value === undefined) return undefined;
  return value === true || value === 2 || value === 'full';
}

/** A package's own table, which may name it with its version. */
function packageTable(packages: Table, name: string): Table {
  const key = Object.keys(packages).find((spec) => spec === name || spec.split(/[@:]/)[0] === name);
  return key === undefined ? {} : tableAt(packages, key);
}

function section(configs: readonly Table[], name: string): Table {
  return Object.assign({}, ...[...configs].reverse().map((config) => tableAt(config, name))) as Table;
}

function tableAt(table: Table, key: string): Table {
  const value = table[key];
  return typeof value === 'object' && value !== null ? (value as Table) : {};
}
