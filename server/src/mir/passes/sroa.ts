/**
 * Takes apart structs, tuples and closures that are never used as a whole: each field becomes a local. After
 * `rustc_mir_transform::sroa`.
 */
import type { Ty } from '../../ty/types.ts';
import { assign, type MutBody, projectPlace } from '../graph.ts';
import type { LocalId, Place, Statement } from '../mir.ts';
import { isMarker } from '../storage.ts';
import type { TypeOps } from '../typeOps.ts';
import {
  mapStatementPlaces,
  mapTerminatorPlaces,
  visitRvalue,
  visitStatement,
  visitTerminator,
} from '../visitPlaces.ts';

export function replaceAggregates(body: MutBody, types: TypeOps): void {
  const excluded = pointedInto(body);
  for (;;) {
    const split = splittable(body, types, excluded);
    if (split.size === 0) return;
    rewrite(body, split);
    // What a constant was read into is still there.
    for (const local of split.keys()) excluded.add(local);
  }
}

/** Locals of which a part is borrowed or dropped: that may tell where the other parts are. */
function pointedInto({ blocks }: MutBody): Set<LocalId> {
  const found = new Set<LocalId>();
  const see = ({ local, projection }: Place) => {
    if (!projection.some((elem) => elem.kind === 'Deref')) found.add(local);
  };
  for (const { statements, terminator } of blocks) {
    for (const s of statements) {
      if (s.kind === 'Assign' && (s.rvalue.kind === 'Ref' || s.rvalue.kind === 'RawPtr')) see(s.rvalue.place);
    }
    if (terminator.kind === 'Drop') see(terminator.place);
  }
  return found;
}

/** Locals for the fields of each local that falls apart, in order. */
type Split = ReadonlyMap<LocalId, readonly LocalId[]>;

function splittable(body: MutBody, types: TypeOps, excluded: ReadonlySet<LocalId>): Split {
  const { blocks, locals, argCount } = body;
  const whole = new Uint8Array(locals.length);
  whole.fill(1, 0, argCount + 1);
  locals.forEach(({ isPointee }, local) => {
    if (isPointee || excluded.has(local)) whole[local] = 1;
  });
  const isAssigned = new Uint8Array(locals.length);
  const fields = locals.map(({ ty }, local) => (whole[local] ? undefined : fieldsOf(ty, types)));
  if (!fields.some((f) => f !== undefined)) return new Map();
  const see = ({ local, projection }: Place) => {
    if (projection[0]?.kind !== 'Field') whole[local] = 1;
    for (const elem of projection) if (elem.kind === 'Index') whole[elem.local] = 1;
  };
  for (const { statements, terminator } of blocks) {
    for (const s of statements) {
      if (s.kind === 'SetDiscriminant') whole[s.place.local] = 1;
      if (s.kind === 'Intrinsic') visitStatement(s, see);
      if (s.kind !== 'Assign') continue;
      const { place, rvalue } = s;
      isAssigned[place.local] = 1;
      const target = place.projection.length === 0 ? fields[place.local] : undefined;
      if (rvalue.kind === 'Aggregate' && rvalue.operands.length === target?.length) {
        visitRvalue(rvalue, see);
      } else if (rvalue.kind === 'Use' && target) {
        // Becomes a copy of each field; what is copied is used as a whole.
        visitRvalue(rvalue, see);
      } else {
        visitRvalue(rvalue, see);
        see(place);
        continue;
      }
      if (!target) see(place);
    }
    visitTerminator(terminator, see);
  }
  const split = new Map<LocalId, LocalId[]>();
  const known = locals.length;
  for (let local = argCount + 1; local < known; local++) {
    const tys = fields[local];
    if (!tys || whole[local] || !isAssigned[local]) continue;
    const { ty, name } = locals[local]!;
    split.set(
      local,
      tys.map((fieldTy) => locals.push({ ty: fieldTy, name }) - 1),
    );
    // Debuggers find it in its parts.
    if (name !== undefined) locals[local] = { ty, name: undefined };
  }
  return split;
}

function fieldsOf(ty: Ty, types: TypeOps): readonly Ty[] | undefined {
  const fields = allFields(ty, types);
  return fields && fields.length > 0 ? fields : undefined;
}

function allFields(ty: Ty, types: TypeOps): readonly Ty[] | undefined {
  switch (ty.kind) {
    case 'Tuple':
      return ty.elems;
    case 'Closure':
      return types.upvarTys(ty.def, ty.args);
    case 'Adt': {
      if (types.adtKind(ty.def) !== 'Struct') return undefined;
      const [variant] = types.variants(ty.def);
      return variant === undefined ? undefined : types.fieldTys(variant, ty.args);
    }
    default:
      return undefined;
  }
}

function rewrite(body: MutBody, split: Split): void {
  const replace = (place: Place): Place => {
    const fields = split.get(place.local);
    const [first, ...rest] = place.projection;
    if (!fields || first?.kind !== 'Field') return place;
    return { local: fields[first.index]!, projection: rest };
  };
  for (const b of body.blocks) {
    b.statements = b.statements.flatMap((s): Statement[] => {
      if (isMarker(s)) return split.get(s.local)?.map((local) => ({ kind: s.kind, local })) ?? [s];
      if (s.kind !== 'Assign') return [mapStatementPlaces(s, replace)];
      const { place, rvalue, source } = s;
      const fields = place.projection.length === 0 ? split.get(place.local) : undefined;
      if (fields && rvalue.kind === 'Aggregate') {
        return rvalue.operands.map((operand, i) => {
          const moved = operand.kind === 'Constant' ? operand : { ...operand, place: replace(operand.place) };
          return assign({ local: fields[i]!, projection: [] }, { kind: 'Use', operand: moved }, source);
        });
      }
      if (fields && rvalue.kind === 'Use') {
        const { operand } = rvalue;
        const isConstant = operand.kind === 'Constant';
        const whole = isConstant ? place : replace(operand.place);
        const kind = isConstant ? 'Move' : operand.kind;
        const parts = fields.map((local, index) => {
          const field = projectPlace(whole, { kind: 'Field', index, ty: body.locals[local]!.ty });
          return assign({ local, projection: [] }, { kind: 'Use', operand: { kind, place: field } }, source);
        });
        return isConstant ? [s, ...parts] : parts;
      }
      return [mapStatementPlaces(s, replace)];
    });
    b.terminator = mapTerminatorPlaces(b.terminator, replace);
  }
}
