/** The places of statements and terminators: what is read, written or borrowed, and the same with others put in. */

import type { Operand, Place, Rvalue, Statement, Terminator } from './mir.ts';
import { mapOperands, mapTerminatorOperands } from './passes/constConditions.ts';

export type PlaceUse =
  | 'copy'
  | 'move'
  /** Its discriminant, length or address-free contents are looked at. */
  | 'inspect'
  | 'store'
  /** What a call, or whoever resumes a coroutine, writes. */
  | 'callStore'
  | 'shared'
  | 'mutable'
  | 'rawConst'
  | 'rawMut'
  | 'drop';

type Visit = (place: Place, use: PlaceUse) => void;

function visitOperand(operand: Operand, visit: Visit): void {
  if (operand.kind !== 'Constant') visit(operand.place, operand.kind === 'Move' ? 'move' : 'copy');
}

export function visitRvalue(rvalue: Rvalue, visit: Visit): void {
  switch (rvalue.kind) {
    case 'Use':
    case 'Repeat':
    case 'Cast':
    case 'UnaryOp':
      visitOperand(rvalue.operand, visit);
      break;
    case 'BinaryOp':
      visitOperand(rvalue.lhs, visit);
      visitOperand(rvalue.rhs, visit);
      break;
    case 'Aggregate':
      for (const operand of rvalue.operands) visitOperand(operand, visit);
      break;
    case 'Ref':
      visit(rvalue.place, rvalue.mutable ? 'mutable' : 'shared');
      break;
    case 'RawPtr':
      visit(rvalue.place, rvalue.mutable ? 'rawMut' : 'rawConst');
      break;
    case 'CopyForDeref':
      visit(rvalue.place, 'copy');
      break;
    case 'Len':
    case 'Discriminant':
      visit(rvalue.place, 'inspect');
      break;
    case 'NullaryOp':
    case 'ThreadLocalRef':
      break;
  }
}

/** Reads before the write. Index locals within places are left to the visitor. */
export function visitStatement(statement: Statement, visit: Visit): void {
  if (statement.kind === 'Assign') {
    visitRvalue(statement.rvalue, visit);
    visit(statement.place, 'store');
  } else if (statement.kind === 'SetDiscriminant') visit(statement.place, 'store');
  else if (statement.kind === 'Intrinsic')
    for (const operand of statement.operands) visitOperand(operand, visit);
}

export function visitTerminator(terminator: Terminator, visit: Visit): void {
  switch (terminator.kind) {
    case 'SwitchInt':
      visitOperand(terminator.discr, visit);
      break;
    case 'Assert':
      visitOperand(terminator.cond, visit);
      for (const arg of terminator.messageArgs) visitOperand(arg, visit);
      break;
    case 'Drop':
      visit(terminator.place, 'drop');
      break;
    case 'Call':
      visitOperand(terminator.func, visit);
      for (const arg of terminator.args) visitOperand(arg, visit);
      visit(terminator.destination, 'callStore');
      break;
    case 'Yield':
      visitOperand(terminator.value, visit);
      visit(terminator.resumeArg, 'callStore');
      break;
    default:
      break;
  }
}

type MapPlace = (place: Place) => Place;

const mapOperand =
  (map: MapPlace) =>
  (operand: Operand): Operand => {
    if (operand.kind === 'Constant') return operand;
    const place = map(operand.place);
    return place === operand.place ? operand : { kind: operand.kind, place };
  };

export function mapRvaluePlaces(rvalue: Rvalue, map: MapPlace): Rvalue {
  if (!('place' in rvalue)) return mapOperands(rvalue, mapOperand(map));
  const place = map(rvalue.place);
  return place === rvalue.place ? rvalue : { ...rvalue, place };
}

export function mapStatementPlaces(statement: Statement, map: MapPlace): Statement {
  if (statement.kind === 'SetDiscriminant') {
    const place = map(statement.place);
    return place === statement.place ? statement : { ...statement, place };
  }
  if (statement.kind === 'Intrinsic') {
    return { ...statement, operands: statement.operands.map(mapOperand(map)) };
  }
  if (statement.kind !== 'Assign') return statement;
  const place = map(statement.place);
  const rvalue = mapRvaluePlaces(statement.rvalue, map);
  return place === statement.place && rvalue === statement.rvalue
    ? statement
    : { ...statement, place, rvalue };
}

export function mapTerminatorPlaces(terminator: Terminator, map: MapPlace): Terminator {
  const mapped = mapTerminatorOperands(terminator, mapOperand(map));
  if (mapped.kind === 'Call') {
    const destination = map(mapped.destination);
    return destination === mapped.destination ? mapped : { ...mapped, destination };
  }
  if (mapped.kind === 'Yield') {
    const resumeArg = map(mapped.resumeArg);
    return resumeArg === mapped.resumeArg ? mapped : { ...mapped, resumeArg };
  }
  if (mapped.kind === 'Drop') {
    const place = map(mapped.place);
    return place === mapped.place ? mapped : { ...mapped, place };
  }
  return mapped;
}
