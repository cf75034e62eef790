/**
 * Places with at most one dereference, and that one first: what stands before any other is copied to a temporary of its
 * own, which has no storage markers. A box is dereferenced through the pointer in it. After rustc's
 * `rustc_mir_transform::{deref_separator, elaborate_box_derefs}`.
 */
import { mkRawPtr, unknownTy } from '../../ty/intern.ts';
import type { Ty } from '../../ty/types.ts';
import { assign, localPlace, type MutBody } from '../graph.ts';
import type { LocalId, Operand, Place, PlaceElem, SourceInfo, Statement } from '../mir.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { mapStatementPlaces, mapTerminatorPlaces } from '../visitPlaces.ts';

/** The places of one statement or terminator, whose temporaries go in front of it. */
type Separate = (place: Place, push: (statement: Statement) => void) => Place;

export function separateDerefs(body: MutBody): void {
  mapPlaces(body, (place, push) => {
    const { projection } = place;
    let last = -1;
    for (let i = 1; i < projection.length; i++) if (projection[i]!.kind === 'Deref') last = i;
    if (last < 0) return place;
    let local = place.local;
    let covered = 0;
    for (let i = 1; i <= last; i++) {
      if (projection[i]!.kind !== 'Deref') continue;
      const prefix = { local: place.local, projection: projection.slice(0, i) };
      const temp = newTemp(body, placeTy(body.locals, prefix, unknownTy));
      const operand: Operand = { kind: 'Copy', place: { local, projection: projection.slice(covered, i) } };
      push(assign(localPlace(temp), { kind: 'Use', operand }, source));
      local = temp;
      covered = i;
    }
    return { local, projection: projection.slice(last) };
  });
}

export function elaborateBoxDerefs(body: MutBody, types: TypeOps): void {
  if (!body.locals.some(({ ty }) => types.isBox(ty))) return;
  mapPlaces(body, (place, push) => {
    if (place.projection[0]?.kind !== 'Deref') return place;
    const base = body.locals[place.local]!.ty;
    if (!types.isBox(base)) return place;
    const pointer = boxPointer(base, types);
    if (!pointer) return place;
    const temp = newTemp(body, pointer.ty);
    push(readBoxPointer(localPlace(temp), localPlace(place.local), pointer, source));
    return { local: temp, projection: place.projection };
  });
}

const source: SourceInfo = -1;

export interface BoxPointer {
  /** From the box to the `NonNull<T>` in its `Unique<T>`. */
  readonly path: readonly PlaceElem[];
  /** The pointer that this is. */
  readonly ty: Ty;
}

/** Reads what a box is: boxes are not dereferenced themselves once drops are elaborated. */
export function readBoxPointer(
  into: Place,
  { local, projection }: Place,
  { path, ty }: BoxPointer,
  source: SourceInfo,
): Statement {
  const operand: Operand = { kind: 'Copy', place: { local, projection: [...projection, ...path] } };
  return assign(into, { kind: 'Cast', cast: 'Transmute', operand, ty }, source);
}

export function boxPointer(box: Ty, types: TypeOps): BoxPointer | undefined {
  const path: PlaceElem[] = [];
  let ty = box;
  for (let depth = 0; depth < 2; depth++) {
    if (ty.kind !== 'Adt') return undefined;
    const variant = types.variants(ty.def)[0];
    const field = variant === undefined ? undefined : types.fieldTys(variant, ty.args)[0];
    if (!field) return undefined;
    path.push({ kind: 'Field', index: 0, ty: field });
    ty = field;
  }
  const pointee = box.kind === 'Adt' ? box.args.list[0] : undefined;
  return pointee && 'kind' in pointee ? { path, ty: mkRawPtr(pointee as Ty, false) } : undefined;
}

function newTemp(body: MutBody, ty: Ty): LocalId {
  return body.locals.push({ ty, name: undefined }) - 1;
}

function mapPlaces(body: MutBody, separate: Separate): void {
  let statements: Statement[] = [];
  const push = (statement: Statement) => statements.push(statement);
  const map = (place: Place) => separate(place, push);
  for (const block of body.blocks) {
    statements = [];
    for (const statement of block.statements) {
      const mapped = mapStatementPlaces(statement, map);
      statements.push(mapped);
    }
    block.terminator = mapTerminatorPlaces(block.terminator, map);
    block.statements = statements;
  }
}
