/**
 * Takes branches whose condition is a constant, after carrying constants that are assigned once and used once to
 * where they are used. That is as much as rustc does at `opt-level` 0 (`SingleUseConsts`, then
 * `SimplifyConstCondition`), and it decides what is collected: `if cfg!(…) { f() } else { g() }` uses one of the two.
 */
import {
  forEachOperand,
  forEachTerminatorOperand,
  goto,
  type MutBlock,
  type MutBody,
  unreachable,
} from '../graph.ts';
import type { LocalId, MirConst, Operand, Place, Rvalue, Statement, Terminator } from '../mir.ts';

/** Replaces `_1 = const X; … move _1` by `… const X` where `_1` has no other use. */
export function singleUseConsts(body: MutBody): void {
  const { blocks, locals, argCount } = body;
  const uses = new Uint32Array(locals.length);
  const assigns = new Uint32Array(locals.length);
  const constants: (Operand | undefined)[] = new Array(locals.length).fill(undefined);
  const seePlace = (place: Place) => {
    uses[place.local]!++;
    for (const elem of place.projection) {
      // Two: an index must stay a local.
      if (elem.kind === 'Index') uses[elem.local]! += 2;
    }
    if (place.projection.length > 0) uses[place.local]!++;
  };
  const seeOperand = (operand: Operand) => {
    if (operand.kind !== 'Constant') seePlace(operand.place);
  };
  for (const b of blocks) {
    for (const s of b.statements) {
      if (s.kind === 'Intrinsic') s.operands.forEach(seeOperand);
      if (s.kind !== 'Assign') continue;
      if (s.place.projection.length > 0) seePlace(s.place);
      else {
        assigns[s.place.local]!++;
        if (s.rvalue.kind === 'Use' && s.rvalue.operand.kind === 'Constant') {
          constants[s.place.local] = s.rvalue.operand;
        }
      }
      forEachOperand(s.rvalue, seeOperand);
      if ('place' in s.rvalue) {
        // Borrowed, or read as a place: not replaceable.
        seePlace(s.rvalue.place);
        uses[s.rvalue.place.local]!++;
      }
    }
    const term = b.terminator;
    forEachTerminatorOperand(term, seeOperand);
    if (term.kind === 'Call') {
      if (term.destination.projection.length > 0) seePlace(term.destination);
      else assigns[term.destination.local]!++;
    } else if (term.kind === 'Drop') uses[term.place.local]! += 2;
    else if (term.kind === 'Yield') for (let l = 0; l < uses.length; l++) uses[l]! += 2;
  }
  const replaceable = (local: LocalId): boolean =>
    local > argCount &&
    assigns[local] === 1 &&
    uses[local]! < 2 &&
    constants[local] !== undefined &&
    !locals[local]!.isPointee;
  const swap = (operand: Operand): Operand =>
    operand.kind !== 'Constant' && operand.place.projection.length === 0 && replaceable(operand.place.local)
      ? constants[operand.place.local]!
      : operand;
  if (!constants.some((c, local) => c !== undefined && replaceable(local))) return;
  locals.forEach((decl, local) => {
    // Debuggers are told the constant.
    if (decl.name !== undefined && replaceable(local)) locals[local] = { ...decl, name: undefined };
  });
  for (const b of blocks) {
    const statements: Statement[] = [];
    for (const s of b.statements) {
      if (s.kind === 'Assign') {
        if (s.place.projection.length === 0 && replaceable(s.place.local)) continue;
        const rvalue = mapOperands(s.rvalue, swap);
        statements.push(rvalue === s.rvalue ? s : { ...s, rvalue });
      } else statements.push(s.kind === 'Intrinsic' ? { ...s, operands: s.operands.map(swap) } : s);
    }
    b.statements = statements;
    b.terminator = mapTerminatorOperands(b.terminator, swap);
  }
}

