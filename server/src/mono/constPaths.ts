/**
 * Which blocks of a constant's code run, as far as its conditions can be told: `if needs_drop::<T>() { … } else { … }`
 * takes one branch in each copy. Conditions are values that are assigned once: literals, constants, calls of const
 * functions without arguments (`size_of`, `needs_drop`), negation and comparison of those.
 */
import type { CmpOp } from '../hir/body/body.ts';
import { forEachSuccessor } from '../mir/graph.ts';
import type { MirBody, Operand, Rvalue, Terminator } from '../mir/mir.ts';
import type { Database } from '../query/database.ts';
import { interpretCall } from '../ty/interpret.ts';
import { compare } from '../ty/intOps.ts';
import type { Ty } from '../ty/types.ts';

type Value = bigint | boolean | undefined;
type Definition = Rvalue | Extract<Terminator, { readonly kind: 'Call' }>;

/** What the code is looked at with: constants and types as the copy at hand has them. */
export interface CopyView {
  readonly db: Database;
  constant(operand: Extract<Operand, { readonly kind: 'Constant' }>): Value;
  ty(ty: Ty): Ty;
}

const comparisons: ReadonlySet<string> = new Set(['Eq', 'Ne', 'Lt', 'Le', 'Gt', 'Ge']);

/** Blocks from the first on, in no particular order; those of unwinding are left out. */
export function blocksThatRun(body: MirBody, view: CopyView): number[] {
  const values = new SingleValues(body, view);
  const reached = new Set([0]);
  const queue = [0];
  for (let b = queue.pop(); b !== undefined; b = queue.pop()) {
    const block = body.blocks[b];
    if (!block) continue;
    const visit = (target: number): void => {
      if (reached.has(target) || body.blocks[target]?.isCleanup) return;
      reached.add(target);
      queue.push(target);
    };
    const { terminator } = block;
    const value = terminator.kind === 'SwitchInt' ? values.of(terminator.discr) : undefined;
    if (terminator.kind !== 'SwitchInt' || value === undefined) {
      forEachSuccessor(terminator, visit);
      continue;
    }
    const at = terminator.values.indexOf(typeof value === 'boolean' ? (value ? 1n : 0n) : value);
    const target = terminator.targets[at >= 0 ? at : terminator.targets.length - 1];
    if (target !== undefined) visit(target);
  }
  return [...reached];
}

/** Values of the locals that are assigned in one place. */
class SingleValues {
  readonly #definitions: (Definition | undefined)[];
  readonly #view: CopyView;

  constructor(body: MirBody, view: CopyView) {
    this.#view = view;
    const definitions: (Definition | undefined)[] = [];
    const assigned = new Uint32Array(body.locals.length);
    for (const { statements, terminator } of body.blocks) {
      for (const statement of statements) {
        if (statement.kind === 'SetDiscriminant') assigned[statement.place.local]! += 2;
        if (statement.kind !== 'Assign') continue;
        assigned[statement.place.local]! += statement.place.projection.length === 0 ? 1 : 2;
        definitions[statement.place.local] = statement.rvalue;
        // Borrowed: it may be written through the reference.
        const { rvalue } = statement;
        if (rvalue.kind === 'Ref' || rvalue.kind === 'RawPtr') assigned[rvalue.place.local]! += 2;
      }
      if (terminator.kind === 'Call') {
        assigned[terminator.destination.local]! += terminator.destination.projection.length === 0 ? 1 : 2;
        definitions[terminator.destination.local] = terminator;
      }
    }
    this.#definitions = definitions.map((definition, local) =>
      assigned[local] === 1 && local > body.argCount ? definition : undefined,
    );
  }

  of(operand: Operand): Value {
    if (operand.kind === 'Constant') return this.#view.constant(operand);
    if (operand.place.projection.length > 0) return undefined;
    const definition = this.#definitions[operand.place.local];
    switch (definition?.kind) {
      case 'Use':
        return this.of(definition.operand);
      case 'UnaryOp': {
        const value = this.of(definition.operand);
        return definition.op === 'Not' && typeof value === 'boolean' ? !value : undefined;
      }
      case 'BinaryOp': {
        if (!comparisons.has(definition.op)) return undefined;
        const lhs = this.of(definition.lhs);
        const rhs = this.of(definition.rhs);
        return lhs === undefined || rhs === undefined ? undefined : compare(definition.op as CmpOp, lhs, rhs);
      }
      case 'Call':
        return this.#call(definition);
      default:
        return undefined;
    }
  }

  #call({ func, args }: Extract<Terminator, { readonly kind: 'Call' }>): Value {
    if (func.kind !== 'Constant' || args.length > 0) return undefined;
    const callee = this.#view.ty(func.ty);
    return callee.kind === 'FnDef' ? interpretCall(this.#view.db, callee.def, callee.args) : undefined;
  }
}
