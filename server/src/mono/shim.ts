/**
 * What compiler-made code uses: drop glue, clone shims, and the shims between fn pointers, closures and the `Fn`
 * traits. After rustc's `rustc_mir_transform::shim`, which builds MIR for each; here it is enough to say what that
 * MIR would call, and how long it is.
 */
import { itemOfKind } from '../hir/defMap/defSource.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { type CrateId, defCrate } from '../hir/defs.ts';
import type { Database } from '../query/database.ts';
import { adtDestructor, adtVariants, isBox, isManuallyDrop, needsDrop, upvarTys } from '../ty/adt.ts';
import { isTriviallyPureCloneCopy } from '../ty/builtinTraits.ts';
import { substitute } from '../ty/fold.ts';
import { mkArgs, tyArg } from '../ty/intern.ts';
import { emptyParamEnv } from '../ty/predicates.ts';
import { normalizeErasing } from '../ty/project.ts';
import { type Ty, TypeFlag } from '../ty/types.ts';
import { fnItem, type Instance, mkInstance } from './instance.ts';
import { resolveInstance, traitMethod } from './resolve.ts';
import { UseSink, type Uses } from './uses.ts';
import { whyUnresolved } from './whyUnresolved.ts';

/** Uses of an instance of any kind but `Item`. */
export function shimUses(db: Database, instance: Instance): Uses {
  const { kind, args } = instance;
  const sink = new UseSink(db, defCrate(kind.def));
  switch (kind.kind) {
    case 'DropGlue':
      if (kind.ty) dropGlue(sink, kind.ty);
      break;
    case 'VTableShim':
      sink.addInstance(resolveInstance(db, kind.def, args), -1, true, () =>
        whyUnresolved(db, kind.def, args),
      );
      break;
    case 'ReifyShim':
      sink.add(fnItem(mkInstance({ kind: 'Item', def: kind.def }, args)), -1);
      break;
    case 'FnPtrShim':
      if (kind.ty.kind === 'FnDef') {
        const { def, args: ownArgs } = kind.ty;
        sink.addInstance(resolveInstance(db, def, ownArgs), -1, true, () => whyUnresolved(db, def, ownArgs));
      }
      break;
    case 'ClosureOnceShim': {
      const closure = tyArg(args, 0);
      if (closure.kind !== 'Closure') break;
      sink.add(fnItem(mkInstance({ kind: 'Item', def: closure.def }, closure.args)), -1);
      sink.addDrop(closure, -1);
      break;
    }
    case 'CloneShim':
      cloneShim(sink, kind.def, kind.ty);
      break;
  }
  return sink.finish();
}

/** The parts of a value that its drop glue drops one by one, those without drop code left out. */
export function droppedParts(db: Database, ty: Ty): Ty[] {
  const parts: readonly Ty[] = (() => {
    switch (ty.kind) {
      case 'Array':
      case 'Slice':
        return [ty.elem];
      case 'Tuple':
        return ty.elems;
      case 'Closure':
      case 'Coroutine':
        return upvarTys(db, ty.def, ty.args);
      case 'Adt': {
        if (isManuallyDrop(db, ty.def) || itemOfKind(db, ty.def, 'Union')) return [];
        const fields = adtVariants(db, ty.def).flatMap((variant) =>
          variant.fields.map((field) => substitute(field.ty, ty.args)),
        );
        return isBox(db, ty.def) ? [tyArg(ty.args, 0), ...fields] : fields;
      }
      default:
        return [];
    }
  })();
  return needingDrop(db, parts);
}

/** Of some parts, those that are dropped at all. */
export function needingDrop(db: Database, parts: readonly Ty[]): Ty[] {
  return parts
    .map((part) => normalizeErasing(db, part))
    .filter((part) => part.kind !== 'Unknown' && needsDrop(db, part, emptyParamEnv));
}

/** The type's own `Drop::drop`, then each part. A trait object's glue calls through its vtable: no use. */
function dropGlue(sink: UseSink, ty: Ty): void {
  const { db } = sink;
  if (ty.kind === 'Adt' && adtDestructor(db, ty.def) !== undefined) {
    sink.addInstance(dropMethod(db, ty, sink.krate), -1, true, () => ({
      cause: 'bound',
      detail: 'drop',
      on: ty,
    }));
  }
  for (const part of droppedParts(db, ty)) sink.addDrop(part, -1);
  if (ty.flags & TypeFlag.HasUnknown)
    sink.miss({ source: -1, cause: 'type', detail: 'drop_in_place', on: ty });
}

function dropMethod(db: Database, ty: Ty, krate: CrateId): Instance | undefined {
  const trait = langItem(db, krate, 'drop');
  const method = trait === undefined ? undefined : traitMethod(db, trait, 'drop');
  return method === undefined ? undefined : resolveInstance(db, method, mkArgs([ty]));
}

/** Clones each part; if one panics, the parts already cloned are dropped. */
function cloneShim(sink: UseSink, clone: Instance['kind']['def'], ty: Ty): void {
  const { db } = sink;
  const parts =
    ty.kind === 'Tuple'
      ? ty.elems
      : ty.kind === 'Closure' || ty.kind === 'Coroutine'
        ? upvarTys(db, ty.def, ty.args)
        : [];
  for (const [i, part] of parts.entries()) {
    const normalized = normalizeErasing(db, part);
    const args = mkArgs([normalized]);
    // The shim is simplified as any body is.
    if (!isTriviallyPureCloneCopy(normalized)) {
      sink.addInstance(resolveInstance(db, clone, args), -1, true, () => whyUnresolved(db, clone, args));
    }
    if (i < parts.length - 1) sink.addDrop(normalized, -1);
  }
}
