/**
 * What is collected: a crate, in a certain way. How the crate is compiled is in its profile, which the crate graph has.
 */
import type { Brand } from '../base/brand.ts';
import { Interner } from '../base/interner.ts';
import type { CrateId } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { sharesGenericsByDefault } from '../project/profile.ts';
import type { Database } from '../query/database.ts';

export interface CollectConfig {
  readonly krate: CrateId;
  /** `lazy`: what is used; `eager`: every item that is not generic (`-Clink-dead-code`). */
  readonly strategy: 'lazy' | 'eager';
  /** `-Zshare-generics`, if given; else the profile tells. */
  readonly shareGenerics: boolean | undefined;
  /** Replace unused generic parameters by themselves, as `-Zpolymorphize` did: copies that would be equal become one. */
  readonly polymorphize: boolean;
}

export type ConfigId = Brand<number, 'ConfigId'>;

const configs = new Interner<ConfigId, CollectConfig>((c) =>
  [c.krate, c.strategy, c.shareGenerics ?? '', c.polymorphize].join('|'),
);

export const internConfig = (config: CollectConfig): ConfigId => configs.intern(config);
export const configOf = (id: ConfigId): CollectConfig => configs.lookup(id);

/** What is collected if nothing else is said. */
export function defaultConfig(krate: CrateId): CollectConfig {
  return {
    krate,
    strategy: 'lazy',
    shareGenerics: undefined,
    polymorphize: false,
  };
}

export function sharesGenerics(db: Database, config: CollectConfig): boolean {
  return config.shareGenerics ?? sharesGenericsByDefault(crateData(db, config.krate).profile);
}
