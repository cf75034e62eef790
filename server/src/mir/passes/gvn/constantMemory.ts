/**
 * What promoted constants and statics hold: where their code does no more than put literals together, that is known, and
 * so is what is read of them. What else they hold is text of a known length, or some address.
 */
import { itemOfKind } from '../../../hir/defMap/defSource.ts';
import type { DefId } from '../../../hir/defs.ts';
import type { Database } from '../../../query/database.ts';
import type { LocalId, MirBody, MirConst, Operand, PlaceElem } from '../../mir.ts';
import { mirBody } from '../../mirBody.ts';
import type { TypeOps } from '../../typeOps.ts';

const unknownAddress: MirConst = { kind: 'Str', length: undefined };

/** What an immutable static holds. */
export function staticContents(db: Database, types: TypeOps, def: DefId): MirConst | undefined {
  const item = itemOfKind(db, def, 'Static');
  if (!item || item.isMut || item.isForeign) return undefined;
  const body = mirBody(db, def);
  return body && types.isFreeze(body.locals[0]!.ty) ? resultOf(body) : undefined;
}

/** What a promoted reference points to. */
export function promotedContents(body: MirBody): MirConst | undefined {
  const locals = valuesIn(body);
  const made = body.blocks[0]?.statements.findLast((s) => s.kind === 'Assign' && s.place.local === 0);
  if (made?.kind !== 'Assign' || made.rvalue.kind !== 'Ref') return undefined;
  const { local, projection } = made.rvalue.place;
  return projection.length === 0 ? locals?.get(local) : undefined;
}

function resultOf(body: MirBody): MirConst | undefined {
  return valuesIn(body)?.get(0);
}

/** The locals of a body that is one block, at its end; undefined where there is more to it. */
function valuesIn({ blocks }: MirBody): ReadonlyMap<LocalId, MirConst> | undefined {
  const [only] = blocks;
  if (only?.terminator.kind !== 'Return') return undefined;
  const locals = new Map<LocalId, MirConst>();
  for (const s of only.statements) {
    if (s.kind === 'StorageLive' || s.kind === 'StorageDead') continue;
    if (s.kind !== 'Assign' || s.place.projection.length > 0) return undefined;
    const { local } = s.place;
    const { rvalue } = s;
    if (rvalue.kind === 'Aggregate' && rvalue.aggregate.kind !== 'Array') {
      const fields: MirConst[] = [];
      for (const operand of rvalue.operands) {
        const field = constantOf(locals, operand);
        if (!field) return undefined;
        fields.push(field);
      }
      const { aggregate } = rvalue;
      locals.set(local, { kind: 'Scalar', value: undefined, parts: { aggregate, fields } });
    } else if (rvalue.kind === 'Use') {
      const value = constantOf(locals, rvalue.operand);
      if (!value) return undefined;
      locals.set(local, value);
    } else if (rvalue.kind === 'Ref') {
      const { place } = rvalue;
      // To borrow anew what a reference points to is to copy the reference.
      const isReborrow = place.projection.length === 1 && place.projection[0]!.kind === 'Deref';
      locals.set(local, (isReborrow && locals.get(place.local)) || unknownAddress);
    } else locals.set(local, unknownAddress);
  }
  return locals;
}

function constantOf(locals: ReadonlyMap<LocalId, MirConst>, operand: Operand): MirConst | undefined {
  if (operand.kind === 'Constant') {
    const { constant } = operand;
    return constant.kind === 'Promoted' || constant.kind === 'Static' ? unknownAddress : constant;
  }
  let value = locals.get(operand.place.local);
  for (const elem of operand.place.projection) value = value && partOf(value, elem);
  return value;
}

/** A field of it, or itself as one of its variants. */
export function partOf(
  constant: MirConst,
  elem: Pick<PlaceElem, 'kind'> & { readonly index?: number; readonly variant?: number },
): MirConst | undefined {
  const parts = constant.kind === 'Scalar' ? constant.parts : undefined;
  if (!parts) return undefined;
  if (elem.kind === 'Downcast') {
    return parts.aggregate.kind === 'Adt' && parts.aggregate.variant === elem.variant ? constant : undefined;
  }
  return elem.kind === 'Field' && elem.index !== undefined ? parts.fields[elem.index] : undefined;
}
