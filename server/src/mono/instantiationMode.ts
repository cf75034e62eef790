/**
 * Whether a mono item gets one copy a program or one in each codegen unit that uses it: rustc's `InstantiationMode`.
 * Copies of the second sort are internal to their units, so that no other crate can link to them either.
 */
import { defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { crossCrateInlinable } from '../mir/inline/crossCrateInline.ts';
import type { Database } from '../query/database.ts';
import { adtDestructor } from '../ty/adt.ts';
import type { Ty } from '../ty/types.ts';
import { codeFacts } from './codeFacts.ts';
import type { CollectConfig } from './config.ts';
import { isEntryPoint } from './entry.ts';
import type { Instance, MonoItem } from './instance.ts';

/** Compiled into every unit that uses it, rather than once: rustc's `InstantiationMode::LocalCopy`. */
export function isLocalCopy(db: Database, config: CollectConfig, item: MonoItem): boolean {
  if (item.kind !== 'Fn') return false;
  const { profile } = crateData(db, config.krate);
  const { kind } = item.instance;
  const { def } = kind;
  if (isEntryPoint(db, config.krate, def)) return false;
  const { inline, isUnique } = codeFacts(db, def);
  if (isUnique) return false;
  if (kind.kind === 'DropGlue') {
    if (profile.incremental && !isSmallGlue(db, kind.ty)) return false;
  } else if (kind.kind === 'Item' && !isInlinable(db, item.instance)) return false;
  if (config.strategy === 'eager') return false;
  if (kind.kind === 'Item' && inline === 'always') return true;
  if (kind.kind === 'Item' && inline === 'never') return false;
  return profile.optLevel !== 0;
}

/**
 * Glue in every unit that needs it would make incremental builds slow: only that of enums and of types without
 * definitions, where dropping may turn out to be nothing, and of types whose destructor is inlinable.
 */
function isSmallGlue(db: Database, ty: Ty | undefined): boolean {
  if (ty?.kind !== 'Adt') return true;
  const destructor = adtDestructor(db, ty.def);
  return destructor === undefined ? defKind(ty.def) === 'Enum' : crossCrateInlinable(db, destructor);
}

function isInlinable(db: Database, { kind }: Instance): boolean {
  if (kind.kind === 'Item' && defKind(kind.def) === 'Closure') return true;
  return crossCrateInlinable(db, kind.def);
}
