/**
 * Move paths: the places of a body whose being initialized is tracked on its own, and where each is moved out of,
 * dropped or initialized. After rustc's `rustc_mir_dataflow::move_paths`.
 *
 * A *move path* is a local, or a path plus one projection. There is one for every local that may need drop, and for
 * every place that is moved out of or assigned and whose parts can be tracked: not behind a reference or pointer, not
 * inside a type with a destructor, not at a computed index, and a union only as a whole. Paths form a forest; moving
 * out of a path moves out of all below it.
 *
 * An *event* is a change of one path (with all below it) at one statement or terminator. Initialization by a call's
 * destination happens on the edge to its target only and is kept apart.
 */
import type { Ty } from '../../ty/types.ts';
import { forEachOperand, forEachTerminatorOperand, type MutBody, sameElem } from '../graph.ts';
import type { LocalId, Operand, Place, PlaceElem, Rvalue } from '../mir.ts';
import { projectionTy, type TypeOps } from '../typeOps.ts';

export type MovePathId = number;
const none = -1;

export interface MoveEvent {
  readonly path: MovePathId;
  readonly present: boolean;
}

export interface Lookup {
  readonly path: MovePathId;
  /** Whether the place is that path, rather than something below it. */
  readonly exact: boolean;
}

export class MoveData {
  readonly places: Place[] = [];
  readonly parents: MovePathId[] = [];
  readonly #elems: (PlaceElem | undefined)[] = [];
  readonly #firstChild: MovePathId[] = [];
  readonly #nextSibling: MovePathId[] = [];
  readonly #locals: MovePathId[];
  /** By block, then by statement index (the terminator's is the number of statements). */
  readonly events: Map<number, MoveEvent[]>[] = [];
  /** By block: the path that a call initializes when it returns. */
  readonly returned: (MovePathId | undefined)[] = [];

  constructor(localCount: number) {
    this.#locals = new Array<MovePathId>(localCount).fill(none);
  }

  get size(): number {
    return this.places.length;
  }

  local(local: LocalId): MovePathId | undefined {
    const path = this.#locals[local];
    return path === undefined || path === none ? undefined : path;
  }

  addLocal(local: LocalId): void {
    this.#locals[local] = this.#add({ local, projection: [] }, none, undefined);
  }

