/**
 * `impl Trait` in a type alias: `type Inner<'a> = impl Iterator<Item = &'a str>`. A body that the attribute
 * `#[define_opaque(Inner)]` stands at says what is behind it, as one does of the `impl Trait` of its own result; std has
 * a few. The body speaks of its own parameters, so what it found is put over those of the alias, as in rustc's
 * `remap_generic_params_to_declaration_params`.
 */

import { equalLists } from '../base/equalLists.ts';
import { attrWords, findAttr, parseSimplePath } from '../hir/attrs.ts';
import { crateDefMap } from '../hir/defMap/defMap.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type CrateId, type DefId, defCrate, defKind, defParent } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { resolvePath, resolverFor } from '../hir/resolver.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { anyPart, substitute } from './fold.ts';
import { identityArgs } from './generics.ts';
import { erasedRegion, isRegion, isTy, mkArgs, unknownTy } from './intern.ts';
import { fnSig, opaqueTypesWrittenIn, typeOf } from './signatures.ts';
import { type GenericArg, type GenericArgs, type Ty, TypeFlag } from './types.ts';

/** The opaque types that a body defines: those written in its own result, and those of the aliases it is said to define. */
export function opaqueTypesDefinedBy(db: Database, owner: DefId): readonly DefId[] {
  const written = opaqueTypesWrittenIn(db, owner);
  const aliases = aliasesDefinedBy(db, owner);
  return aliases.length === 0
    ? written
    : [...written, ...aliases.flatMap((alias) => opaqueTypesWrittenIn(db, alias))];
}

function aliasesDefinedBy(db: Database, owner: DefId): readonly DefId[] {
  const attrs = item(db, owner)?.attrs;
  if (!attrs || attrs.list.length === 0) return [];
  return attrWords(findAttr(attrs, crateData(db, defCrate(owner)).cfg, 'define_opaque')).flatMap((word) => {
    const path = parseSimplePath(word);
    const res = path && resolvePath(db, resolverFor(db, owner), path, 'type').res;
    return res?.kind === 'Def' && defKind(res.def) === 'TyAlias' ? [res.def] : [];
  });
}

const opaqueDefiners = defineQuery<CrateId, readonly DefId[]>(
  'opaqueDefiners',
  (db, krate) => crateDefMap(db, krate).opaqueDefiners,
  { equals: equalLists },
);

/** The function, const or static whose body says what is behind an opaque type. */
export function definerOf(db: Database, opaque: DefId): DefId | undefined {
  const owner = defParent(opaque);
  if (owner === undefined || defKind(owner) !== 'TyAlias') return owner;
  return opaqueDefiners(db, defCrate(owner)).find((def) => aliasesDefinedBy(db, def).includes(owner));
}

/** The arguments with which the signature of the body mentions the opaque type of an alias. */
export function argsInDefiner(db: Database, opaque: DefId, definer: DefId): GenericArgs | undefined {
  let args: GenericArgs | undefined;
  const find = (ty: Ty): boolean =>
    anyPart(ty, TypeFlag.HasOpaque, (part) => {
      if (part.kind !== 'Opaque' || part.def !== opaque) return false;
      ({ args } = part);
      return true;
    });
  if (defKind(definer) !== 'Fn') find(typeOf(db, definer));
  else {
    const { inputs, output } = fnSig(db, definer);
    find(output) || inputs.some(find);
  }
  return args;
}

/** What a body found to be behind the opaque type of an alias, over the alias's parameters. */
export function overAliasParams(db: Database, hidden: Ty, opaque: DefId, definer: DefId): Ty {
  const mentioned = argsInDefiner(db, opaque, definer)?.list ?? [];
  const declared = identityArgs(db, opaque).list;
  const args = identityArgs(db, definer).list.map((param): GenericArg => {
    const at = mentioned.indexOf(param);
    if (at >= 0) return declared[at]!;
    if (isRegion(param)) return erasedRegion;
    return isTy(param) ? unknownTy : param;
  });
  return substitute(hidden, mkArgs(args));
}
