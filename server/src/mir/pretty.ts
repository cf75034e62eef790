/** Prints MIR much as `rustc --emit=mir` does, for tests and for people. */
import { defData } from '../hir/defs.ts';
import type { Const, Ty } from '../ty/types.ts';
import type {
  BasicBlock,
  BlockId,
  MirBody,
  MirConst,
  Operand,
  Place,
  Rvalue,
  Statement,
  Terminator,
} from './mir.ts';

export interface PrettyOptions {
  readonly ty: (ty: Ty) => string;
}

export function prettyMir(body: MirBody, { ty }: PrettyOptions): string {
  const lines: string[] = [];
  const print = printer(ty);
  const args = body.locals.slice(1, body.argCount + 1).map((l, i) => `_${i + 1}: ${ty(l.ty)}`);
  lines.push(
    `fn ${defData(body.def).name || '{closure}'}(${args.join(', ')}) -> ${ty(body.locals[0]!.ty)} {`,
  );
  body.locals.forEach((local, i) => {
    if (i > body.argCount)
      lines.push(`    let _${i}: ${ty(local.ty)};${local.name ? ` // ${local.name}` : ''}`);
  });
  body.blocks.forEach((block, id) => {
    lines.push('', `    ${print.blockName(body, id)}: {`);
    for (const statement of block.statements) lines.push(`        ${print.statement(statement)};`);
    lines.push(`        ${print.terminator(block.terminator)};`, '    }');
  });
  lines.push('}');
  body.promoteds.forEach((promoted, i) => {
    lines.push('', `// promoted[${i}]`, prettyMir(promoted, { ty }));
  });
  return lines.join('\n');
}

/**
 * Only what collection sees of each block: its calls and drops with where they lead. `0 -> call f -> 1 | 3` reads:
 * block 0 calls `f` and goes to 1, or to 3 when that panics.
 */
export function prettyFlow(body: MirBody, { ty }: PrettyOptions): string {
  const print = printer(ty);
  return body.blocks
    .map((block, id) => `${id}${block.isCleanup ? '*' : ''}: ${print.flow(block)}`)
    .join('\n');
}

function printer(ty: (ty: Ty) => string) {
  const place = ({ local, projection }: Place): string => {
    let text = `_${local}`;
    for (const elem of projection) {
      switch (elem.kind) {
        case 'Deref':
          text = `(*${text})`;
          break;
        case 'Field':
          text = `${text}.${elem.index}`;
          break;
        case 'Index':
          text = `${text}[_${elem.local}]`;
          break;
        case 'ConstantIndex':
          text = `${text}[${elem.fromEnd ? '-' : ''}${elem.offset} of ${elem.minLength}]`;
          break;
        case 'Subslice':
          text = `${text}[${elem.from}:${elem.fromEnd ? '-' : ''}${elem.to}]`;
          break;
        case 'Downcast':
          text = `(${text} as variant#${elem.variant})`;
          break;
      }
    }
    return text;
  };

  const constTy = (value: Const): string => {
    switch (value.kind) {
      case 'Value':
        return String(value.value);
      case 'ConstParam':
        return value.name;
      default:
        return '_';
    }
  };

  const constant = (value: MirConst, constantTy: Ty): string => {
    switch (value.kind) {
      case 'Scalar':
        return `const ${value.value ?? '_'}${constantTy.kind === 'Bool' ? '' : `_${ty(constantTy)}`}`;
      case 'Str':
        return 'const "…"';
      case 'ZeroSized':
        return ty(constantTy);
      case 'Unevaluated':
        return `const ${defData(value.def).name}`;
      case 'Promoted':
        return `const promoted[${value.index}]`;
      case 'Static':
        return `&static ${defData(value.def).name}`;
      case 'TyConst':
        return `const ${constTy(value.value)}`;
      case 'RuntimeChecks':
        return value.checks;
    }
  };

  const operand = (o: Operand): string => {
    switch (o.kind) {
      case 'Copy':
        return `copy ${place(o.place)}`;
      case 'Move':
        return `move ${place(o.place)}`;
      case 'Constant':
        return constant(o.constant, o.ty);
    }
  };

  const operands = (list: readonly Operand[]): string => list.map(operand).join(', ');

  const rvalue = (r: Rvalue): string => {
    switch (r.kind) {
      case 'Use':
        return operand(r.operand);
      case 'Repeat':
        return `[${operand(r.operand)}; ${constTy(r.len)}]`;
      case 'Ref':
        return `${r.mutable ? '&mut ' : '&'}${place(r.place)}`;
      case 'RawPtr':
        return `&raw ${r.mutable ? 'mut' : 'const'} ${place(r.place)}`;
      case 'Len':
        return `Len(${place(r.place)})`;
      case 'Discriminant':
        return `discriminant(${place(r.place)})`;
      case 'CopyForDeref':
        return `deref_copy ${place(r.place)}`;
      case 'Cast':
        return `${operand(r.operand)} as ${ty(r.ty)} (${r.cast})`;
      case 'BinaryOp':
        return `${r.op}(${operand(r.lhs)}, ${operand(r.rhs)})`;
      case 'UnaryOp':
        return `${r.op}(${operand(r.operand)})`;
      case 'NullaryOp':
        return `${r.op}(${ty(r.ty)})`;
      case 'ThreadLocalRef':
        return `&/*tls*/ ${defData(r.def).name}`;
      case 'Aggregate': {
        const { aggregate } = r;
        switch (aggregate.kind) {
          case 'Array':
            return `[${operands(r.operands)}]`;
          case 'Tuple':
            return r.operands.length === 1 ? `(${operands(r.operands)},)` : `(${operands(r.operands)})`;
          case 'Adt':
            return `${defData(aggregate.def).name}#${aggregate.variant}(${operands(r.operands)})`;
          default:
            return `{${aggregate.kind.toLowerCase()}}(${operands(r.operands)})`;
        }
      }
    }
  };

  const statement = (s: Statement): string => {
    switch (s.kind) {
      case 'Assign':
        return `${place(s.place)} = ${rvalue(s.rvalue)}`;
      case 'SetDiscriminant':
        return `discriminant(${place(s.place)}) = ${s.variant}`;
      case 'StorageLive':
      case 'StorageDead':
        return `${s.kind}(_${s.local})`;
      case 'Intrinsic':
        return `${s.intrinsic}(${operands(s.operands)})`;
    }
  };

  const edge = (target: BlockId | undefined, unwind: BlockId | undefined, label = 'return'): string => {
    const to = target === undefined ? '' : `${label}: bb${target}, `;
    return `-> [${to}unwind${unwind === undefined ? ' continue' : `: bb${unwind}`}]`;
  };

  const terminator = (t: Terminator): string => {
    switch (t.kind) {
      case 'Goto':
        return `goto -> bb${t.target}`;
      case 'SwitchInt': {
        const arms = t.targets.map((b, i) => `${t.values[i] ?? 'otherwise'}: bb${b}`);
        return `switchInt(${operand(t.discr)}) -> [${arms.join(', ')}]`;
      }
      case 'Drop':
        return `drop(${place(t.place)}) ${edge(t.target, t.unwind)}`;
      case 'Call':
        return `${place(t.destination)} = ${operand(t.func)}(${operands(t.args)}) ${edge(t.target, t.unwind)}`;
      case 'Assert':
        return `assert(${t.expected ? '' : '!'}${operand(t.cond)}, ${[t.message, ...t.messageArgs.map(operand)].join(', ')}) ${edge(t.target, t.unwind, 'success')}`;
      case 'Yield':
        return `yield(${operand(t.value)}) -> [resume: bb${t.resume}]`;
      case 'InlineAsm':
        return `asm!() -> [${t.target === undefined ? '' : `return: bb${t.target}`}]`;
      case 'Return':
        return 'return';
      case 'Unreachable':
        return 'unreachable';
      case 'UnwindResume':
        return 'resume';
      default:
        return t.kind;
    }
  };

  const flow = (block: BasicBlock): string => {
    const t = block.terminator;
    const to = (target: BlockId | undefined, unwind: BlockId | undefined) =>
      ` -> ${target ?? '!'}${unwind === undefined ? '' : ` | ${unwind}`}`;
    switch (t.kind) {
      case 'Call':
        return `call ${operand(t.func)}${to(t.target, t.unwind)}`;
      case 'Drop':
        return `drop ${place(t.place)}${to(t.target, t.unwind)}`;
      case 'Assert':
        return `assert ${t.message}${to(t.target, t.unwind)}`;
      case 'SwitchInt':
        return `switch -> ${t.targets.join(', ')}`;
      case 'Goto':
        return `-> ${t.target}`;
      default:
        return terminator(t);
    }
  };

  return {
    statement,
    terminator,
    flow,
    blockName: (body: MirBody, id: BlockId) => `bb${id}${body.blocks[id]!.isCleanup ? ' (cleanup)' : ''}`,
  };
}