  child(parent: MovePathId, matches: (elem: PlaceElem) => boolean): MovePathId | undefined {
    for (let child = this.#firstChild[parent]!; child !== none; child = this.#nextSibling[child]!) {
      if (matches(this.#elems[child]!)) return child;
    }
    return undefined;
  }

  addChild(parent: MovePathId, elem: PlaceElem): MovePathId {
    const known = this.child(parent, (e) => sameElem(e, elem));
    if (known !== undefined) return known;
    const { local, projection } = this.places[parent]!;
    return this.#add({ local, projection: [...projection, elem] }, parent, elem);
  }

  hasChildren(path: MovePathId): boolean {
    return this.#firstChild[path] !== none;
  }

  /** The path and all below it. */
  forEachBelow(path: MovePathId, visit: (path: MovePathId) => void): void {
    visit(path);
    for (let child = this.#firstChild[path]!; child !== none; child = this.#nextSibling[child]!) {
      this.forEachBelow(child, visit);
    }
  }

  /** The path of a place, or the nearest one above it; undefined when its local is not tracked. */
  find(place: Place): Lookup | undefined {
    let path = this.local(place.local);
    if (path === undefined) return undefined;
    for (const elem of place.projection) {
      const next = this.child(path, (e) => sameElem(e, elem));
      if (next === undefined) return { path, exact: false };
      path = next;
    }
    return { path, exact: true };
  }

  #add(place: Place, parent: MovePathId, elem: PlaceElem | undefined): MovePathId {
    const path = this.places.length;
    this.places.push(place);
    this.parents.push(parent);
    this.#elems.push(elem);
    this.#firstChild.push(none);
    this.#nextSibling.push(none);
    if (parent !== none) {
      this.#nextSibling[path] = this.#firstChild[parent]!;
      this.#firstChild[parent] = path;
    }
    return path;
  }
}

/** Finds the move paths of a body and all that happens to them. */
export function gatherMoves(body: MutBody, types: TypeOps, unknown: Ty): MoveData {
  const data = new MoveData(body.locals.length);
  body.locals.forEach((decl, local) => {
    if (types.needsDrop(decl.ty)) data.addLocal(local);
  });

  /** The path of a place that is moved out of or assigned, or undefined where nothing tracks it. */
  const pathFor = (place: Place): MovePathId | undefined => {
    let path = data.local(place.local);
    if (path === undefined) return undefined;
    let ty = body.locals[place.local]!.ty;
    let inUnion = false;
    for (const elem of place.projection) {
      switch (elem.kind) {
        case 'Deref':
          if (!types.isBox(ty)) return undefined;
          break;
        case 'Field':
          if (ty.kind === 'Adt') {
            if (types.hasDestructor(ty.def)) return undefined;
            if (types.adtKind(ty.def) === 'Union') inUnion = true;
          }
          break;
        case 'ConstantIndex':
        case 'Subslice':
          if (ty.kind !== 'Array') return undefined;
          break;
        case 'Index':
          return undefined;
        case 'Downcast':
          break;
      }
      ty = projectionTy(ty, elem, unknown);
      if (!types.needsDrop(ty)) return undefined;
      if (!inUnion) path = data.addChild(path, elem);
    }
    return path;
  };

  const record = (block: number, index: number, path: MovePathId, present: boolean) => {
    const here = data.events[block]!;
    const list = here.get(index);
    if (list) list.push({ path, present });
    else here.set(index, [{ path, present }]);
  };

  const moveOut = (block: number, index: number, place: Place) => {
    const last = place.projection[place.projection.length - 1];
    if (last?.kind === 'Subslice' && !last.fromEnd) {
      // `[a, rest @ ..]` by value: each element of the rest is moved.
      const base: Place = { local: place.local, projection: place.projection.slice(0, -1) };
      for (let offset = last.from; offset < last.to; offset++) {
        const elem: PlaceElem = { kind: 'ConstantIndex', offset, fromEnd: false, minLength: last.to };
        const path = pathFor({ local: base.local, projection: [...base.projection, elem] });
        if (path !== undefined) record(block, index, path, false);
      }
      return;
    }
    const path = pathFor(place);
    if (path !== undefined) record(block, index, path, false);
  };

  const operand = (block: number, index: number) => (o: Operand) => {
    if (o.kind === 'Move') moveOut(block, index, o.place);
  };

  body.blocks.forEach((b, block) => {
    data.events.push(new Map());
    data.returned.push(undefined);
    b.statements.forEach((statement, index) => {
      if (statement.kind === 'Assign') {
        const path = pathFor(statement.place);
        if (mayMove(statement.rvalue)) forEachOperand(statement.rvalue, operand(block, index));
        if (path !== undefined) record(block, index, path, true);
      } else if (statement.kind === 'StorageDead') {
        const path = data.local(statement.local);
        if (path !== undefined) record(block, index, path, false);
      }
    });
    const index = b.statements.length;
    const term = b.terminator;
    forEachTerminatorOperand(term, operand(block, index));
    if (term.kind === 'Call') data.returned[block] = pathFor(term.destination);
  });
  // A drop is no move and makes no path, but what was dropped is no longer initialized. All paths are known now.
  body.blocks.forEach((b, block) => {
    if (b.terminator.kind !== 'Drop') return;
    const found = data.find(b.terminator.place);
    if (found?.exact) record(block, b.statements.length, found.path, false);
  });
  return data;
}

function mayMove(rvalue: Rvalue): boolean {
  return rvalue.kind !== 'Ref' && rvalue.kind !== 'RawPtr' && rvalue.kind !== 'Discriminant';
}
