/** What is certain of a type's layout where a body is still generic. */
import { type Ty, TypeFlag } from '../ty/types.ts';
import { pointerMetadata } from './scalarAbi.ts';
import type { TypeOps } from './typeOps.ts';

const maxDepth = 12;

/** Whether rustc knows the layout of a sized type: no parameter has a part in it, except behind a pointer. */
export function hasKnownLayout(ty: Ty, types: TypeOps, depth = 0): boolean {
  if ((ty.flags & TypeFlag.HasParam) === 0) return true;
  if (depth > maxDepth) return false;
  const all = (tys: readonly Ty[]) => tys.every((part) => hasKnownLayout(part, types, depth + 1));
  switch (ty.kind) {
    case 'Ref':
    case 'RawPtr':
      return typeof pointerMetadata(ty, types) === 'string';
    case 'FnDef':
    case 'FnPtr':
      return true;
    case 'Tuple':
      return all(ty.elems);
    case 'Array':
      return ty.len.kind === 'Value' && all([ty.elem]);
    case 'Closure':
      return all(types.upvarTys(ty.def, ty.args));
    case 'Adt':
      return types.variants(ty.def).every((variant) => all(types.fieldTys(variant, ty.args)));
    default:
      return false;
  }
}

/** Whether bytes that are all zero may be a value, as `assert_zero_valid` has it; undefined where it is not certain. */
export function allowsZero(ty: Ty, types: TypeOps, depth = 0): boolean | undefined {
  if (depth > maxDepth) return undefined;
  const all = (tys: readonly Ty[]): boolean | undefined => {
    const parts = tys.map((part) => allowsZero(part, types, depth + 1));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  };
  switch (ty.kind) {
    case 'Int':
    case 'Uint':
    case 'Float':
    case 'Bool':
    case 'Char':
    case 'Array': // not looked into
      return true;
    case 'RawPtr': {
      const metadata = pointerMetadata(ty, types);
      return typeof metadata === 'string' ? metadata !== 'vtable' : undefined;
    }
    case 'Ref':
    case 'FnPtr':
    case 'Never':
      return false;
    case 'Tuple':
      return all(ty.elems);
    case 'Adt': {
      const kind = types.adtKind(ty.def);
      const [variant] = types.variants(ty.def);
      if (kind === 'Union') return true;
      if (kind === 'Enum' || variant === undefined) return undefined;
      if (types.declaredNiches(ty.def, 8) !== undefined) return undefined;
      return all(types.fieldTys(variant, ty.args));
    }
    default:
      return undefined;
  }
}
