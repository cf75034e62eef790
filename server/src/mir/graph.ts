/**
 * The control-flow graph while it is built and rewritten: the mutable side of {@link MirBody}, the edges of
 * terminators, and constructors for the pieces that many passes make.
 *
 * Passes own the arrays of a `MutBody` and change them in place; statements, places and terminators themselves are
 * values and are replaced, never written to. A finished `MutBody` is handed out as a `MirBody` without a copy.
 */
import type { DefId } from '../hir/defs.ts';
import type {
  BlockId,
  LocalDecl,
  LocalId,
  MirBody,
  MirUnresolved,
  Operand,
  Place,
  PlaceElem,
  Rvalue,
  SourceInfo,
  Statement,
  Terminator,
} from './mir.ts';

export interface MutBlock {
  statements: Statement[];
  terminator: Terminator;
  isCleanup: boolean;
}

export interface MutBody {
  readonly def: DefId;
  readonly locals: LocalDecl[];
  readonly argCount: number;
  blocks: MutBlock[];
  readonly promoteds: MirBody[];
  coroutineDrop?: MirBody;
  readonly unresolved: MirUnresolved[];
}

export const returnLocal: LocalId = 0;

const noProjection: readonly PlaceElem[] = [];
export const derefElem: PlaceElem = { kind: 'Deref' };

export function localPlace(local: LocalId): Place {
  return { local, projection: noProjection };
}

export function projectPlace(place: Place, elem: PlaceElem): Place {
  return { local: place.local, projection: [...place.projection, elem] };
}

/** Stands for the names of the variables that a closure has captured, which debuggers find by way of the closure. */
export const capturesName = '{closure}';

/** Debuggers look for this in that local, too. */
export function addName(
  locals: LocalDecl[],
  local: LocalId,
  { name, isPointee }: Pick<LocalDecl, 'name' | 'isPointee'>,
): void {
  const known = locals[local]!;
  if (known.name === undefined && name !== undefined) locals[local] = { ...known, name };
  if (isPointee) locals[local] = { ...locals[local]!, isPointee };
}

/** What debuggers look for in one local is in another from now on. */
export function passName({ locals }: Pick<MutBody, 'locals'>, from: LocalId, to: LocalId): void {
  const { ty } = locals[from]!;
  addName(locals, to, locals[from]!);
  locals[from] = { ty, name: undefined };
}

export const unreachable: Terminator = { kind: 'Unreachable' };
export const returnTerminator: Terminator = { kind: 'Return' };
export const resumeTerminator: Terminator = { kind: 'UnwindResume' };

/** Wherever it is evaluated, it leads to the same place. */
export function isStableElem({ kind }: { readonly kind: string }): boolean {
  return kind !== 'Deref' && kind !== 'Index';
}

/** The operand, left where it is. */
export function copied(operand: Operand): Operand {
  return operand.kind === 'Move' ? { kind: 'Copy', place: operand.place } : operand;
}

export function sameElem(a: PlaceElem, b: PlaceElem): boolean {
  switch (a.kind) {
    case 'Deref':
      return b.kind === 'Deref';
    case 'Field':
      return b.kind === 'Field' && a.index === b.index;
    case 'Index':
      return b.kind === 'Index' && a.local === b.local;
    case 'Downcast':
      return b.kind === 'Downcast' && a.variant === b.variant;
    case 'ConstantIndex':
      return b.kind === 'ConstantIndex' && a.offset === b.offset && a.fromEnd === b.fromEnd;
    case 'Subslice':
      return b.kind === 'Subslice' && a.from === b.from && a.to === b.to && a.fromEnd === b.fromEnd;
  }
}

export function samePlace(a: Place, b: Place): boolean {
  return (
    a.local === b.local &&
    a.projection.length === b.projection.length &&
    a.projection.every((elem, i) => sameElem(elem, b.projection[i]!))
  );
}

/** Returns the block's number. */
export function addBlock(
  body: MutBody,
  terminator: Terminator,
  statements: Statement[] = [],
  isCleanup = false,
): BlockId {
  return body.blocks.push({ statements, terminator, isCleanup }) - 1;
}

/** A block of a body that nobody has written. */
export function plainBlock(statements: Statement[], terminator: Terminator): MutBlock {
  return { statements, terminator, isCleanup: false };
}

export function goto(target: BlockId): Terminator {
  return { kind: 'Goto', target };
}

export function assign(place: Place, rvalue: Rvalue, source: SourceInfo): Statement {
  return { kind: 'Assign', place, rvalue, source };
}

/** `if operand { then } else { otherwise }`: rustc switches on the 0 of `false`. */
export function switchBool(discr: Operand, then: BlockId, otherwise: BlockId): Terminator {
  return { kind: 'SwitchInt', discr, values: [0n], targets: [otherwise, then] };
}

/** Calls `visit` with every block that control may go to next, in rustc's order; an unwind target comes last. */
export function forEachSuccessor(term: Terminator, visit: (target: BlockId) => void): void {
  switch (term.kind) {
    case 'Goto':
      visit(term.target);
      break;
    case 'SwitchInt':
      for (const target of term.targets) visit(target);
      break;
    case 'Drop':
      visit(term.target);
      if (term.unwind !== undefined) visit(term.unwind);
      if (term.drop !== undefined) visit(term.drop);
      break;
    case 'Assert':
    case 'FalseUnwind':
      visit(term.target);
      if (term.unwind !== undefined) visit(term.unwind);
      break;
    case 'FalseEdge':
      visit(term.target);
      visit(term.imaginary);
      break;
    case 'Call':
      if (term.target !== undefined) visit(term.target);
      if (term.unwind !== undefined) visit(term.unwind);
      break;
    case 'Yield':
      visit(term.resume);
      if (term.drop !== undefined) visit(term.drop);
      break;
    case 'InlineAsm':
      if (term.target !== undefined) visit(term.target);
      break;
    default:
      break;
  }
}

