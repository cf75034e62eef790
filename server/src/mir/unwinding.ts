/** Which functions can panic into their caller, by what they declare and by how their crate ends panics. */
import { hasAttr } from '../hir/attrs.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type CrateId, type DefId, defCrate, defKind, defParent } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { fnSig } from '../ty/signatures.ts';

/**
 * Whether a panic may leave the function into the crate (rustc's `fn_can_unwind`): not out of one with a foreign ABI, nor
 * one marked `#[rustc_nounwind]`; and where panics abort, not out of any that is written in Rust.
 */
export function canUnwind(db: Database, def: DefId, krate: CrateId): boolean {
  const parent = defParent(def);
  const isForeign = parent !== undefined && defKind(parent) === 'ForeignMod';
  return (isForeign || !panicsAbort(db, krate)) && declaredToUnwind(db, def);
}

/** Whether what is called by way of a pointer may panic. */
export function abiCanUnwind(abi: string, panicsAbort: boolean): boolean {
  return abi === 'Rust' || abi.startsWith('rust-') ? !panicsAbort : abi.endsWith('-unwind');
}

/** Whether the crate is compiled to end the program when it panics. */
export function panicsAbort(db: Database, krate: CrateId): boolean {
  return crateData(db, krate).profile.panic === 'abort';
}

const declaredToUnwind = defineQuery<DefId, boolean>('declaredToUnwind', (db, def) => {
  if (defKind(def) !== 'Fn') return true;
  const it = item(db, def);
  if (it && hasAttr(it.attrs, crateData(db, defCrate(def)).cfg, 'rustc_nounwind')) return false;
  return abiCanUnwind(fnSig(db, def).abi, false);
});
