/**
 * Which names are keywords in an edition, used or only reserved, and so are identifiers only behind `r#`. After
 * `Symbol::is_reserved` and `can_be_raw` in `rustc_span::symbol`: the words that stand for parts of a path (`self`,
 * `super`, …) are never raw.
 */
import type { Edition } from '../project/crateGraph.ts';

const always = new Set(
  (
    'as break const continue else enum extern false fn for if impl in let loop match mod move mut pub ref return ' +
    'static struct trait true type unsafe use where while ' +
    'abstract become box do final macro override priv typeof unsized virtual yield'
  ).split(' '),
);
const since2018 = new Set(['async', 'await', 'dyn', 'try']);

export function isReserved(name: string, edition: Edition): boolean {
  if (always.has(name)) return true;
  if (since2018.has(name)) return edition !== '2015';
  return name === 'gen' && edition === '2024';
}
