/**
 * Why something was not resolved, in words: for hover and for the command line. Causes that are the same read the same,
 * so that they can be grouped by what is said.
 */

import type { UnresolvedReason } from '../ty/inferenceResult.ts';
import { emptyArgs } from '../ty/intern.ts';
import type { TyPrinter } from '../ty/print.ts';
import { type Ty, TypeFlag } from '../ty/types.ts';

export function reasonText(printer: TyPrinter, { cause, detail, on, trait, why }: UnresolvedReason): string {
  if (why !== undefined) return why;
  const known = on && !isUnknown(on) ? code(printer.ty(on)) : undefined;
  switch (cause) {
    case 'path':
      return `name ${code(detail)} not found`;
    case 'macro':
      return `macro ${code(`${detail}!`)} is not expanded`;
    case 'method':
      return known
        ? `no method ${code(detail)} on ${known}`
        : `type of the receiver of ${code(`.${detail}()`)} unknown`;
    case 'field':
      return known
        ? `no field ${code(detail)} on ${known}`
        : `type of the value with the field ${code(detail)} unknown`;
    case 'operator':
      return known
        ? `no operator ${code(detail)} on ${known}`
        : `type of an operand of ${code(detail)} unknown`;
    case 'call':
      if (detail !== '') return `${code(detail)} has no code that is known`;
      return known ? `a value of type ${known} is called` : 'type of the called value unknown';
    case 'bound': {
      const bound = trait === undefined ? 'Drop' : printer.valuePath(trait, emptyArgs);
      return `trait bound undecided: ${code(`${on ? printer.ty(on) : '_'}: ${bound}`)}`;
    }
    case 'type':
      if (detail === '') return 'type unknown';
      if (detail === 'drop_in_place') return 'type of a dropped value unknown';
      return `type argument of ${code(detail)} unknown`;
    case 'expression':
      return `type of ${expressionNames.get(detail) ?? 'an expression'} unknown`;
  }
}

const expressionNames: ReadonlyMap<string, string> = new Map([
  ['Call', 'a called value'],
  ['MethodCall', 'the receiver of a method'],
  ['Field', 'a value with fields'],
  ['Index', 'an indexed value'],
  ['Unary', 'an operand'],
  ['Path', 'what a path names'],
  ['Struct', 'a struct literal'],
  ['Closure', 'a closure'],
]);

/** Whether the reason says no more than that a type is unknown: something else is to blame. */
export function isFollower({ cause, on, why }: UnresolvedReason): boolean {
  if (why !== undefined || cause === 'path' || cause === 'macro' || cause === 'bound') return false;
  return cause === 'type' || cause === 'expression' || (on !== undefined && isUnknown(on));
}

/** A type of which nothing is known, behind references too. */
function isUnknown(ty: Ty): boolean {
  if (ty.kind === 'Ref' || ty.kind === 'RawPtr') return isUnknown(ty.inner);
  return ty.kind === 'Unknown' || (ty.kind === 'Projection' && (ty.flags & TypeFlag.HasUnknown) !== 0);
}

function code(text: string): string {
  return `\`${text}\``;
}