function mapOptional(block: BlockId | undefined, map: (target: BlockId) => BlockId): BlockId | undefined {
  return block === undefined ? undefined : map(block);
}

/** The same but for where a suspended drop goes when it is given up, which rustc's forward analyses do not follow. */
export function forEachEdge(term: Terminator, visit: (target: BlockId) => void): void {
  forEachSuccessor(term.kind === 'Drop' ? { ...term, drop: undefined } : term, visit);
}

/** The terminator with every edge redirected; the same object when no edge changes. */
export function mapSuccessors(term: Terminator, map: (target: BlockId) => BlockId): Terminator {
  switch (term.kind) {
    case 'Goto': {
      const target = map(term.target);
      return target === term.target ? term : { ...term, target };
    }
    case 'SwitchInt': {
      const { targets } = term;
      let i = 0;
      let first: BlockId | undefined;
      for (; i < targets.length; i++) {
        first = map(targets[i]!);
        if (first !== targets[i]) break;
      }
      if (i === targets.length) return term;
      const mapped = targets.slice();
      mapped[i] = first!;
      for (i++; i < targets.length; i++) mapped[i] = map(targets[i]!);
      return { ...term, targets: mapped };
    }
    case 'Drop': {
      const target = map(term.target);
      const unwind = mapOptional(term.unwind, map);
      const drop = mapOptional(term.drop, map);
      if (target === term.target && unwind === term.unwind && drop === term.drop) return term;
      return drop === undefined ? { ...term, target, unwind } : { ...term, target, unwind, drop };
    }
    case 'Assert':
    case 'FalseUnwind': {
      const target = map(term.target);
      const unwind = mapOptional(term.unwind, map);
      return target === term.target && unwind === term.unwind ? term : { ...term, target, unwind };
    }
    case 'FalseEdge': {
      const target = map(term.target);
      const imaginary = map(term.imaginary);
      return target === term.target && imaginary === term.imaginary ? term : { ...term, target, imaginary };
    }
    case 'Call': {
      const target = mapOptional(term.target, map);
      const unwind = mapOptional(term.unwind, map);
      return target === term.target && unwind === term.unwind ? term : { ...term, target, unwind };
    }
    case 'Yield': {
      const resume = map(term.resume);
      const drop = mapOptional(term.drop, map);
      return resume === term.resume && drop === term.drop ? term : { ...term, resume, drop };
    }
    case 'InlineAsm': {
      const target = mapOptional(term.target, map);
      return target === term.target ? term : { ...term, target };
    }
    default:
      return term;
  }
}

/** Where control goes when the terminator panics, if it can and there is cleanup to do. */
export function unwindTarget(term: Terminator): BlockId | undefined {
  return canUnwind(term) ? term.unwind : undefined;
}

export function withUnwind(term: Terminator, unwind: BlockId | undefined): Terminator {
  return canUnwind(term) ? { ...term, unwind } : term;
}

function canUnwind(
  term: Terminator,
): term is Extract<Terminator, { kind: 'Call' | 'Drop' | 'Assert' | 'FalseUnwind' }> {
  return (
    term.kind === 'Call' || term.kind === 'Drop' || term.kind === 'Assert' || term.kind === 'FalseUnwind'
  );
}

/** Blocks reachable from the start, in reverse postorder. */
export function reversePostorder(blocks: readonly { readonly terminator: Terminator }[]): BlockId[] {
  const order: BlockId[] = [];
  if (blocks.length === 0) return order;
  const seen = new Uint8Array(blocks.length);
  // Stacks of our own: bodies of generated code nest deeper than the engine's. The successors that a block still has to
  // be left for lie on top of `ahead`, from where `starts` says.
  const path: BlockId[] = [];
  const starts: number[] = [];
  const ahead: BlockId[] = [];
  const later = (target: BlockId) => {
    ahead.push(target);
  };
  for (let block: BlockId | undefined = 0; ; ) {
    if (block !== undefined && !seen[block]) {
      seen[block] = 1;
      path.push(block);
      starts.push(ahead.length);
      forEachSuccessor(blocks[block]!.terminator, later);
    }
    if (ahead.length > starts[starts.length - 1]!) block = ahead.pop();
    else {
      block = undefined;
      order.push(path.pop()!);
      starts.pop();
      if (path.length === 0) return order.reverse();
    }
  }
}

/** Calls `visit` with each operand of an rvalue. */
export function forEachOperand(rvalue: Rvalue, visit: (operand: Operand) => void): void {
  switch (rvalue.kind) {
    case 'Use':
    case 'Repeat':
    case 'Cast':
    case 'UnaryOp':
      visit(rvalue.operand);
      break;
    case 'BinaryOp':
      visit(rvalue.lhs);
      visit(rvalue.rhs);
      break;
    case 'Aggregate':
      for (const operand of rvalue.operands) visit(operand);
      break;
    default:
      break;
  }
}

/** Calls `visit` with each operand of a terminator. */
export function forEachTerminatorOperand(term: Terminator, visit: (operand: Operand) => void): void {
  switch (term.kind) {
    case 'SwitchInt':
      visit(term.discr);
      break;
    case 'Call':
      visit(term.func);
      for (const arg of term.args) visit(arg);
      break;
    case 'Assert':
      visit(term.cond);
      for (const arg of term.messageArgs) visit(arg);
      break;
    case 'Yield':
      visit(term.value);
      break;
    default:
      break;
  }
}
