/**
 * Calls of intrinsics that assert something of a type, where it is known while the body is still generic. After
 * `simplify_intrinsic_assert` of `rustc_mir_transform::instsimplify`.
 */
import type { Database } from '../../query/database.ts';
import { isTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { goto, type MutBlock, type MutBody } from '../graph.ts';
import { intrinsicName } from '../inline/costChecker.ts';
import { allowsZero, hasKnownLayout } from '../knownLayout.ts';
import type { Terminator } from '../mir.ts';
import type { TypeOps } from '../typeOps.ts';

type Call = Extract<Terminator, { readonly kind: 'Call' }>;

export function answerTypeIntrinsics(db: Database, body: MutBody, types: TypeOps): void {
  for (const b of body.blocks) {
    const { terminator } = b;
    if (terminator.kind !== 'Call' || terminator.target === undefined) continue;
    const name = intrinsicName(db, terminator.func);
    const ty = name === undefined ? undefined : typeArgument(terminator);
    if (!ty) continue;
    switch (name) {
      case 'assert_inhabited':
        if (hasKnownLayout(ty, types)) answerAssert(b, terminator, types.isInhabited(ty));
        break;
      case 'assert_zero_valid':
        answerAssert(b, terminator, allowsZero(ty, types));
        break;
    }
  }
}

function typeArgument({ func }: Call): Ty | undefined {
  const argument = func.kind === 'Constant' && func.ty.kind === 'FnDef' ? func.ty.args.list[0] : undefined;
  return argument && isTy(argument) ? argument : undefined;
}

/** What holds goes on; what does not never returns. */
function answerAssert(block: MutBlock, call: Call, holds: boolean | undefined): void {
  if (holds === undefined) return;
  block.terminator = holds ? goto(call.target!) : { ...call, target: undefined };
}
