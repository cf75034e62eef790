/** Equality of predicates, which are not interned themselves but are made of things that are. */
import type { Predicate } from './types.ts';

/** A text that two predicates share only if they are the same. */
export function predicateKey(p: Predicate): string {
  return p.kind === 'Trait'
    ? `${p.negative ? '!' : ''}${p.trait.def}:${p.trait.args.id}`
    : `${p.def}:${p.args.id}=${p.term.id}`;
}

export function samePredicates(a: readonly Predicate[], b: readonly Predicate[]): boolean {
  return a.length === b.length && a.every((p, i) => predicateKey(p) === predicateKey(b[i]!));
}
