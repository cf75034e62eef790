/**
 * Drop elaboration: decides for every scheduled drop whether it happens. After rustc's
 * `rustc_mir_transform::{elaborate_drops, elaborate_drop}`.
 *
 * Building puts a `Drop` wherever a value's scope ends, as if nothing were ever moved. Here the dataflow of
 * {@link Initialized} tells what may still be initialized there:
 *
 * - nothing of it: the drop is *dead* and goes;
 * - surely all of it: *static*, it stays;
 * - it depends on the path taken, and the value is tracked as one: *conditional*, guarded by a *drop flag*, a local
 *   `bool` that follows initialization and moves at run time;
 * - it depends, and parts are tracked on their own: *open*, replaced by drops of the fields (of the variant that is
 *   there, for an enum; the contents and then the allocation, for a box), each decided on its own.
 *
 * A *ladder* is a chain of field drops with, rung by rung, a second chain for unwinding, so that a panic in one field's
 * drop still drops the others.
 */

import type { DefId } from '../../hir/defs.ts';
import { mkArgs, mkArray, mkConstValue, mkFnDef, mkRef, prim, unit, unknownTy } from '../../ty/intern.ts';
import type { GenericArgs, Ty } from '../../ty/types.ts';
import {
  assign,
  derefElem,
  goto,
  localPlace,
  type MutBody,
  projectPlace,
  resumeTerminator,
  switchBool,
  unreachable,
} from '../graph.ts';
import type { BlockId, LocalId, Operand, Place, Statement, Terminator } from '../mir.ts';
import { boxPointer, readBoxPointer } from '../passes/derefSeparator.ts';
import { placeTy, type TypeOps } from '../typeOps.ts';
import { Initialized } from './initialized.ts';
import { gatherMoves, type MoveData, type MovePathId } from './movePaths.ts';

/** Where a panic goes: into a cleanup block, or nowhere as the drop itself runs during cleanup. */
type Unwind = BlockId | 'inCleanup';

export function elaborateDrops(body: MutBody, types: TypeOps): void {
  if (!body.blocks.some((b) => b.terminator.kind === 'Drop')) return;
  new Elaborator(body, types).run();
}

interface DropSite {
  readonly place: Place;
  readonly path: MovePathId;
  readonly succ: BlockId;
  readonly unwind: Unwind;
  readonly source: number;
}

class Elaborator {
  readonly #body: MutBody;
  readonly #types: TypeOps;
  readonly #moves: MoveData;
  readonly #init: Initialized;
  /** Number of blocks before elaboration: only those have dataflow results. */
  readonly #originalBlocks: number;
  readonly #flags = new Map<MovePathId, LocalId>();
  /** The state before the drop that is being elaborated. */
  #state: Uint32Array = new Uint32Array(0);
  #resume: BlockId | undefined;

  constructor(body: MutBody, types: TypeOps) {
    this.#body = body;
    this.#types = types;
    this.#moves = gatherMoves(body, types, unknownTy);
    this.#init = new Initialized(body, this.#moves, types, unknownTy);
    this.#originalBlocks = body.blocks.length;
  }

