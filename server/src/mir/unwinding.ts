/** Which functions can panic into their caller, by what they declare. */
import { hasAttr } from '../hir/attrs.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defCrate, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { defineQuery } from '../query/database.ts';
import { fnSig } from '../ty/signatures.ts';

/**
 * Whether the declaration allows a panic to leave the function (rustc's `fn_can_unwind`): one with a foreign ABI
 * does not, nor one marked `#[rustc_nounwind]`.
 */
export const canUnwind = defineQuery<DefId, boolean>('canUnwind', (db, def) => {
  if (defKind(def) !== 'Fn') return true;
  const it = item(db, def);
  if (it && hasAttr(it.attrs, crateData(db, defCrate(def)).cfg, 'rustc_nounwind')) return false;
  const { abi } = fnSig(db, def);
  return abi === 'Rust' || abi.startsWith('rust-') || abi.endsWith('-unwind');
});
