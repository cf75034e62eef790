/**
 * The traits that the compiler itself knows: `#[lang = "…"]` on the trait says which. Asked of the trait, so that it
 * costs nothing for all others.
 */
import { attrString, findAttr, hasAttr } from '../hir/attrs.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defCrate } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';

export interface TraitFlags {
  readonly lang: string | undefined;
  readonly isAuto: boolean;
  /** `#[marker]`: overlapping impls are fine. */
  readonly isMarker: boolean;
  /** `#[fundamental]`, `#[rustc_coinductive]`, …: only what selection asks. */
  readonly isCoinductive: boolean;
}

const notATrait: TraitFlags = { lang: undefined, isAuto: false, isMarker: false, isCoinductive: false };

export const traitFlags = defineQuery<DefId, TraitFlags>(
  'traitFlags',
  (db, trait) => {
    const it = item(db, trait);
    if (it?.kind !== 'Trait') return notATrait;
    const { cfg } = crateData(db, defCrate(trait));
    const lang = attrString(findAttr(it.attrs, cfg, 'lang'));
    return {
      lang,
      isAuto: it.isAuto || hasAttr(it.attrs, cfg, 'rustc_auto_trait'),
      isMarker: hasAttr(it.attrs, cfg, 'marker'),
      isCoinductive: hasAttr(it.attrs, cfg, 'rustc_coinductive'),
    };
  },
  {
    equals: (a, b) =>
      a.lang === b.lang &&
      a.isAuto === b.isAuto &&
      a.isMarker === b.isMarker &&
      a.isCoinductive === b.isCoinductive,
  },
);

/** A proof of `T: Trait` may assume `T: Trait`: for auto traits, `Sized` and its kin. */
export function isCoinductive(db: Database, trait: DefId): boolean {
  const flags = traitFlags(db, trait);
  return (
    flags.isAuto ||
    flags.isCoinductive ||
    flags.lang === 'sized' ||
    flags.lang === 'meta_sized' ||
    flags.lang === 'pointee_sized'
  );
}

/** `Fn`, `FnMut` or `FnOnce` by their lang item names. */
export function fnTraitKind(lang: string | undefined): 'Fn' | 'FnMut' | 'FnOnce' | undefined {
  return lang === 'fn' ? 'Fn' : lang === 'fn_mut' ? 'FnMut' : lang === 'fn_once' ? 'FnOnce' : undefined;
}

const kindRank = { Fn: 0, FnMut: 1, FnOnce: 2 } as const;

/** Whether a closure of kind `has` can be called as `wanted`. */
export function kindExtends(has: keyof typeof kindRank, wanted: keyof typeof kindRank): boolean {
  return kindRank[has] <= kindRank[wanted];
}
