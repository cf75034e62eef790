/** What a function's declaration says of whether and where it is compiled; the same for all copies. */
import { structuralEquals } from '../base/structuralEquals.ts';
import { type CodegenFnAttrs, codegenFnAttrs } from '../hir/codegenAttrs.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { defKind, defParent } from '../hir/defs.ts';
import { defineRememberedQuery } from '../hir/rememberedBodies.ts';

export interface CodeFacts {
  /** It is not only declared. */
  readonly hasBody: boolean;
  /** As `CodegenFnAttrs` have it. `never`: whoever compiles a copy shares it. */
  readonly inline: CodegenFnAttrs['inline'];
  /** It has a symbol that others ask for by name, or is naked: there is one of it. */
  readonly isUnique: boolean;
}

export const codeFacts = defineRememberedQuery<CodeFacts>(
  'codeFacts',
  'code',
  (db, def) => {
    const parent = defParent(def);
    const item = itemOf(db, def);
    const isForeign = parent !== undefined && defKind(parent) === 'ForeignMod';
    const { inline, isExternIndicator, isNaked } = codegenFnAttrs(db, def);
    return {
      hasBody: !isForeign && (item?.kind !== 'Fn' || (item.hasBody && !item.isForeign)),
      inline,
      isUnique: isExternIndicator || isNaked,
    };
  },
  { equals: structuralEquals },
);
