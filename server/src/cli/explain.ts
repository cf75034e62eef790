/** `monolens explain`: the chain of uses from a root of the program to an item. */
import { collect } from '../mono/collector.ts';
import type { MonoItem } from '../mono/instance.ts';
import { printMonoItem } from '../mono/names.ts';
import { InputError } from './errors.ts';
import { exprPosition, type Position, printPosition } from './position.ts';
import type { Session } from './session.ts';

interface Step {
  readonly item: string;
  /** Where the step before uses it; absent for a root and where made-up code uses it. */
  readonly position: Position | undefined;
}

export function printExplanation(session: Session, wanted: string, format: 'table' | 'json'): string {
  const { db, id, printer } = session;
  const collection = collect(db, id);
  const item = findItem(session, wanted);
  const chain: Step[] = [];
  for (let at: MonoItem | undefined = item; at; ) {
    const cause = collection.causes.get(at);
    chain.unshift({
      item: printMonoItem(printer, at),
      position: cause && exprPosition(db, cause.user, cause.source),
    });
    at = cause?.user;
  }
  if (format === 'json') return `${JSON.stringify(chain, undefined, 2)}\n`;
  return chain
    .map(({ item: name, position }, i) => {
      const place = position ? `  at ${printPosition(position)}` : '';
      return i === 0 ? `${name}  (root)\n` : `${'  '.repeat(i)}└ ${name}${place}\n`;
    })
    .join('');
}

/** The item of that name; else the only one, or the shortest, that contains it. */
function findItem({ db, id, printer }: Session, wanted: string): MonoItem {
  const named = collect(db, id).items.map((item) => ({ item, name: printMonoItem(printer, item) }));
  const plain = wanted.replace(/^MONO_ITEM /, '').replace(/ @@.*$/, '');
  const exact = named.find(
    ({ name }) => name === plain || name === `fn ${plain}` || name === `static ${plain}`,
  );
  if (exact) return exact.item;
  const matches = named
    .filter(({ name }) => name.includes(plain))
    .sort((a, b) => a.name.length - b.name.length);
  const best = matches[0];
  if (!best) throw new InputError(`there is no mono item named ${wanted}: nothing in the program causes one`);
  return best.item;
}
