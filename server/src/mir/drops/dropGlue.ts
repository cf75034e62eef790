/**
 * The MIR of drop glue, which the compiler makes up for `ptr::drop_in_place` of each type: the type's own `Drop::drop`,
 * then its parts in order. Where that is short it is inlined like any function, so that the caller drops the parts by
 * itself. After rustc's `rustc_mir_transform::shim::build_drop_shim`.
 *
 * Only glue without landing pads is built, as what has them costs too much to be inlined: where a panic unwinds, that
 * of types with one thing to be dropped.
 */
import type { DefId } from '../../hir/defs.ts';
import { mkArgs, mkFnDef, mkRawPtr, mkRef, mkSlice, prim, unit } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import {
  assign,
  derefElem,
  goto,
  localPlace,
  type MutBody,
  plainBlock,
  projectPlace,
  returnTerminator,
  switchBool,
} from '../graph.ts';
import type { BlockId, LocalId, MirBody, Operand, Place, Statement, Terminator } from '../mir.ts';
import { boxPointer, readBoxPointer } from '../passes/derefSeparator.ts';
import { simplifyCfg } from '../passes/simplifyCfg.ts';
import type { TypeOps } from '../typeOps.ts';

/** The glue of a type as the body of `drop_in_place`; undefined where it is not for inlining. */
export function dropGlueBody(dropInPlace: DefId, ty: Ty, types: TypeOps): MirBody | undefined {
  return new GlueBuilder(dropInPlace, ty, types).build();
}

const source = -1;
const pointer: LocalId = 1;
/** Where the glue begins, and where it ends. */
const start: BlockId = 0;
const end: BlockId = 1;

class GlueBuilder {
  readonly #ty: Ty;
  readonly #types: TypeOps;
  readonly #body: MutBody;