  run(): void {
    const { blocks } = this.#body;
    const dropped = new Map<BlockId, { readonly path: MovePathId; readonly state: Uint32Array }>();
    for (let block = 0; block < this.#originalBlocks; block++) {
      const { terminator } = blocks[block]!;
      if (terminator.kind !== 'Drop') continue;
      const state = this.#init.beforeTerminator(block);
      const found = this.#moves.find(terminator.place);
      if (!state) {
        // Nobody comes here with anything in it.
        if (found?.exact) blocks[block]!.terminator = goto(terminator.target);
        continue;
      }
      if (!found) {
        // Its local needs no drop.
        if (!this.#types.needsDrop(placeTy(this.#body.locals, terminator.place, unknownTy))) {
          blocks[block]!.terminator = goto(terminator.target);
        }
        continue;
      }
      // Behind a reference, or an element at a computed index: initialized, or borrowck would complain.
      if (!found.exact) continue;
      this.#moves.forEachBelow(found.path, (path) => {
        const { maybeInit, maybeUninit } = this.#init.get(state, path);
        if (maybeInit && maybeUninit) this.#createFlag(path);
      });
      dropped.set(block, { path: found.path, state });
    }
    // A drop clears the flags of others, so all of them are there before the first is elaborated.
    for (const [block, { path, state }] of dropped) {
      const { terminator, isCleanup } = blocks[block]!;
      if (terminator.kind !== 'Drop') continue;
      const { place, target: succ, source } = terminator;
      this.#state = state;
      const unwind: Unwind = isCleanup ? 'inCleanup' : (terminator.unwind ?? this.#resumeBlock());
      this.#elaborate({ place, path, succ, unwind, source }, block);
    }
    this.#maintainFlags(dropped);
  }

  #createFlag(path: MovePathId): void {
    if (this.#flags.has(path)) return;
    this.#flags.set(path, this.#newLocal(prim.bool));
  }

  // Drop flags ------------------------------------------------------------------------------------------------------

  /** Sets flags to false at the start and writes them wherever what they stand for changes. */
  #maintainFlags(dropped: ReadonlyMap<BlockId, unknown>): void {
    if (this.#flags.size === 0) return;
    const { blocks, argCount } = this.#body;
    const setFlag = (path: MovePathId, present: boolean, into: Statement[]) => {
      this.#moves.forEachBelow(path, (p) => {
        const flag = this.#flags.get(p);
        if (flag !== undefined) into.push(setBool(flag, present));
      });
    };
    for (let block = 0; block < this.#originalBlocks; block++) {
      const b = blocks[block]!;
      const events = this.#moves.events[block]!;
      const last = b.statements.length;
      if (events.size > 0) {
        const statements: Statement[] = [];
        for (let i = 0; i <= last; i++) {
          // The flag is written before what changes it.
          if (i === last && dropped.has(block)) continue;
          for (const e of events.get(i) ?? []) setFlag(e.path, e.present, statements);
          if (i < last) statements.push(b.statements[i]!);
        }
        b.statements = statements;
      }
    }
    for (let block = 0; block < this.#originalBlocks; block++) {
      const { statements, terminator } = blocks[block]!;
      const returned = this.#moves.returned[block];
      if (returned === undefined || terminator.kind !== 'Call' || terminator.target === undefined) continue;
      const set: Statement[] = [];
      setFlag(returned, true, set);
      // Where nothing is cleaned up after the call, nobody sees that it is said too early; where something is, call guards
      // see to it that nobody else comes to where the call returns.
      if (terminator.unwind === undefined) statements.push(...set);
      else blocks[terminator.target]!.statements.unshift(...set);
    }
    const initial: Statement[] = [];
    for (const flag of this.#flags.values()) initial.push(setBool(flag, false));
    for (let local = 1; local <= argCount; local++) {
      const path = this.#moves.local(local);
      if (path !== undefined) setFlag(path, true, initial);
    }
    blocks[0]!.statements.unshift(...initial);
  }

  // One drop --------------------------------------------------------------------------------------------------------

  #style(path: MovePathId, deep: boolean): 'Dead' | 'Static' | 'Conditional' | 'Open' {
    let maybeInit = false;
    let maybeUninit = false;
    let count = 0;
    const look = (p: MovePathId) => {
      const state = this.#init.get(this.#state, p);
      maybeInit ||= state.maybeInit;
      maybeUninit ||= state.maybeUninit;
      count++;
    };
    if (deep) this.#moves.forEachBelow(path, look);
    else look(path);
    if (!maybeInit) return 'Dead';
    if (!maybeUninit) return 'Static';
    return count > 1 ? 'Open' : 'Conditional';
  }

  /** Gives `block` the terminator that performs the drop. */
  #elaborate(site: DropSite, block: BlockId): void {
    let term: Terminator;
    switch (this.#style(site.path, true)) {
      case 'Dead':
        term = goto(site.succ);
        break;
      case 'Static':
        term = this.#drop(site, site.succ, site.unwind);
        break;
      case 'Conditional':
        term = goto(this.#completeDrop(site, site.succ, site.unwind));
        break;
      case 'Open':
        term = goto(this.#openDrop(site));
        break;
    }
    this.#body.blocks[block]!.terminator = term;
  }

  #drop(site: DropSite, succ: BlockId, unwind: Unwind): Terminator {
    return {
      kind: 'Drop',
      place: site.place,
      ty: this.#ty(site.place),
      target: succ,
      unwind: unwind === 'inCleanup' ? undefined : unwind,
      source: site.source,
    };
  }

  #dropBlock(site: DropSite, succ: BlockId, unwind: Unwind): BlockId {
    return this.#newBlock(this.#drop(site, succ, unwind), unwind === 'inCleanup');
  }

  /** Drops the whole place where the flag of its path is set. */
  #completeDrop(site: DropSite, succ: BlockId, unwind: Unwind): BlockId {
    return this.#flagTest(site.path, this.#dropBlock(site, succ, unwind), succ, unwind);
  }

  #flagTest(path: MovePathId, onSet: BlockId, onUnset: BlockId, unwind: Unwind): BlockId {
    switch (this.#style(path, false)) {
      case 'Dead':
        return onUnset;
      case 'Static':
        return onSet;
      default: {
        const flag = this.#flags.get(path);
        if (flag === undefined) return onSet;
        const discr: Operand = { kind: 'Copy', place: localPlace(flag) };
        return this.#newBlock(switchBool(discr, onSet, onUnset), unwind === 'inCleanup');
      }
    }
  }

  #flagReset(path: MovePathId, succ: BlockId, unwind: Unwind): BlockId {
    const flag = this.#flags.get(path);
    // Nobody reads it again on the way out of a panic.
    if (unwind === 'inCleanup') return succ;
    const block = this.#newBlock(goto(succ), false);
    if (flag !== undefined) this.#body.blocks[block]!.statements.push(setBool(flag, false));
    return block;
  }

  // Open drops ------------------------------------------------------------------------------------------------------

  #openDrop(site: DropSite): BlockId {
    const ty = this.#ty(site.place);
    switch (ty.kind) {
      case 'Tuple':
        return this.#openDropFields(site, ty.elems);
      case 'Closure':
      case 'Coroutine':
        return this.#openDropFields(site, this.#types.upvarTys(ty.def, ty.args));
      case 'Adt':
        return this.#openDropAdt(site, ty.def, ty.args);
      case 'Array':
        return this.#openDropArray(site, ty);
      default:
        return this.#completeDrop(site, site.succ, site.unwind);
    }
  }

  #openDropFields(site: DropSite, tys: readonly Ty[]): BlockId {
    const [succ, unwind] = this.#ladderBottom(site);
    return this.#ladder(site, this.#fieldsOf(site.place, site.path, tys), succ, unwind)[0];
  }

  #openDropAdt(site: DropSite, adt: DefId, args: GenericArgs): BlockId {
    const ty = this.#ty(site.place);
    const kind = this.#types.adtKind(adt);
    if (this.#types.isBox(ty)) return this.#openDropBox(site, adt, args);
    if (kind === 'Union' || this.#types.isManuallyDrop(adt)) return site.succ;
    if (this.#types.hasDestructor(adt)) return this.#completeDrop(site, site.succ, site.unwind);
    const [succ, unwind] = this.#ladderBottom(site);
    const variants = this.#types.variants(adt);
    if (kind === 'Enum') return this.#openDropEnum(site, adt, args, variants, succ, unwind);
    const fields = this.#fieldsOf(site.place, site.path, this.#types.fieldTys(variants[0]!, args));
    return this.#ladder(site, fields, succ, unwind)[0];
  }

  /** The contents, then the allocation, then what allocated it. */
  #openDropBox(site: DropSite, adt: DefId, args: GenericArgs): BlockId {
    const [bottom, bottomUnwind] = this.#ladderBottom(site);
    const [variant] = this.#types.variants(adt);
    const fields = this.#fieldsOf(site.place, site.path, this.#types.fieldTys(variant!, args));
    const [succ, unwind] = this.#ladder(site, fields, bottom, bottomUnwind);
    const free = this.#destructorCall(site, succ, unwind);
    const freeUnwind = unwind === 'inCleanup' ? unwind : this.#destructorCall(site, unwind, 'inCleanup');
    const subpath = this.#moves.child(site.path, (e) => e.kind === 'Deref');
    const contents = this.#dropContents(site, subpath, free, freeUnwind);
    return this.#flagTest(site.path, contents, succ, site.unwind);
  }

  /** What the box points to, by the pointer that it is. */
  #dropContents(site: DropSite, subpath: MovePathId | undefined, succ: BlockId, unwind: Unwind): BlockId {
    const pointer = boxPointer(this.#ty(site.place), this.#types);
    if (!pointer) return this.#dropSubpath(site, projectPlace(site.place, derefElem), subpath, succ, unwind);
    const temp = localPlace(this.#newLocal(pointer.ty));
    const contents = this.#dropSubpath(site, projectPlace(temp, derefElem), subpath, succ, unwind);
    const block = this.#newBlock(goto(contents), unwind === 'inCleanup');
    this.#body.blocks[block]!.statements.push(readBoxPointer(temp, site.place, pointer, site.source));
    return block;
  }

  #openDropEnum(
    site: DropSite,
    adt: DefId,
    args: GenericArgs,
    variants: readonly DefId[],
    succ: BlockId,
    unwind: Unwind,
  ): BlockId {
    if (variants.length === 0) return this.#newBlock(unreachable, unwind === 'inCleanup');
    const values: bigint[] = [];
    const normal: BlockId[] = [];
    const cleanup: BlockId[] = [];
    let otherwise = false;
    let otherwiseDrops = false;
    variants.forEach((variant, index) => {
      const tys = this.#types.fieldTys(variant, args);
      const subpath = this.#moves.child(site.path, (e) => e.kind === 'Downcast' && e.variant === index);
      if (subpath === undefined) {
        otherwise = true;
        otherwiseDrops ||= tys.some((t) => this.#types.needsDrop(t));
        return;
      }
      const base = projectPlace(site.place, { kind: 'Downcast', variant: index });
      const fields = this.#fieldsOf(base, subpath, tys);
      values.push(this.#types.discriminant(adt, index));
      // The ladder of the normal path brings its own unwinding rungs; a panic that came before this drop needs others.
      if (unwind !== 'inCleanup') cleanup.push(this.#ladder(site, fields, unwind, 'inCleanup')[0]);
      normal.push(this.#ladder(site, fields, succ, unwind)[0]);
    });
    if (!otherwise) values.pop();
    else if (otherwiseDrops) {
      normal.push(this.#dropBlock(site, succ, unwind));
      if (unwind !== 'inCleanup') cleanup.push(this.#dropBlock(site, unwind, 'inCleanup'));
    } else {
      normal.push(this.#newBlock(goto(succ), unwind === 'inCleanup'));
      if (unwind !== 'inCleanup') cleanup.push(this.#newBlock(goto(unwind), true));
    }
    return this.#enumSwitch(site, values, normal, succ, unwind);
  }

  #enumSwitch(
    site: DropSite,
    values: readonly bigint[],
    targets: readonly BlockId[],
    succ: BlockId,
    unwind: Unwind,
  ): BlockId {
    const discr = localPlace(this.#newLocal(prim.isize));
    const block = this.#newBlock(
      { kind: 'SwitchInt', discr: { kind: 'Move', place: discr }, values, targets },
      unwind === 'inCleanup',
    );
    this.#body.blocks[block]!.statements.push(
      assign(discr, { kind: 'Discriminant', place: site.place }, site.source),
    );
    return this.#flagTest(site.path, block, succ, unwind);
  }

  #openDropArray(site: DropSite, ty: Ty & { readonly kind: 'Array' }): BlockId {
    const { len } = ty;
    if (len.kind !== 'Value' || typeof len.value !== 'bigint' || len.value > 4096n) {
      return this.#completeDrop(site, site.succ, site.unwind);
    }
    const count = Number(len.value);
    const fields: Field[] = [];
    /** The elements from here on were not moved by themselves: they are dropped together, as an array. */
    let from = 0;
    const rest = (to: number): void => {
      if (from === to) return;
      const slice = mkArray(ty.elem, mkConstValue(BigInt(to - from), prim.usize));
      const elem = { kind: 'Subslice', from, to, fromEnd: false, ty: slice } as const;
      fields.push({ place: projectPlace(site.place, elem), path: undefined });
    };
    for (let offset = 0; offset < count; offset++) {
      const path = this.#moves.child(site.path, (e) => e.kind === 'ConstantIndex' && e.offset === offset);
      if (path === undefined) continue;
      rest(offset);
      from = offset + 1;
      const elem = { kind: 'ConstantIndex', offset, fromEnd: false, minLength: count } as const;
      fields.push({ place: projectPlace(site.place, elem), path });
    }
    rest(count);
    const any = fields.some(({ path }) => path !== undefined);
    if (!any) return this.#completeDrop(site, site.succ, site.unwind);
    const [succ, unwind] = this.#ladderBottom(site);
    return this.#ladder(site, fields, succ, unwind)[0];
  }

  /** `Drop::drop(&mut place)`, which for a box frees the allocation. */
  #destructorCall(site: DropSite, succ: BlockId, unwind: Unwind): BlockId {
    const method = this.#types.dropMethod;
    if (method === undefined) return succ;
    const ty = this.#ty(site.place);
    const reference = mkRef(ty, true);
    const ref = localPlace(this.#newLocal(reference));
    const fnTy = mkFnDef(method, mkArgs([ty]));
    const block = this.#newBlock(
      {
        kind: 'Call',
        func: { kind: 'Constant', constant: { kind: 'ZeroSized' }, ty: fnTy, source: site.source },
        args: [{ kind: 'Move', place: ref }],
        destination: localPlace(this.#newLocal(unit)),
        target: succ,
        unwind: unwind === 'inCleanup' ? undefined : unwind,
        source: site.source,
      },
      unwind === 'inCleanup',
    );
    this.#body.blocks[block]!.statements.push(
      assign(ref, { kind: 'Ref', place: site.place, mutable: true }, site.source),
    );
    return block;
  }

  // Ladders ---------------------------------------------------------------------------------------------------------

  /** Clears the flag of the whole at the end, as it guards the discriminant too. */
  #ladderBottom(site: DropSite): [BlockId, Unwind] {
    return [this.#flagReset(site.path, site.succ, site.unwind), site.unwind];
  }

  #fieldsOf(base: Place, path: MovePathId, tys: readonly Ty[]): Field[] {
    return tys.map((ty, index) => ({
      place: projectPlace(base, { kind: 'Field', index, ty }),
      path: this.#moves.child(path, (e) => e.kind === 'Field' && e.index === index),
    }));
  }

  /** Drops the fields in order, then goes to `succ`. Returns the first block of both chains. */
  #ladder(site: DropSite, all: readonly Field[], succ: BlockId, unwind: Unwind): [BlockId, Unwind] {
    const fields = all.filter((f) => this.#types.needsDrop(this.#ty(f.place)));
    const rungs: Unwind[] =
      unwind === 'inCleanup'
        ? new Array<Unwind>(fields.length + 1).fill('inCleanup')
        : this.#halfLadder(site, fields, unwind, undefined);
    const normal = this.#halfLadder(site, fields, succ, rungs);
    return [normal[normal.length - 1]! as BlockId, rungs[rungs.length - 1]!];
  }

  /** One chain, from its bottom up. With `rungs`, the unwinding chain beside it. */
  #halfLadder(
    site: DropSite,
    fields: readonly Field[],
    bottom: BlockId,
    rungs: readonly Unwind[] | undefined,
  ): Unwind[] {
    const chain: BlockId[] = [bottom];
    let succ = bottom;
    for (let i = fields.length - 1; i >= 0; i--) {
      const { place, path } = fields[i]!;
      const unwind = rungs ? rungs[fields.length - 1 - i]! : 'inCleanup';
      succ = this.#dropSubpath(site, place, path, succ, unwind);
      chain.push(succ);
    }
    return chain;
  }

  #dropSubpath(
    site: DropSite,
    place: Place,
    path: MovePathId | undefined,
    succ: BlockId,
    unwind: Unwind,
  ): BlockId {
    if (path === undefined) {
      // Not tracked on its own: as much there as the whole is.
      return this.#completeDrop({ ...site, place, succ, unwind }, succ, unwind);
    }
    const block = this.#newBlock(unreachable, unwind === 'inCleanup');
    this.#elaborate({ place, path, succ, unwind, source: site.source }, block);
    return block;
  }

  // Blocks and locals -----------------------------------------------------------------------------------------------

  #newBlock(terminator: Terminator, isCleanup: boolean): BlockId {
    this.#body.blocks.push({ statements: [], terminator, isCleanup });
    return this.#body.blocks.length - 1;
  }

  #newLocal(ty: Ty): LocalId {
    this.#body.locals.push({ ty, name: undefined });
    return this.#body.locals.length - 1;
  }

  #resumeBlock(): BlockId {
    if (this.#resume === undefined) {
      const known = this.#body.blocks.findIndex(
        (b) => b.terminator.kind === 'UnwindResume' && b.statements.length === 0,
      );
      this.#resume = known >= 0 ? known : this.#newBlock(resumeTerminator, true);
    }
    return this.#resume;
  }

  #ty(place: Place): Ty {
    return placeTy(this.#body.locals, place, unknownTy);
  }
}

interface Field {
  readonly place: Place;
  readonly path: MovePathId | undefined;
}

function setBool(flag: LocalId, value: boolean): Statement {
  const operand: Operand = {
    kind: 'Constant',
    constant: { kind: 'Scalar', value },
    ty: prim.bool,
    source: -1,
  };
  return assign(localPlace(flag), { kind: 'Use', operand }, -1);
}
