/**
 * Which mono items other crates can link to: rustc's `mono_item_visibility`. Every other symbol may be made internal to
 * the one codegen unit that uses it.
 */
import { codegenFnAttrs } from '../hir/codegenAttrs.ts';
import { type DefId, defCrate, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import type { Database } from '../query/database.ts';
import { isRegion } from '../ty/intern.ts';
import { type CollectConfig, sharesGenerics } from './config.ts';
import { isEntryPoint } from './entry.ts';
import type { Instance, MonoItem } from './instance.ts';
import { isReachable, isReachableNonGeneric } from './reachable.ts';

/**
 * Whether an instance counts as generic for code generation. Closures always do: in rustc their kind, signature and
 * captures are generic arguments too.
 */
export function hasGenericArgs({ kind, args }: Instance): boolean {
  return defKind(kind.def) === 'Closure' || args.list.some((arg) => !isRegion(arg));
}

/** The symbol is visible outside of the crate. */
export function isExported(db: Database, config: CollectConfig, item: MonoItem): boolean {
  if (item.kind !== 'Fn') return isExportedStatic(db, item.def);
  const { kind } = item.instance;
  // Other shims are made where they are needed.
  if (kind.kind !== 'Item' && kind.kind !== 'DropGlue') return false;
  const { def } = kind;
  if (isEntryPoint(db, config.krate, def)) return true;
  if (hasGenericArgs(item.instance))
    return isExportedCopy(db, config, item) && (defCrate(def) !== config.krate || isReachable(db, def));
  if (defCrate(def) !== config.krate) return false;
  return isReachableNonGeneric(db, def) || codegenFnAttrs(db, def).isStdInternalSymbol;
}

/**
 * The same of an item that another crate would instantiate if it were not linked to: that one has reached what it is a
 * copy of, so nobody need look whether one can.
 */
export function isExportedCopy(db: Database, config: CollectConfig, item: MonoItem): boolean {
  if (item.kind !== 'Fn') return false;
  const { kind } = item.instance;
  return (
    (kind.kind === 'Item' || kind.kind === 'DropGlue') &&
    hasGenericArgs(item.instance) &&
    exportsGeneric(db, config, kind.def)
  );
}

/** `#[used]` counts for what is linked with Rust crates only: what else a program or C library exports has a name. */
function isExportedStatic(db: Database, def: DefId): boolean {
  if (isReachableNonGeneric(db, def)) return true;
  const { crateType } = crateData(db, defCrate(def));
  return ['lib', 'rlib', 'dylib'].includes(crateType) && codegenFnAttrs(db, def).isUsed;
}

/** Libraries export their copies where generics are shared, and those of `#[inline(never)]` functions anyway. */
function exportsGeneric(db: Database, config: CollectConfig, def: DefId): boolean {
  const { crateType, isTest } = crateData(db, config.krate);
  const canExport = !isTest && (crateType === 'lib' || crateType === 'rlib' || crateType === 'dylib');
  return canExport && (sharesGenerics(db, config) || codegenFnAttrs(db, def).inline === 'never');
}
