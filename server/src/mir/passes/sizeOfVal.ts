/**
 * `size_of_val` and `align_of_val` of what has a size: the type tells, and the value is not asked. After
 * `simplify_size_or_align_of_val` of `rustc_mir_transform::instsimplify`.
 */
import { langItem } from '../../hir/defMap/langItems.ts';
import { defCrate } from '../../hir/defs.ts';
import type { Database } from '../../query/database.ts';
import { isTy, prim } from '../../ty/intern.ts';
import { goto, type MutBody } from '../graph.ts';
import { intrinsicName } from '../inline/costChecker.ts';
import type { Operand } from '../mir.ts';
import type { TypeOps } from '../typeOps.ts';

/** The constants of `SizedTypeProperties` that take the place of the calls. */
const constants: Readonly<Record<string, string>> = {
  size_of_val: 'mem_size_const',
  align_of_val: 'mem_align_const',
};

export function simplifySizesOfValues(db: Database, body: MutBody, types: TypeOps): void {
  for (const b of body.blocks) {
    const { terminator } = b;
    if (terminator.kind !== 'Call' || terminator.target === undefined) continue;
    const { func, destination, target, source } = terminator;
    const item = constants[intrinsicName(db, func) ?? ''];
    if (item === undefined || func.kind !== 'Constant' || func.ty.kind !== 'FnDef') continue;
    const { def: intrinsic, args } = func.ty;
    const [value] = args.list;
    if (value === undefined || !isTy(value) || !types.isSized(value)) continue;
    const def = langItem(db, defCrate(intrinsic), item);
    if (def === undefined) continue;
    const constant = { kind: 'Unevaluated', def, args } as const;
    const operand: Operand = { kind: 'Constant', constant, ty: prim.usize, source };
    b.statements.push({ kind: 'Assign', place: destination, rvalue: { kind: 'Use', operand }, source });
    b.terminator = goto(target);
  }
}
