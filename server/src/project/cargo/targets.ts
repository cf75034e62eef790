/** The targets of a package: those that its manifest lists and those that stand at the usual places (Cargo Book, "Cargo Targets"). */
import type { Host } from '../../vfs/host.ts';
import { joinPath } from '../../vfs/path.ts';
import type { CrateType, Edition } from '../crateGraph.ts';
import type { TargetKind } from '../project.ts';
import type { Manifest, PackageTable, TargetTable } from './manifest.ts';

export interface CargoTarget {
  readonly kind: TargetKind;
  readonly name: string;
  /** Root file. */
  readonly root: string;
  readonly crateType: CrateType;
  readonly edition: Edition;
  readonly harness: boolean;
  readonly requiredFeatures: readonly string[];
}

const crateTypes: readonly string[] = ['bin', 'lib', 'rlib', 'dylib', 'cdylib', 'staticlib', 'proc-macro'];

/** All targets of a package, the library first. */
export function cargoTargets(host: Host, manifest: Manifest): CargoTarget[] {
  const { package: pkg, directory } = manifest;
  if (!pkg) return [];
  const targets: CargoTarget[] = [];
  const lib = libTarget(host, manifest, pkg);
  if (lib) targets.push(lib);
  const main = `${directory}/src/main.rs`;
  const automatic = [
    ...(host.kindOf(main) === 'file' ? [{ name: pkg.name, root: main }] : []),
    ...discovered(host, `${directory}/src/bin`),
  ];
  const kinds = [
    ['bin', manifest.bins, pkg.autobins, automatic, 'src/bin'],
    ['example', manifest.examples, pkg.autoexamples, discovered(host, `${directory}/examples`), 'examples'],
    ['test', manifest.tests, pkg.autotests, discovered(host, `${directory}/tests`), 'tests'],
    ['bench', manifest.benches, pkg.autobenches, discovered(host, `${directory}/benches`), 'benches'],
  ] as const;
  for (const [kind, listed, auto, found, place] of kinds) {
    const roots = new Set<string>();
    for (const written of listed) {
      const name = written.name ?? pkg.name;
      const root =
        written.path === undefined
          ? (found.find((candidate) => candidate.name === name)?.root ??
            joinPath(directory, `${place}/${name}.rs`))
          : joinPath(directory, written.path);
      roots.add(root);
      targets.push(target(kind, name, root, pkg, written));
    }
    if (!auto) continue;
    for (const { name, root } of found) {
      if (!roots.has(root)) targets.push(target(kind, name, root, pkg, undefined));
    }
  }
  return targets;
}

function libTarget(host: Host, { lib, directory }: Manifest, pkg: PackageTable): CargoTarget | undefined {
  const usual = `${directory}/src/lib.rs`;
  if (!lib && (!pkg.autolib || host.kindOf(usual) !== 'file')) return undefined;
  const root = lib?.path === undefined ? usual : joinPath(directory, lib.path);
  const types = lib?.crateTypes.filter((type) => crateTypes.includes(type)) ?? [];
  // What dependents and `cargo rustc --lib` see of several types is the Rust library.
  const rustLibrary = types.includes('lib') || types.includes('rlib');
  const crateType =
    lib?.procMacro || types.includes('proc-macro')
      ? 'proc-macro'
      : types.length === 0 || rustLibrary
        ? 'lib'
        : (types[0] as CrateType);
  return {
    kind: 'lib',
    name: crateName(lib?.name ?? pkg.name),
    root,
    crateType,
    edition: lib?.edition ?? pkg.edition,
    harness: lib?.harness ?? true,
    requiredFeatures: [],
  };
}

function target(
  kind: TargetKind,
  name: string,
  root: string,
  pkg: PackageTable,
  written: TargetTable | undefined,
): CargoTarget {
  const type = written?.crateTypes.find((t) => crateTypes.includes(t)) as CrateType | undefined;
  return {
    kind,
    name,
    root,
    crateType: kind === 'example' ? (type ?? 'bin') : 'bin',
    edition: written?.edition ?? pkg.edition,
    harness: written?.harness ?? true,
    requiredFeatures: written?.requiredFeatures ?? [],
  };
}

/** `x.rs` and `x/main.rs` in a directory. */
function discovered(host: Host, directory: string): { readonly name: string; readonly root: string }[] {
  const found: { name: string; root: string }[] = [];
  for (const entry of host.readDirectory(directory) ?? []) {
    if (!entry.isDirectory) {
      if (entry.name.endsWith('.rs'))
        found.push({ name: entry.name.slice(0, -3), root: `${directory}/${entry.name}` });
    } else if (host.kindOf(`${directory}/${entry.name}/main.rs`) === 'file') {
      found.push({ name: entry.name, root: `${directory}/${entry.name}/main.rs` });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The name that rustc gets. */
export function crateName(name: string): string {
  return name.replaceAll('-', '_');
}
