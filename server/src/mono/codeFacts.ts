/** What a function's declaration says of whether and where it is compiled; the same for all copies. */
import { codegenFnAttrs } from '../hir/codegenAttrs.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { defKind, defParent } from '../hir/defs.ts';
import { defineRememberedQuery } from '../ty/rememberedBodies.ts';

export interface CodeFacts {
  /** It is not only declared. */
  readonly hasBody: boolean;
  /** `#[inline(never)]`: whoever compiles a copy shares it. */
  readonly isNeverInlined: boolean;
}

export const codeFacts = defineRememberedQuery<CodeFacts>(
  'codeFacts',
  'code',
  (db, def) => {
    const parent = defParent(def);
    const item = itemOf(db, def);
    const isForeign = parent !== undefined && defKind(parent) === 'ForeignMod';
    return {
      hasBody: !isForeign && (item?.kind !== 'Fn' || (item.hasBody && !item.isForeign)),
      isNeverInlined: codegenFnAttrs(db, def).inline === 'never',
    };
  },
  { equals: (a, b) => a.hasBody === b.hasBody && a.isNeverInlined === b.isNeverInlined },
);
