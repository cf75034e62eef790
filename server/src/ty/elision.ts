/**
 * Lifetimes left out in the result of a function: that of `self`, or the only one in the arguments. After rustc's
 * `resolve_fn_signature`, on lowered types.
 */
import type { GenericArg, Ty } from './types.ts';

/** What an elided lifetime in the result stands for: rustc's elision rules on the lowered arguments. */
export function outputElision(inputs: readonly Ty[], hasSelf: boolean): number | 'erased' {
  if (hasSelf && inputs[0]) {
    const ofSelf = boundIndexes(inputs.slice(0, 1));
    if (ofSelf.size > 0) return [...ofSelf][0]!;
  }
  const all = boundIndexes(inputs);
  return all.size === 1 ? [...all][0]! : 'erased';
}

function boundIndexes(inputs: readonly Ty[]): Set<number> {
  const found = new Set<number>();
  const visit = (x: GenericArg, depth: number): void => {
    switch (x.kind) {
      case 'Bound':
        if (x.debruijn === depth) found.add(x.index);
        return;
      case 'Ref':
        visit(x.region, depth);
        visit(x.inner, depth);
        return;
      case 'RawPtr':
        visit(x.inner, depth);
        return;
      case 'Slice':
      case 'Array':
        visit(x.elem, depth);
        return;
      case 'Tuple':
        for (const e of x.elems) visit(e, depth);
        return;
      case 'Adt':
      case 'Projection':
      case 'Opaque':
        for (const a of x.args.list) visit(a, depth);
        return;
      case 'FnPtr':
        for (const t of x.sig.inputs) visit(t, depth + 1);
        visit(x.sig.output, depth + 1);
        return;
      case 'Dynamic':
        for (const a of x.principal?.args.list ?? []) visit(a, depth + 1);
        for (const p of x.projections) visit(p.ty, depth + 1);
        return;
      default:
    }
  };
  for (const ty of inputs) visit(ty, 0);
  return found;
}
