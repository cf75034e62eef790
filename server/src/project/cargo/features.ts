/**
 * Which features, and so which optional dependencies, each package is built with (Cargo Book, "Features").
 *
 * A fixpoint over the packages that the chosen ones reach: activating a feature activates others and enables
 * dependencies, an enabled dependency gets the features that are asked of it, and each package gets the union of what
 * all its dependents ask. Which dependencies count is what tells Cargo's resolvers apart: version 2 leaves
 * dev-dependencies out unless tests are built, and build-dependencies and those of other targets always; version 1
 * counts all of them.
 */
import { type CfgOptions, evaluateCfg } from '../cfg.ts';
import type { ManifestDependency } from './manifest.ts';
import type { Package, PackageSet } from './packages.ts';

export interface FeatureRequest {
  /** The packages that are built. */
  readonly roots: readonly Package[];
  readonly features: readonly string[];
  readonly allFeatures: boolean;
  readonly noDefaultFeatures: boolean;
  /** Tests, examples or benches are built, so that dev-dependencies of the roots count. */
  readonly withDev: boolean;
  /** Cargo's feature resolver of version 1. */
  readonly legacy: boolean;
  readonly target: string;
  readonly cfg: CfgOptions;
}

interface State {
  readonly features: Set<string>;
  /** Keys of the optional dependencies that are enabled. */
  readonly enabled: Set<string>;
  /** Features asked by `dep?/feature` of dependencies that are not enabled yet. */
  readonly weak: Map<string, string[]>;
}

export interface FeatureResolution {
  featuresOf(pkg: Package): ReadonlySet<string>;
  /** The dependencies of that kind that the package is built with. */
  dependenciesOf(pkg: Package, kinds: readonly ManifestDependency['kind'][]): readonly ManifestDependency[];
}

export function resolveFeatures(packages: PackageSet, request: FeatureRequest): FeatureResolution {
  const states = new Map<string, State>();
  const roots = new Set(request.roots.map((pkg) => pkg.id));

  const applies = (dependency: ManifestDependency): boolean =>
    dependency.target === undefined ||
    (typeof dependency.target === 'string'
      ? dependency.target === request.target
      : evaluateCfg(dependency.target, request.cfg));

  const counts = (pkg: Package, dependency: ManifestDependency): boolean => {
    if (!request.legacy && !applies(dependency)) return false;
    switch (dependency.kind) {
      case 'normal':
        return true;
      case 'dev':
        return roots.has(pkg.id) && (request.withDev || request.legacy);
      case 'build':
        return request.legacy;
    }
  };

  const stateOf = (pkg: Package): State => {
    let state = states.get(pkg.id);
    if (!state) {
      state = { features: new Set(), enabled: new Set(), weak: new Map() };
      states.set(pkg.id, state);
      for (const dependency of pkg.manifest.dependencies) {
        if (!dependency.optional && counts(pkg, dependency)) pass(pkg, dependency, dependency.features);
      }
    }
    return state;
  };

  /** Builds a dependency with its defaults, unless they are switched off, and with these features. */
  const pass = (pkg: Package, dependency: ManifestDependency, features: readonly string[]): void => {
    const found = packages.dependency(pkg, dependency);
    if (!found) return;
    stateOf(found);
    if (dependency.defaultFeatures && found.manifest.features.has('default')) activate(found, 'default');
    for (const feature of features) activate(found, feature);
  };

  const enable = (pkg: Package, key: string): void => {
    const state = stateOf(pkg);
    if (state.enabled.has(key)) return;
    state.enabled.add(key);
    for (const dependency of pkg.manifest.dependencies) {
      if (dependency.key !== key || !dependency.optional || !counts(pkg, dependency)) continue;
      pass(pkg, dependency, [...dependency.features, ...(state.weak.get(key) ?? [])]);
    }
  };

  const isOptional = (pkg: Package, key: string): boolean =>
    pkg.manifest.dependencies.some((dependency) => dependency.key === key && dependency.optional);

  const activate = (pkg: Package, feature: string): void => {
    const state = stateOf(pkg);
    if (feature.startsWith('dep:')) {
      enable(pkg, feature.slice(4));
      return;
    }
    const slash = feature.indexOf('/');
    if (slash >= 0) {
      const weak = feature[slash - 1] === '?';
      const key = feature.slice(0, weak ? slash - 1 : slash);
      const asked = feature.slice(slash + 1);
      if (isOptional(pkg, key)) {
        state.weak.set(key, [...(state.weak.get(key) ?? []), asked]);
        if (!weak) {
          // `dep/feature` also activates the feature named like the dependency.
          if (!state.enabled.has(key) && (pkg.manifest.features.has(key) || hasImplicit(pkg, key)))
            activate(pkg, key);
          enable(pkg, key);
        }
        if (!state.enabled.has(key)) return;
      }
      for (const dependency of pkg.manifest.dependencies) {
        if (dependency.key !== key || !counts(pkg, dependency)) continue;
        const found = packages.dependency(pkg, dependency);
        if (found) activate(found, asked);
      }
      return;
    }
    if (state.features.has(feature)) return;
    const implied = pkg.manifest.features.get(feature);
    if (implied) {
      state.features.add(feature);
      for (const next of implied) activate(pkg, next);
    } else if (hasImplicit(pkg, feature)) {
      state.features.add(feature);
      enable(pkg, feature);
    }
  };

  for (const root of request.roots) {
    stateOf(root);
    if (request.allFeatures) {
      for (const feature of root.manifest.features.keys()) activate(root, feature);
      for (const { key, optional } of root.manifest.dependencies) {
        if (optional && hasImplicit(root, key)) activate(root, key);
      }
    }
    if (!request.noDefaultFeatures && root.manifest.features.has('default')) activate(root, 'default');
    for (const feature of request.features) {
      // `package/feature` on the command line is for that package alone.
      const slash = feature.indexOf('/');
      const owner = slash < 0 ? undefined : request.roots.find((pkg) => pkg.name === feature.slice(0, slash));
      if (!owner) activate(root, feature);
      else if (owner === root) activate(root, feature.slice(slash + 1));
    }
  }

  return {
    featuresOf: (pkg) => stateOf(pkg).features,
    dependenciesOf: (pkg, kinds) =>
      pkg.manifest.dependencies.filter(
        (dependency) =>
          kinds.includes(dependency.kind) &&
          applies(dependency) &&
          (!dependency.optional || stateOf(pkg).enabled.has(dependency.key)),
      ),
  };
}

/** An optional dependency is a feature by itself unless some feature names it with `dep:`. */
function hasImplicit({ manifest }: Package, key: string): boolean {
  if (!manifest.dependencies.some((dependency) => dependency.key === key && dependency.optional))
    return false;
  for (const implied of manifest.features.values()) if (implied.includes(`dep:${key}`)) return false;
  return true;
}
