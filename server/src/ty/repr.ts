/** What `#[repr(…)]` says. */
import { attrWords, findAttrs } from '../hir/attrs.ts';
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defCrate } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import type { Database } from '../query/database.ts';
import { isIntegral, primTy } from './intern.ts';
import type { Ty } from './types.ts';

export interface Repr {
  readonly c: boolean;
  readonly transparent: boolean;
  readonly simd: boolean;
  readonly int: Ty | undefined;
  /** `packed(n)`, in bytes. */
  readonly packed: number | undefined;
  /** `align(n)`, in bytes. */
  readonly align: number | undefined;
}

export function reprOf(db: Database, adt: DefId): Repr {
  const it = item(db, adt);
  let c = false;
  let transparent = false;
  let simd = false;
  let int: Ty | undefined;
  let packed: number | undefined;
  let align: number | undefined;
  for (const attr of it ? findAttrs(it.attrs, crateData(db, defCrate(adt)).cfg, 'repr') : []) {
    for (const word of attrWords(attr)) {
      const number = /\((\d+)\)/.exec(word);
      if (word === 'C') c = true;
      else if (word === 'transparent') transparent = true;
      else if (word === 'simd') simd = true;
      else if (word.startsWith('packed')) packed = number ? Number(number[1]) : 1;
      else if (word.startsWith('align')) align = number ? Number(number[1]) : align;
      else {
        const ty = primTy(word);
        if (ty && isIntegral(ty)) int = ty;
      }
    }
  }
  return { c, transparent, simd, int, packed, align };
}

export function reprIntTy(db: Database, adt: DefId): Ty | undefined {
  return reprOf(db, adt).int;
}
