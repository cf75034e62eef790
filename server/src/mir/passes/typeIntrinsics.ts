/**
 * Calls of intrinsics that ask about a type, where that is known while the body is still generic: assertions
 * (`assert_inhabited`), and `size_of_val` and `align_of_val` of what has a size, `align_of_val` of slices, too, where the
 * value need not be asked. After `simplify_intrinsic_assert` and `simplify_size_or_align_of_val` of
 * `rustc_mir_transform::instsimplify`.
 */
import { langItem } from '../../hir/defMap/langItems.ts';
import { type DefId, defCrate } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import { isTy, mkArgs, prim } from '../../ty/intern.ts';
import type { GenericArgs } from '../../ty/types.ts';
import { assign, goto, type MutBlock, type MutBody } from '../graph.ts';
import { intrinsicName } from '../inline/costChecker.ts';
import { allowsZero, hasKnownLayout } from '../knownLayout.ts';
import type { Operand, Terminator } from '../mir.ts';
import type { TypeOps } from '../typeOps.ts';

type Call = Extract<Terminator, { readonly kind: 'Call' }>;

export function answerTypeIntrinsics(db: Database, body: MutBody, types: TypeOps): void {
  for (const b of body.blocks) {
    const { terminator } = b;
    if (terminator.kind !== 'Call' || terminator.target === undefined) continue;
    const { func } = terminator;
    const name = intrinsicName(db, func);
    if (name === undefined || func.kind !== 'Constant' || func.ty.kind !== 'FnDef') continue;
    const { def, args } = func.ty;
    const [ty] = args.list;
    if (ty === undefined || !isTy(ty)) continue;
    switch (name) {
      case 'assert_inhabited':
        if (hasKnownLayout(ty, types)) answerAssert(b, terminator, types.isInhabited(ty));
        break;
      case 'assert_zero_valid':
        answerAssert(b, terminator, allowsZero(ty, types));
        break;
      // The constants are those of `SizedTypeProperties`.
      case 'size_of_val':
        if (types.isSized(ty))
          assignConst(b, terminator, langItem(db, defCrate(def), 'mem_size_const'), args);
        break;
      case 'align_of_val': {
        // A slice is aligned as its elements are.
        const sized = ty.kind === 'Slice' ? mkArgs([ty.elem]) : types.isSized(ty) ? args : undefined;
        if (sized) assignConst(b, terminator, langItem(db, defCrate(def), 'mem_align_const'), sized);
        break;
      }
    }
  }
}

/** What holds goes on; what does not never returns. */
function answerAssert(block: MutBlock, call: Call, holds: boolean | undefined): void {
  if (holds === undefined) return;
  block.terminator = holds ? goto(call.target!) : { ...call, target: undefined };
}

function assignConst(block: MutBlock, call: Call, def: DefId | undefined, args: GenericArgs): void {
  if (def === undefined) return;
  const { destination, target, source } = call;
  const constant = { kind: 'Unevaluated', def, args } as const;
  const operand: Operand = { kind: 'Constant', constant, ty: prim.usize, source };
  block.statements.push(assign(destination, { kind: 'Use', operand }, source));
  block.terminator = goto(target!);
}
