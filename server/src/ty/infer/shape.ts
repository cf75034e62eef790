/**
 * A quick test whether two types can be equal at all, by their outer shape, before variables are made and obligations
 * registered: most candidates of a method name are for other types. After rustc's `DeepRejectCtxt`.
 */
import { isConst, isRegion } from '../intern.ts';
import type { GenericArg, Ty } from '../types.ts';
import type { FnCtxt } from './fnCtxt.ts';
import { shallowResolve } from './fnCtxt.ts';

const maxDepth = 4;

/** False only if `pattern`, whose parameters stand for anything, can never be `ty`. */
export function mayUnifyShape(fcx: FnCtxt, pattern: Ty, ty: Ty, depth = 0): boolean {
  if (pattern === ty || depth > maxDepth) return true;
  switch (pattern.kind) {
    case 'Param':
    case 'Projection':
    case 'Opaque':
    case 'Infer':
    case 'Unknown':
      return true;
    default:
  }
  const at = shallowResolve(fcx, ty);
  switch (at.kind) {
    case 'Infer':
      switch (at.variable.kind) {
        case 'Int':
          return pattern.kind === 'Int' || pattern.kind === 'Uint';
        case 'Float':
          return pattern.kind === 'Float';
        default:
          return true;
      }
    case 'Unknown':
    case 'Projection':
    case 'Opaque':
      return true;
    default:
  }
  if (pattern.kind !== at.kind) return false;
  switch (pattern.kind) {
    case 'Ref':
    case 'RawPtr':
      return (
        at.kind === pattern.kind &&
        at.mutable === pattern.mutable &&
        mayUnifyShape(fcx, pattern.inner, at.inner, depth + 1)
      );
    case 'Slice':
      return at.kind === 'Slice' && mayUnifyShape(fcx, pattern.elem, at.elem, depth + 1);
    case 'Array':
      return at.kind === 'Array' && mayUnifyShape(fcx, pattern.elem, at.elem, depth + 1);
    case 'Tuple':
      return (
        at.kind === 'Tuple' &&
        pattern.elems.length === at.elems.length &&
        pattern.elems.every((e, i) => mayUnifyShape(fcx, e, at.elems[i]!, depth + 1))
      );
    case 'Adt':
      return (
        at.kind === 'Adt' &&
        pattern.def === at.def &&
        pattern.args.list.every((arg, i) => mayUnifyArg(fcx, arg, at.args.list[i], depth + 1))
      );
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'Foreign':
      return false; // equal ones were the same object
    case 'Dynamic':
      return at.kind === 'Dynamic' && pattern.principal?.def === at.principal?.def;
    default:
      return true;
  }
}

function mayUnifyArg(fcx: FnCtxt, pattern: GenericArg, arg: GenericArg | undefined, depth: number): boolean {
  if (arg === undefined || isRegion(pattern) || isRegion(arg) || isConst(pattern) || isConst(arg))
    return true;
  return mayUnifyShape(fcx, pattern, arg, depth);
}
