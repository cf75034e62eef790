/**
 * Calls of intrinsics that are operations of MIR itself. After `rustc_mir_transform::lower_intrinsics`; which operation
 * it is matters to nobody here, but that no call is left.
 */
import type { Database } from '../../query/database.ts';
import { unknownTy } from '../../ty/intern.ts';
import {
  derefElem,
  goto,
  localPlace,
  type MutBody,
  projectPlace,
  returnLocal,
  unreachable,
} from '../graph.ts';
import { intrinsicName } from '../inline/costChecker.ts';
import type { MirConst, Operand, Rvalue, Statement, Terminator } from '../mir.ts';
import { placeTy } from '../typeOps.ts';

type Call = Extract<Terminator, { kind: 'Call' }>;

/** The operator that each is. */
const operations: Readonly<Record<string, string>> = {
  add_with_overflow: 'AddWithOverflow',
  sub_with_overflow: 'SubWithOverflow',
  mul_with_overflow: 'MulWithOverflow',
  wrapping_add: 'Add',
  wrapping_sub: 'Sub',
  wrapping_mul: 'Mul',
  unchecked_add: 'AddUnchecked',
  unchecked_sub: 'SubUnchecked',
  unchecked_mul: 'MulUnchecked',
  unchecked_div: 'Div',
  unchecked_rem: 'Rem',
  unchecked_shl: 'ShlUnchecked',
  unchecked_shr: 'ShrUnchecked',
  offset: 'Offset',
  ptr_metadata: 'PtrMetadata',
  three_way_compare: 'Cmp',
  aggregate_raw_ptr: 'aggregate_raw_ptr',
};

const constants: Readonly<Record<string, string>> = {
  size_of: 'SizeOf',
  align_of: 'AlignOf',
};

const checks: Readonly<Record<string, Extract<MirConst, { kind: 'RuntimeChecks' }>['checks']>> = {
  ub_checks: 'UbChecks',
  overflow_checks: 'OverflowChecks',
  contract_checks: 'ContractChecks',
};

export function lowerIntrinsics(db: Database, body: MutBody): void {
  for (const b of body.blocks) {
    const { terminator } = b;
    if (terminator.kind !== 'Call') continue;
    const name = intrinsicName(db, terminator.func);
    if (name === undefined) continue;
    const { args, destination, target, source } = terminator;
    if (name === 'unreachable') {
      b.terminator = unreachable;
      continue;
    }
    if (name === 'const_eval_select') {
      const selected = selectRuntime(body, terminator);
      if (selected) b.terminator = selected;
      continue;
    }
    if (target === undefined) continue;
    const ty = placeTy(body.locals, destination, unknownTy);
    const push = (rvalue: Rvalue) => {
      const statement: Statement = { kind: 'Assign', place: destination, rvalue, source };
      b.statements.push(statement);
      b.terminator = goto(target);
    };
    const [first, second] = args;
    const op = constants[name];
    const operation = operations[name];
    const asked = checks[name];
    if (op !== undefined) push({ kind: 'NullaryOp', op, ty });
    else if (asked !== undefined)
      push({
        kind: 'Use',
        operand: { kind: 'Constant', constant: { kind: 'RuntimeChecks', checks: asked }, ty, source },
      });
    else if (operation !== undefined) {
      if (first && second) push({ kind: 'BinaryOp', op: operation, lhs: first, rhs: second });
      else if (first) push({ kind: 'UnaryOp', op: operation, operand: first });
    } else if (name === 'slice_get_unchecked') {
      if (first?.kind === 'Constant' || second?.kind === 'Constant' || !first || !second) continue;
      const elem = projectPlace(projectPlace(first.place, derefElem), {
        kind: 'Index',
        local: second.place.local,
      });
      const isRaw = ty.kind === 'RawPtr';
      push({
        kind: isRaw ? 'RawPtr' : 'Ref',
        place: elem,
        mutable: (isRaw || ty.kind === 'Ref') && ty.mutable,
      });
    } else if ((name === 'transmute' || name === 'transmute_unchecked') && first) {
      push({ kind: 'Cast', cast: 'Transmute', operand: first, ty });
    } else if (name === 'discriminant_value' && first && first.kind !== 'Constant') {
      push({ kind: 'Discriminant', place: projectPlace(first.place, derefElem) });
    } else if (name === 'read_via_copy' && first && first.kind !== 'Constant') {
      const operand: Operand = { kind: 'Copy', place: projectPlace(first.place, derefElem) };
      push({ kind: 'Use', operand });
    } else if (name === 'write_via_move' && first && first.kind !== 'Constant' && second) {
      const place = projectPlace(first.place, derefElem);
      b.statements.push({ kind: 'Assign', place, rvalue: { kind: 'Use', operand: second }, source });
      b.terminator = goto(target);
    } else if (name === 'forget' || name === 'assume') {
      if (name === 'assume' && first)
        b.statements.push({ kind: 'Intrinsic', intrinsic: 'assume', operands: [first] });
      b.terminator = goto(target);
    } else if (name === 'copy_nonoverlapping') {
      b.statements.push({ kind: 'Intrinsic', intrinsic: 'copyNonOverlapping', operands: args });
      b.terminator = goto(target);
    }
  }
}

/** Code that is run, rather than evaluated, takes the last of the functions. After `rustc_mir_transform::instsimplify`. */
function selectRuntime(body: MutBody, call: Call): Call | undefined {
  const [tuple, , runtime] = call.args;
  if (!tuple || runtime?.kind !== 'Constant' || runtime.ty.kind !== 'FnDef') return undefined;
  const ty = tuple.kind === 'Constant' ? tuple.ty : placeTy(body.locals, tuple.place, unknownTy);
  if (ty.kind !== 'Tuple' || (tuple.kind === 'Constant' && ty.elems.length > 0)) return undefined;
  const args = ty.elems.map((elem, index): Operand => {
    const whole = tuple.kind === 'Constant' ? localPlace(returnLocal) : tuple.place;
    return { kind: 'Move', place: projectPlace(whole, { kind: 'Field', index, ty: elem }) };
  });
  return { ...call, func: runtime, args };
}
