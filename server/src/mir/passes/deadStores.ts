/**
 * Removes writes that nothing reads, and moves into calls what nothing reads after. After
 * `rustc_mir_transform::dead_store_elimination`.
 */
import type { MutBlock, MutBody } from '../graph.ts';
import { Liveness } from '../liveness.ts';
import type { Statement } from '../mir.ts';

export function eliminateDeadStores(body: MutBody): void {
  if (body.blocks.some(({ terminator: { kind } }) => kind === 'Yield' || kind === 'InlineAsm')) return;
  const liveness = new Liveness(body);
  body.blocks.forEach((b, block) => {
    const live = liveness.atEnd(block);
    moveArguments(b, live, liveness.isBorrowed);
    liveness.beforeTerminator(b.terminator, live);
    const kept: Statement[] = [];
    for (let i = b.statements.length - 1; i >= 0; i--) {
      const s = b.statements[i]!;
      if (
        s.kind === 'Assign' &&
        !live[s.place.local] &&
        !liveness.isBorrowed[s.place.local] &&
        s.place.projection.every((elem) => elem.kind !== 'Deref' && elem.kind !== 'Index')
      ) {
        continue;
      }
      liveness.before(s, live);
      kept.push(s);
    }
    if (kept.length < b.statements.length) b.statements = kept.reverse();
  });
}

/** `live` is what is read after the call. */
function moveArguments(b: MutBlock, live: Uint8Array, isBorrowed: Uint8Array): void {
  const { terminator } = b;
  if (terminator.kind !== 'Call') return;
  const isRead = live.slice();
  const args = [...terminator.args];
  for (let i = args.length - 1; i >= 0; i--) {
    const arg = args[i]!;
    if (arg.kind === 'Constant') continue;
    const { local, projection } = arg.place;
    const isIndirect = projection.some((elem) => elem.kind === 'Deref');
    if (arg.kind === 'Copy' && !isIndirect && !isBorrowed[local] && !isRead[local])
      args[i] = { kind: 'Move', place: arg.place };
    isRead[local] = 1;
  }
  b.terminator = { ...terminator, args };
}
