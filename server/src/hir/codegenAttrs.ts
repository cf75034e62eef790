/** What code generation reads of a definition's attributes. After rustc's `codegen_fn_attrs`. */

import { type Database, defineQuery } from '../query/database.ts';
import { attrArguments, attrWords, findAttr, findAttrs, hasAttr } from './attrs.ts';
import { item as itemOf } from './defMap/defSource.ts';
import { type DefId, defCrate } from './defs.ts';
import { crateData } from './inputs.ts';

export interface CodegenFnAttrs {
  readonly inline: 'none' | 'hint' | 'always' | 'never';
  readonly trackCaller: boolean;
  /** `#[no_mangle]`, `#[export_name]`, `#[linkage]`: a symbol that others may ask for by name. */
  readonly isExternIndicator: boolean;
  /** `#[rustc_std_internal_symbol]`: std's own weak coupling between crates. */
  readonly isStdInternalSymbol: boolean;
  readonly isUsed: boolean;
  readonly isNaked: boolean;
  readonly isIntrinsic: boolean;
  readonly isThreadLocal: boolean;
  readonly isCold: boolean;
  /** `#[target_feature]`, as written: code for one set of features is not inlined into code for another. */
  readonly targetFeatures: string;
}

const none: CodegenFnAttrs = {
  inline: 'none',
  trackCaller: false,
  isExternIndicator: false,
  isStdInternalSymbol: false,
  isUsed: false,
  isNaked: false,
  isIntrinsic: false,
  isThreadLocal: false,
  isCold: false,
  targetFeatures: '',
};

export const codegenFnAttrs = defineQuery<DefId, CodegenFnAttrs>(
  'codegenFnAttrs',
  (db, def) => {
    const item = itemOf(db, def);
    if (!item) return none;
    const { cfg } = crateData(db, defCrate(def));
    const has = (name: string) => hasAttr(item.attrs, cfg, name);
    const unsafeAttr = findAttr(item.attrs, cfg, 'unsafe');
    const unsafeWords = attrWords(unsafeAttr).map((word) => /^\w+/.exec(word)?.[0]);
    const inline = findAttr(item.attrs, cfg, 'inline');
    const word = attrWords(inline)[0];
    return {
      inline: has('rustc_force_inline')
        ? 'always'
        : !inline
          ? 'none'
          : word === 'always'
            ? 'always'
            : word === 'never'
              ? 'never'
              : 'hint',
      trackCaller: has('track_caller'),
      isExternIndicator:
        has('no_mangle') ||
        has('export_name') ||
        has('linkage') ||
        unsafeWords.includes('no_mangle') ||
        unsafeWords.includes('export_name'),
      isStdInternalSymbol: has('rustc_std_internal_symbol'),
      isUsed: has('used'),
      isNaked: has('naked') || unsafeWords.includes('naked'),
      isIntrinsic: has('rustc_intrinsic'),
      isThreadLocal: has('thread_local'),
      isCold: has('cold'),
      targetFeatures: findAttrs(item.attrs, cfg, 'target_feature').map(attrArguments).join(','),
    };
  },
  { equals: sameAttrs },
);

function sameAttrs(a: CodegenFnAttrs, b: CodegenFnAttrs): boolean {
  return (Object.keys(none) as (keyof CodegenFnAttrs)[]).every((key) => a[key] === b[key]);
}

/** Whether calls carry the caller's location; for closures and trait methods the attribute is looked up where it counts. */
export function requiresCallerLocation(db: Database, def: DefId): boolean {
  return codegenFnAttrs(db, def).trackCaller;
}
