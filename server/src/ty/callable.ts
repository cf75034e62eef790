/** Signatures of things that can be called without a trait: fn items, constructors and fn pointers. */
import type { Database } from '../query/database.ts';
import { instantiateErased, substituteSig } from './fold.ts';
import { fnSig } from './signatures.ts';
import type { FnSig, Ty } from './types.ts';

/** The signature with its regions erased; undefined for what is not such a thing. Not normalized. */
export function callableSig(db: Database, ty: Ty): FnSig | undefined {
  if (ty.kind === 'FnPtr') return instantiateErased(ty.sig);
  if (ty.kind === 'FnDef') return instantiateErased(substituteSig(fnSig(db, ty.def), ty.args));
  return undefined;
}
