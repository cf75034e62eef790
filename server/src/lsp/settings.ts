/** The client's settings with the defaults filled in; whatever has the wrong type counts as not set. */
import type { CodeLensConfig } from '../ide/codeLens.ts';
import type { CollectConfig } from '../mono/config.ts';
import type { Configuration } from './protocol.ts';

export interface Settings {
  readonly lens: CodeLensConfig;
  readonly hover: { readonly enable: boolean; readonly maximumItems: number };
  readonly unusedParameterHints: boolean;
  readonly instanceHints: boolean;
  readonly analysis: {
    readonly strategy: 'lazy' | 'eager';
    readonly polymorphize: boolean;
    readonly incremental: boolean;
    readonly release: boolean;
  };
  readonly cargo: {
    readonly features: readonly string[] | 'all';
    readonly noDefaultFeatures: boolean;
    readonly cfg: readonly string[];
  };
  /** Whether procedural macros that cargo has compiled are run, in trusted workspaces. */
  readonly procMacros: boolean;
  /** Undefined: to be looked for. */
  readonly sysrootSource: string | undefined;
}

export function readSettings(value: unknown): Settings {
  const { lens, hover, diagnostics, inlayHints, analysis, cargo, procMacros, sysroot } = section(
    value,
  ) as Configuration;
  const { features } = section(cargo) as NonNullable<Configuration['cargo']>;
  const flag = (table: unknown, key: string, fallback: boolean): boolean => {
    const found = section(table)[key];
    return typeof found === 'boolean' ? found : fallback;
  };
  const count = (table: unknown, key: string, fallback: number, minimum: number): number => {
    const found = section(table)[key];
    return typeof found === 'number' && Number.isFinite(found)
      ? Math.max(minimum, Math.floor(found))
      : fallback;
  };
  const strings = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string') : [];
  const source = section(sysroot).source;
  return {
    lens: {
      instantiations: flag(lens, 'instantiations', true),
      unusedParameters: flag(lens, 'unusedParameters', true),
      neverInstantiated: flag(lens, 'neverInstantiated', true),
      minimumCount: count(lens, 'minimumCount', 0, 0),
    },
    hover: { enable: flag(hover, 'enable', true), maximumItems: count(hover, 'maximumItems', 10, 1) },
    unusedParameterHints: flag(diagnostics, 'unusedParameters', true),
    instanceHints: flag(inlayHints, 'instances', false),
    analysis: {
      strategy: section(analysis).strategy === 'eager' ? 'eager' : 'lazy',
      polymorphize: flag(analysis, 'polymorphize', false),
      incremental: flag(analysis, 'incremental', true),
      release: flag(analysis, 'release', false),
    },
    cargo: {
      features: features === 'all' ? 'all' : strings(features),
      noDefaultFeatures: flag(cargo, 'noDefaultFeatures', false),
      cfg: strings(section(cargo).cfg),
    },
    procMacros: flag(procMacros, 'enable', true),
    sysrootSource: typeof source === 'string' && source.trim() !== '' ? source.trim() : undefined,
  };
}

function section(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** What of the settings decides the project that is loaded. */
export function sameProject(a: Settings, b: Settings): boolean {
  const key = ({ cargo, procMacros, sysrootSource, analysis: { release, incremental } }: Settings) =>
    JSON.stringify([cargo, procMacros, sysrootSource, release, incremental]);
  return key(a) === key(b);
}

/** How the targets are compiled. */
export function collectOptions({ analysis }: Settings): Omit<CollectConfig, 'krate'> {
  return {
    strategy: analysis.strategy,
    shareGenerics: undefined,
    polymorphize: analysis.polymorphize,
  };
}
