/** What is collected: a crate, built in a certain way. The options of rustc that decide the list of mono items. */
import type { Brand } from '../base/brand.ts';
import { Interner } from '../base/interner.ts';
import type { CrateId } from '../hir/defs.ts';

export interface CollectConfig {
  readonly krate: CrateId;
  /** `lazy`: what is used; `eager`: every item that is not generic (`-Clink-dead-code`). */
  readonly strategy: 'lazy' | 'eager';
  /** `-Copt-level`. */
  readonly optLevel: 0 | 1 | 2 | 3 | 's' | 'z';
  /** `-Cincremental`: codegen units follow modules, and generic items have units of their own. */
  readonly incremental: boolean;
  /** `-Ccodegen-units`, if given. */
  readonly codegenUnits: number | undefined;
  /** `-Zshare-generics`, if given; by default on at opt-level 0, 1, s and z. */
  readonly shareGenerics: boolean | undefined;
  /** Replace unused generic parameters by themselves, as `-Zpolymorphize` did: copies that would be equal become one. */
  readonly polymorphize: boolean;
}

export type ConfigId = Brand<number, 'ConfigId'>;

const configs = new Interner<ConfigId, CollectConfig>((c) =>
  [
    c.krate,
    c.strategy,
    c.optLevel,
    c.incremental,
    c.codegenUnits ?? '',
    c.shareGenerics ?? '',
    c.polymorphize,
  ].join('|'),
);

export const internConfig = (config: CollectConfig): ConfigId => configs.intern(config);
export const configOf = (id: ConfigId): CollectConfig => configs.lookup(id);

/** How cargo builds a crate in its dev profile. */
export function devConfig(krate: CrateId): CollectConfig {
  return {
    krate,
    strategy: 'lazy',
    optLevel: 0,
    incremental: false,
    codegenUnits: undefined,
    shareGenerics: undefined,
    polymorphize: false,
  };
}

export function sharesGenerics(config: CollectConfig): boolean {
  return config.shareGenerics ?? (config.optLevel !== 2 && config.optLevel !== 3);
}
