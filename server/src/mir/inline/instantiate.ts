/**
 * A body with generic arguments put in, moved to where its locals, blocks and promoteds have other numbers: what is
 * spliced into the caller when a call is inlined. After `rustc_mir_transform::inline`'s `Integrator`.
 */
import type { Const, GenericArgs, Ty } from '../../ty/types.ts';
import type { MutBlock } from '../graph.ts';
import { mapSuccessors } from '../graph.ts';
import type {
  AggregateKind,
  BlockId,
  LocalId,
  MirBody,
  MirConst,
  Operand,
  Place,
  PlaceElem,
  Rvalue,
  SourceInfo,
  Statement,
  Terminator,
} from '../mir.ts';

export interface Substitution {
  ty(ty: Ty): Ty;
  args(args: GenericArgs): GenericArgs;
  konst(value: Const): Const;
}

export interface Relocation {
  local(local: LocalId): Place;
  block(block: BlockId): BlockId;
  promoted(index: number): number;
  /** Where the call stands, for all that comes from the callee; undefined keeps what is written. */
  readonly source: SourceInfo | undefined;
  /** The crate that the callee is of, where that is not the caller's. */
  readonly crate: string | undefined;
}

const inPlace: Relocation = {
  local: (local) => ({ local, projection: [] }),
  block: (block) => block,
  promoted: (index) => index,
  source: undefined,
  crate: undefined,
};

/** A promoted constant of a callee as one of the caller's. */
export function instantiateBody(body: MirBody, subst: Substitution): MirBody {
  return {
    ...body,
    locals: body.locals.map((local) => ({ ...local, ty: subst.ty(local.ty) })),
    blocks: body.blocks.map((block) => instantiateBlock(block, subst, inPlace)),
    promoteds: body.promoteds.map((promoted) => instantiateBody(promoted, subst)),
    ...(body.coroutineDrop && { coroutineDrop: instantiateBody(body.coroutineDrop, subst) }),
  };
}

export function instantiateBlock(
  block: {
    readonly statements: readonly Statement[];
    readonly terminator: Terminator;
    readonly isCleanup: boolean;
  },
  subst: Substitution,
  to: Relocation,
): MutBlock {
  const at = (source: SourceInfo): SourceInfo => to.source ?? source;

  const elem = (e: PlaceElem): PlaceElem => {
    switch (e.kind) {
      case 'Field':
      case 'Subslice': {
        const ty = subst.ty(e.ty);
        return ty === e.ty ? e : { ...e, ty };
      }
      case 'Index':
        return { ...e, local: to.local(e.local).local };
      default:
        return e;
    }
  };
  const place = (p: Place): Place => {
    const base = to.local(p.local);
    if (p.projection.length === 0) return base;
    return { local: base.local, projection: [...base.projection, ...p.projection.map(elem)] };
  };
  const constant = (c: MirConst): MirConst => {
    switch (c.kind) {
      case 'Unevaluated':
        return { ...c, args: subst.args(c.args) };
      case 'Promoted':
        return { ...c, index: to.promoted(c.index) };
      case 'TyConst':
        return { ...c, value: subst.konst(c.value) };
      case 'Str':
        return c.text === undefined || to.crate === undefined ? c : { ...c, text: `${to.crate} ${c.text}` };
      default:
        return c;
    }
  };
  const operand = (o: Operand): Operand =>
    o.kind === 'Constant'
      ? { kind: 'Constant', constant: constant(o.constant), ty: subst.ty(o.ty), source: at(o.source) }
      : { kind: o.kind, place: place(o.place) };
  const aggregate = (a: AggregateKind): AggregateKind => {
    switch (a.kind) {
      case 'Array':
        return { kind: 'Array', elem: subst.ty(a.elem) };
      case 'Tuple':
        return a;
      default:
        return { ...a, args: subst.args(a.args) };
    }
  };
  const rvalue = (r: Rvalue): Rvalue => {
    switch (r.kind) {
      case 'Use':
      case 'UnaryOp':
        return { ...r, operand: operand(r.operand) };
      case 'Repeat':
        return { ...r, operand: operand(r.operand), len: subst.konst(r.len) };
      case 'Cast':
        // In the caller all is revealed.
        if (r.cast === 'Subtype' && to !== inPlace) return { kind: 'Use', operand: operand(r.operand) };
        return { ...r, operand: operand(r.operand), ty: subst.ty(r.ty) };
      case 'BinaryOp':
        return { ...r, lhs: operand(r.lhs), rhs: operand(r.rhs) };
      case 'NullaryOp':
        return { ...r, ty: subst.ty(r.ty) };
      case 'Aggregate':
        return { ...r, aggregate: aggregate(r.aggregate), operands: r.operands.map(operand) };
      case 'ThreadLocalRef':
        return r;
      default:
        return { ...r, place: place(r.place) };
    }
  };
  const statement = (s: Statement): Statement => {
    switch (s.kind) {
      case 'Assign':
        return { kind: 'Assign', place: place(s.place), rvalue: rvalue(s.rvalue), source: at(s.source) };
      case 'SetDiscriminant':
        return { ...s, place: place(s.place) };
      case 'StorageLive':
      case 'StorageDead':
        return { ...s, local: to.local(s.local).local };
      case 'Intrinsic':
        return { ...s, operands: s.operands.map(operand) };
    }
  };
  const terminator = (t: Terminator): Terminator => {
    switch (t.kind) {
      case 'SwitchInt':
        return { ...t, discr: operand(t.discr) };
      case 'Drop':
        return { ...t, place: place(t.place), ty: subst.ty(t.ty), source: at(t.source) };
      case 'Call':
        return {
          ...t,
          func: operand(t.func),
          args: t.args.map(operand),
          destination: place(t.destination),
          source: at(t.source),
        };
      case 'Assert':
        return { ...t, cond: operand(t.cond), messageArgs: t.messageArgs.map(operand) };
      case 'Yield':
        return { ...t, value: operand(t.value), resumeArg: place(t.resumeArg) };
      default:
        return t;
    }
  };
  return {
    statements: block.statements.map(statement),
    terminator: mapSuccessors(terminator(block.terminator), to.block),
    isCleanup: block.isCleanup,
  };
}
