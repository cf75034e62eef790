/** Why an item exists: the chain of uses from a root down to it, each with its place and its manner. */
import type { FileRange } from '../hir/fileRange.ts';
import type { MirBody, SourceInfo } from '../mir/mir.ts';
import { mirBody } from '../mir/mirBody.ts';
import { collect } from '../mono/collector.ts';
import type { ConfigId } from '../mono/config.ts';
import type { MonoItem } from '../mono/instance.ts';
import type { Database } from '../query/database.ts';
import { type ItemInfo, itemId, itemInfo, type Printers } from './itemInfo.ts';
import { usePlace } from './places.ts';
import { type Copy, copies, type Program } from './program.ts';

export type UseReason =
  | 'root'
  | 'call'
  | 'fnPointer'
  | 'closure'
  | 'drop'
  | 'vtable'
  | 'static'
  | 'const'
  | 'operand';

export interface ExplainStep {
  readonly item: ItemInfo;
  readonly reason: UseReason;
  /** Where the step before uses it. */
  readonly place: FileRange | undefined;
}

/** `wanted` is an id or a label. */
export function explain(
  { db, configs }: Program,
  printers: Printers,
  wanted: string,
): ExplainStep[] | undefined {
  for (const config of configs) {
    const copy = find(db, printers, config, wanted);
    if (copy) return chain(db, printers, config, copy);
  }
  return undefined;
}

function find(db: Database, printers: Printers, config: ConfigId, wanted: string): Copy | undefined {
  const all = copies(db, config);
  const byId = all.find(({ item }) => itemId(item) === wanted);
  if (byId) return byId;
  // An id is a letter and a number, and no label is.
  if (/^[fsa]\d+$/.test(wanted)) return undefined;
  const printer = printers.of(config);
  const label = wanted.replace(/^MONO_ITEM /, '').replace(/ @@ .*$/, '');
  return all.find(({ item }) => {
    const own = printer.label(item);
    return own === label || own === `fn ${label}` || own === `static ${label}`;
  });
}

/** Chains are as long as a program is deep; one that is longer than this is cut at its root's end. */
const maximumLength = 10_000;

function chain(db: Database, printers: Printers, config: ConfigId, copy: Copy): ExplainStep[] {
  const { causes } = collect(db, config);
  const steps: ExplainStep[] = [];
  let at: Copy = copy;
  while (steps.length < maximumLength) {
    const cause = causes.get(at.item);
    steps.push({
      item: itemInfo(db, printers, at),
      reason: cause ? useReason(db, cause.user, at.item, cause.source) : 'root',
      place: cause && usePlace(db, cause.user, cause.source),
    });
    if (!cause) break;
    at = { config, item: cause.user };
  }
  return steps.reverse();
}

/** How one item uses another: what the code at the place does. */
function useReason(db: Database, user: MonoItem, used: MonoItem, source: SourceInfo): UseReason {
  if (used.kind !== 'Fn') return used.kind === 'Static' ? 'static' : 'root';
  if (user.kind !== 'Fn') return 'const';
  const { kind } = user.instance;
  if (used.instance.kind.kind === 'DropGlue' || kind.kind === 'DropGlue') return 'drop';
  if (kind.kind !== 'Item') return 'call';
  const body = mirBody(db, kind.def);
  return (body && reasonIn(body, source)) ?? 'operand';
}

function reasonIn(body: MirBody, source: SourceInfo): UseReason | undefined {
  let reason: UseReason | undefined;
  for (const { statements, terminator } of body.blocks) {
    if (terminator.kind === 'Call' && terminator.source === source) return 'call';
    if (terminator.kind === 'Drop' && terminator.source === source) reason ??= 'drop';
    for (const statement of statements) {
      if (statement.kind !== 'Assign' || statement.source !== source) continue;
      const { rvalue } = statement;
      if (rvalue.kind === 'Aggregate' && rvalue.aggregate.kind === 'Closure') reason ??= 'closure';
      if (rvalue.kind === 'Use' && rvalue.operand.kind === 'Constant') {
        const { kind } = rvalue.operand.constant;
        if (kind === 'Unevaluated' || kind === 'Promoted') reason ??= 'const';
      }
      if (rvalue.kind !== 'Cast') continue;
      if (rvalue.cast === 'Unsize') reason = 'vtable';
      else if (rvalue.cast === 'ReifyFnPointer') reason = 'fnPointer';
      else if (rvalue.cast === 'ClosureFnPointer') reason = 'closure';
    }
  }
  for (const promoted of body.promoteds) reason ??= reasonIn(promoted, source);
  return reason;
}
