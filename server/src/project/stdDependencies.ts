/**
 * Sources of the crates that std itself is built from, hashbrown above all: no toolchain brings them.
 *
 * They are looked for among the packages that Cargo has unpacked. Where just the version that std was built with has not
 * been unpacked, the one nearest to it is taken.
 */
import type { Host } from '../vfs/host.ts';
import { parseVersion, type Version } from './cargo/semver.ts';
import { sysrootBuild } from './sysrootBuild.ts';

/** Directory of the package, in the Cargo home given. */
export function stdDependency(
  host: Host,
  toolchain: string | undefined,
  target: string,
  cargoHome: string,
  name: string,
): string | undefined {
  const built = sysrootBuild(host, toolchain, target)?.dependencies.get(name);
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
