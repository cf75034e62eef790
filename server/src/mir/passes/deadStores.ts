/** Removes writes that nothing reads. After `rustc_mir_transform::dead_store_elimination`. */
import type { MutBody } from '../graph.ts';
import { Liveness } from '../liveness.ts';
import type { Statement } from '../mir.ts';

export function eliminateDeadStores(body: MutBody): void {
  if (body.blocks.some(({ terminator: { kind } }) => kind === 'Yield' || kind === 'InlineAsm')) return;
  const liveness = new Liveness(body);
  body.blocks.forEach((b, block) => {
    const live = liveness.atEnd(block);
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
