/**
 * Sources of the crates that std itself is built from, hashbrown above all: no toolchain brings them.
 *
 * They are looked for among the packages that Cargo has unpacked. Which version std was built with stands in its
 * shared library, in the names of the files that its panics speak of (`/rust/deps/hashbrown-0.16.1/src/raw/mod.rs`);
 * where just that one has not been unpacked, the version nearest to it is taken.
 */
import type { Host } from '../vfs/host.ts';
import { parseVersion, type Version } from './cargo/semver.ts';
import { sysrootLibrary } from './sysrootSymbols.ts';

/** Directory of the package, in the Cargo home given. */
export function stdDependency(
  host: Host,
  toolchain: string | undefined,
  target: string,
  cargoHome: string,
  name: string,
): string | undefined {
  const built = builtVersion(host, toolchain, target, name);
  const source = `${cargoHome}/registry/src`;
  let nearest: { readonly directory: string; readonly distance: number } | undefined;
  for (const registry of host.readDirectory(source) ?? []) {
    for (const entry of host.readDirectory(`${source}/${registry.name}`) ?? []) {
      if (!entry.isDirectory || !entry.name.startsWith(`${name}-`)) continue;
      const version = parseVersion(entry.name.slice(name.length + 1));
      if (version?.pre !== '') continue;
      const distance = built ? Math.abs(rank(version) - rank(built)) : -rank(version);
      if (!nearest || distance < nearest.distance) {
        nearest = { directory: `${source}/${registry.name}/${entry.name}`, distance };
      }
    }
  }
  return nearest?.directory;
}

function rank({ major, minor, patch }: Version): number {
  return (major * 1e4 + minor) * 1e4 + patch;
}

const read = new Map<string, ReadonlyMap<string, Version>>();

function builtVersion(
  host: Host,
  toolchain: string | undefined,
  target: string,
  name: string,
): Version | undefined {
  const path = sysrootLibrary(host, toolchain, target);
  if (path === undefined) return undefined;
  let versions = read.get(path);
  if (!versions) {
    const text = new TextDecoder('latin1').decode(host.readBytes?.(path));
    const found = new Map<string, Version>();
    for (const [, crate = '', number = ''] of text.matchAll(/\/rust\/deps\/([\w-]+)-(\d+\.\d+\.\d+)\//g)) {
      const version = parseVersion(number);
      if (version) found.set(crate, version);
    }
    versions = found;
    read.set(path, versions);
  }
  return versions.get(name);
}