  constructor(dropInPlace: DefId, ty: Ty, types: TypeOps) {
    this.#ty = ty;
    this.#types = types;
    this.#body = {
      def: dropInPlace,
      locals: [unit, mkRawPtr(ty, true)].map((local) => ({ ty: local, name: undefined })),
      argCount: 1,
      blocks: [plainBlock([], goto(end)), plainBlock([], returnTerminator)],
      promoteds: [],
      unresolved: [],
    };
  }

  build(): MirBody | undefined {
    const first = this.#types.needsDrop(this.#ty) ? this.#dropAll() : end;
    if (first === undefined) return undefined;
    this.#body.blocks[start]!.terminator = goto(first);
    simplifyCfg(this.#body);
    return this.#body;
  }

  /** The first block of what drops the value. */
  #dropAll(): BlockId | undefined {
    const ty = this.#ty;
    const types = this.#types;
    const place = projectPlace(localPlace(pointer), derefElem);
    switch (ty.kind) {
      case 'Dynamic':
        return this.#drop(place, ty, end);
      case 'Slice':
        return this.#dropElements(pointer, ty.elem, []);
      case 'Array':
        return this.#dropArray(ty.elem);
      case 'Tuple':
        return this.#dropFields(place, ty.elems, end);
      case 'Closure':
        return this.#dropFields(place, types.upvarTys(ty.def, ty.args), end);
      case 'Adt':
        break;
      default:
        return undefined;
    }
    if (types.isBox(ty)) return this.#dropBox(ty);
    const variants = types.variants(ty.def).map((variant) => types.fieldTys(variant, ty.args));
    const isEnum = types.adtKind(ty.def) === 'Enum';
    const hasDestructor = types.hasDestructor(ty.def);
    // Should the destructor panic, the fields are still dropped.
    const dropsMore = isEnum || variants.some((tys) => tys.some((field) => types.needsDrop(field)));
    if (hasDestructor && dropsMore && !types.panicsAbort) return undefined;
    const fields = isEnum ? this.#dropVariants(place, variants) : this.#dropFields(place, variants[0]!, end);
    return hasDestructor && fields !== undefined ? this.#callDestructor(fields) : fields;
  }

  #dropFields(base: Place, tys: readonly Ty[], next: BlockId): BlockId | undefined {
    const fields = tys.flatMap((ty, index) =>
      this.#types.needsDrop(ty) ? [{ ty, place: projectPlace(base, { kind: 'Field', index, ty }) }] : [],
    );
    // Should one panic, the others are still dropped.
    if (fields.length > 1 && !this.#types.panicsAbort) return undefined;
    return fields.reduceRight((after, { place, ty }) => this.#drop(place, ty, after), next);
  }

  #dropVariants(place: Place, variants: readonly (readonly Ty[])[]): BlockId | undefined {
    const targets: BlockId[] = [];
    for (const [variant, tys] of variants.entries()) {
      const target = this.#dropFields(projectPlace(place, { kind: 'Downcast', variant }), tys, end);
      if (target === undefined) return undefined;
      targets.push(target);
    }
    const discr = localPlace(this.#newLocal(prim.isize));
    const values = targets.slice(1).map((_, index) => BigInt(index));
    return this.#newBlock([assign(discr, { kind: 'Discriminant', place }, source)], {
      kind: 'SwitchInt',
      discr: { kind: 'Move', place: discr },
      values,
      targets,
    });
  }

  /** The contents, then the box itself. */
  #dropBox(box: Ty & { readonly kind: 'Adt' }): BlockId | undefined {
    const found = boxPointer(box, this.#types);
    const contents = box.args.list[0] as Ty;
    if (!found || (this.#types.needsDrop(contents) && !this.#types.panicsAbort)) return undefined;
    const free = this.#callDestructor(end);
    if (free === undefined) return undefined;
    const inner = localPlace(this.#newLocal(found.ty));
    const whole = projectPlace(localPlace(pointer), derefElem);
    const drop = this.#drop(projectPlace(inner, derefElem), contents, free);
    this.#body.blocks[drop]!.statements.push(readBoxPointer(inner, whole, found, source));
    return drop;
  }

  #dropArray(elem: Ty): BlockId | undefined {
    const array = localPlace(this.#newLocal(mkRawPtr(this.#ty, true)));
    const sliceTy = mkRawPtr(mkSlice(elem), true);
    const slice = this.#newLocal(sliceTy);
    const copied: Operand = { kind: 'Copy', place: localPlace(pointer) };
    const operand: Operand = { kind: 'Move', place: array };
    return this.#dropElements(slice, elem, [
      assign(array, { kind: 'Use', operand: copied }, source),
      assign(localPlace(slice), { kind: 'Cast', cast: 'Unsize', operand, ty: sliceTy }, source),
    ]);
  }

  /** A loop over the elements, which goes on after a panic in one of them. */
  #dropElements(slice: LocalId, elem: Ty, setup: readonly Statement[]): BlockId | undefined {
    if (!this.#types.panicsAbort) return undefined;
    const [len, index] = [this.#newLocal(prim.usize), this.#newLocal(prim.usize)];
    const [isAtEnd, at] = [this.#newLocal(prim.bool), this.#newLocal(mkRawPtr(elem, true))];
    const copy = (local: LocalId): Operand => ({ kind: 'Copy', place: localPlace(local) });
    const move = (local: LocalId): Operand => ({ kind: 'Move', place: localPlace(local) });
    const usize = (value: bigint): Operand => {
      return { kind: 'Constant', constant: { kind: 'Scalar', value }, ty: prim.usize, source };
    };
    const step = this.#drop(projectPlace(localPlace(at), derefElem), elem, end);
    const isDone = assign(
      localPlace(isAtEnd),
      { kind: 'BinaryOp', op: 'Eq', lhs: copy(index), rhs: copy(len) },
      source,
    );
    const head = this.#newBlock([isDone], switchBool(move(isAtEnd), end, step));
    const place: Place = { local: slice, projection: [derefElem, { kind: 'Index', local: index }] };
    const { statements, terminator } = this.#body.blocks[step]!;
    statements.push(
      assign(localPlace(at), { kind: 'RawPtr', place, mutable: true }, source),
      assign(localPlace(index), { kind: 'BinaryOp', op: 'Add', lhs: move(index), rhs: usize(1n) }, source),
    );
    this.#body.blocks[step]!.terminator = { ...terminator, target: head } as Terminator;
    return this.#newBlock(
      [
        ...setup,
        assign(localPlace(len), { kind: 'UnaryOp', op: 'PtrMetadata', operand: copy(slice) }, source),
        assign(localPlace(index), { kind: 'Use', operand: usize(0n) }, source),
      ],
      goto(head),
    );
  }

  /** `Drop::drop(&mut *pointer)`. */
  #callDestructor(target: BlockId): BlockId | undefined {
    const method = this.#types.dropMethod;
    if (method === undefined) return undefined;
    const ty = this.#ty;
    const reference = localPlace(this.#newLocal(mkRef(ty, true)));
    const place = projectPlace(localPlace(pointer), derefElem);
    return this.#newBlock([assign(reference, { kind: 'Ref', place, mutable: true }, source)], {
      kind: 'Call',
      func: {
        kind: 'Constant',
        constant: { kind: 'ZeroSized' },
        ty: mkFnDef(method, mkArgs([ty])),
        source,
      },
      args: [{ kind: 'Move', place: reference }],
      destination: localPlace(this.#newLocal(unit)),
      target,
      unwind: undefined,
      source,
    });
  }

  #drop(place: Place, ty: Ty, target: BlockId): BlockId {
    return this.#newBlock([], { kind: 'Drop', place, ty, target, unwind: undefined, source });
  }

  #newBlock(statements: Statement[], terminator: Terminator): BlockId {
    return this.#body.blocks.push(plainBlock(statements, terminator)) - 1;
  }

  #newLocal(ty: Ty): LocalId {
    return this.#body.locals.push({ ty, name: undefined }) - 1;
  }
}