/** Takes switches and assertions on constants; what is assumed to hold does, or control never comes there. */
export function simplifyConstConditions(
  body: MutBody,
  evaluate: (operand: Operand) => bigint | undefined,
): void {
  const assumption = (s: Statement): bigint | undefined =>
    s.kind === 'Intrinsic' && s.intrinsic === 'assume' ? evaluate(s.operands[0]!) : undefined;
  for (const b of body.blocks) {
    const assumed = b.statements.map(assumption);
    if (assumed.includes(0n)) {
      b.statements = [];
      b.terminator = unreachable;
      continue;
    }
    if (assumed.includes(1n)) b.statements = b.statements.filter((_, i) => assumed[i] !== 1n);
    const term = b.terminator;
    if (term.kind === 'SwitchInt') {
      const value = evaluate(justAssigned(b, term.discr));
      if (value === undefined) continue;
      const hit = term.values.indexOf(value);
      b.terminator = goto(term.targets[hit === -1 ? term.targets.length - 1 : hit]!);
    } else if (term.kind === 'Assert') {
      const value = evaluate(justAssigned(b, term.cond));
      if (value === (term.expected ? 1n : 0n)) b.terminator = goto(term.target);
    }
  }
}

/** What the operand is a copy of, if the last statement says so. */
function justAssigned({ statements }: MutBlock, operand: Operand): Operand {
  const last = statements.at(-1);
  if (operand.kind === 'Constant' || operand.place.projection.length > 0) return operand;
  if (last?.kind !== 'Assign' || last.rvalue.kind !== 'Use' || last.place.projection.length > 0)
    return operand;
  return last.place.local === operand.place.local ? last.rvalue.operand : operand;
}

/** The value of a constant that is written out. */
export function literalValue(operand: Operand): bigint | undefined {
  return operand.kind === 'Constant' ? literalConst(operand.constant) : undefined;
}

export function literalConst(constant: MirConst): bigint | undefined {
  const value =
    constant.kind === 'Scalar'
      ? constant.value
      : constant.kind === 'TyConst' && constant.value.kind === 'Value'
        ? constant.value.value
        : undefined;
  return typeof value === 'boolean' ? (value ? 1n : 0n) : value;
}

export function mapOperands(rvalue: Rvalue, map: (operand: Operand) => Operand): Rvalue {
  switch (rvalue.kind) {
    case 'Use':
    case 'Repeat':
    case 'Cast':
    case 'UnaryOp': {
      const operand = map(rvalue.operand);
      return operand === rvalue.operand ? rvalue : { ...rvalue, operand };
    }
    case 'BinaryOp': {
      const lhs = map(rvalue.lhs);
      const rhs = map(rvalue.rhs);
      return lhs === rvalue.lhs && rhs === rvalue.rhs ? rvalue : { ...rvalue, lhs, rhs };
    }
    case 'Aggregate': {
      const operands = rvalue.operands.map(map);
      return operands.every((o, i) => o === rvalue.operands[i]) ? rvalue : { ...rvalue, operands };
    }
    default:
      return rvalue;
  }
}

export function mapTerminatorOperands(term: Terminator, map: (operand: Operand) => Operand): Terminator {
  switch (term.kind) {
    case 'SwitchInt': {
      const discr = map(term.discr);
      return discr === term.discr ? term : { ...term, discr };
    }
    case 'Assert': {
      const cond = map(term.cond);
      const messageArgs = term.messageArgs.map(map);
      const isSame = cond === term.cond && messageArgs.every((a, i) => a === term.messageArgs[i]);
      return isSame ? term : { ...term, cond, messageArgs };
    }
    case 'Call': {
      const func = map(term.func);
      const args = term.args.map(map);
      return func === term.func && args.every((a, i) => a === term.args[i]) ? term : { ...term, func, args };
    }
    case 'Yield': {
      const value = map(term.value);
      return value === term.value ? term : { ...term, value };
    }
    default:
      return term;
  }
}
