/**
 * Follows drop flags to where they are tested, and skips tests whose outcome is known on the way there. rustc does
 * this to optimized bodies only (`rustc_mir_transform::jump_threading`), so it is done for the library's: there it
 * decides which cleanup is left.
 */
import { forEachSuccessor, type MutBody, mapSuccessors, reversePostorder } from '../graph.ts';
import type { BlockId, LocalId, Rvalue } from '../mir.ts';

/** Bit 1: may be false; bit 2: may be true. */
type Known = number;

export function threadDropFlags(body: MutBody): void {
  const tests = flagTests(body);
  if (tests.size === 0) return;
  const flags = [...new Set([...tests.values()].map((t) => t.flag))];
  const index = new Map(flags.map((flag, i) => [flag, i]));
  const entries: (Known[] | undefined)[] = body.blocks.map(() => undefined);
  entries[0] = flags.map(() => 3);
  const exitOf = (block: BlockId): Known[] => {
    const state = [...entries[block]!];
    for (const s of body.blocks[block]!.statements) {
      if (s.kind !== 'Assign' || s.place.projection.length > 0) continue;
      const at = index.get(s.place.local);
      if (at !== undefined) state[at] = constantOf(s.rvalue) ?? 3;
    }
    return state;
  };
  const order = reversePostorder(body.blocks);
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of order) {
      if (!entries[block]) continue;
      const state = exitOf(block);
      const test = tests.get(block);
      forEachSuccessor(body.blocks[block]!.terminator, (target) => {
        const out = [...state];
        if (test && test.onSet !== test.onUnset) out[index.get(test.flag)!] = target === test.onSet ? 2 : 1;
        const entry = entries[target];
        if (!entry) {
          entries[target] = out;
          changed = true;
          return;
        }
        out.forEach((known, i) => {
          if ((entry[i]! | known) !== entry[i]) {
            entry[i]! |= known;
            changed = true;
          }
        });
      });
    }
  }
  for (const block of order) {
    if (!entries[block]) continue;
    const state = exitOf(block);
    const own = tests.get(block);
    const b = body.blocks[block]!;
    if (own && state[index.get(own.flag)!] !== 3) {
      b.terminator = { kind: 'Goto', target: state[index.get(own.flag)!] === 2 ? own.onSet : own.onUnset };
    }
    b.terminator = mapSuccessors(b.terminator, (first) => {
      let target = first;
      // Through empty tests whose flag is known here; each test at most once.
      for (let steps = tests.size; steps > 0; steps--) {
        const test = tests.get(target);
        const next = body.blocks[target]!;
        if (!test || next.statements.length > 0) break;
        const known = state[index.get(test.flag)!];
        if (known !== 1 && known !== 2) break;
        target = known === 2 ? test.onSet : test.onUnset;
      }
      return target;
    });
  }
}

interface FlagTest {
  readonly flag: LocalId;
  readonly onSet: BlockId;
  readonly onUnset: BlockId;
}

/** Blocks that end with a test of a local that is assigned only constants. */
function flagTests(body: MutBody): Map<BlockId, FlagTest> {
  const tests = new Map<BlockId, FlagTest>();
  const spoiled = new Set<LocalId>();
  for (const { statements, terminator } of body.blocks) {
    for (const s of statements) {
      if (s.kind !== 'Assign') continue;
      if (s.place.projection.length > 0 || constantOf(s.rvalue) === undefined) spoiled.add(s.place.local);
      if (s.rvalue.kind === 'Ref' || s.rvalue.kind === 'RawPtr') spoiled.add(s.rvalue.place.local);
    }
    if (terminator.kind === 'Call') spoiled.add(terminator.destination.local);
  }
  body.blocks.forEach(({ terminator }, block) => {
    if (terminator.kind !== 'SwitchInt' || terminator.discr.kind !== 'Copy') return;
    const { local, projection } = terminator.discr.place;
    if (projection.length > 0 || local <= body.argCount || spoiled.has(local)) return;
    if (terminator.values.length !== 1 || terminator.values[0] !== 0n) return;
    tests.set(block, { flag: local, onUnset: terminator.targets[0]!, onSet: terminator.targets[1]! });
  });
  return tests;
}

function constantOf(rvalue: Rvalue): Known | undefined {
  if (rvalue.kind !== 'Use' || rvalue.operand.kind !== 'Constant') return undefined;
  const { constant } = rvalue.operand;
  if (constant.kind !== 'Scalar' || typeof constant.value !== 'boolean') return undefined;
  return constant.value ? 2 : 1;
}
