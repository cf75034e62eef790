/** What is not resolved is told with its reason; what only follows from it is counted there. */
import assert from 'node:assert/strict';
import { hover } from '../../src/ide/hover.ts';
import { unresolvedPlace } from '../../src/ide/unresolved.ts';
import { attributeFollowers, groupUnresolved } from '../../src/ide/unresolvedGroups.ts';
import { collect } from '../../src/mono/collector.ts';
import { type Subject, subject } from './program.ts';

/** `count+followers message at places` of each group. */
function groups({ program, printers, at }: Subject): string[] {
  const { db, targets } = program;
  const { types } = printers.of(targets[0]!);
  const uses = attributeFollowers(collect(db, targets[0]!).unresolved);
  return groupUnresolved(types, uses).map(({ message, uses, followers }) => {
    const places = uses.map((use) => at(unresolvedPlace(db, use)));
    return `${uses.length}+${followers.length} ${message} at ${places.join(', ')}`;
  });
}

const main = (body: string, rest = '') => subject(`fn main() {\n${body}\n}\n$0struct S;\n${rest}`);

describe('reasons for what is unresolved', () => {
  it('name what was not found', () => {
    assert.deepEqual(groups(main('nothing();')), ['1+1 name `nothing` not found at 2: nothing']);
    assert.deepEqual(groups(main('nothing::at::all();')), [
      '1+1 no crate or module `nothing` at 2: nothing::at::all',
    ]);
    assert.deepEqual(groups(main('S.none();')), ['1+0 no method `none` on `S` at 2: none']);
    assert.deepEqual(groups(main('let x = S.none;')), ['1+0 no field `none` on `S` at 2: S.none']);
  });

  it('say what is wrong with a macro', () => {
    assert.deepEqual(groups(main('nothing!();')), ['1+0 macro `nothing!` not found at 2: nothing!()']);
    const m = subject('macro_rules! m { (a) => {} }\nfn main() { m!(b); }\n$0struct S;\n');
    assert.deepEqual(groups(m), ['1+0 no rules expected `b` in the call of `m!` at 2: m!(b)']);
  });

  it('name the bound that is not decided', () => {
    const found = groups(
      main('call(&S);', 'trait Show { fn show(&self); }\nfn call<T: Show>(t: &T) { t.show(); }'),
    );
    assert.deepEqual(found, ['1+0 trait bound undecided: `S: Show` at 6: show']);
  });

  it('count what follows with its root', () => {
    const found = groups(
      main('let x = nothing();\nlet y = x.first().second;\ny.third();\nx.each(|z| z.fourth());\nS.none();'),
    );
    assert.equal(found[0]?.replace(/\+\d+/, ''), '1 name `nothing` not found at 2: nothing');
    assert.ok(Number(/\+(\d+)/.exec(found[0])?.[1]) >= 4, found[0]);
    assert.deepEqual(found.slice(1), ['1+0 no method `none` on `S` at 6: none']);
  });

  it('group the same reason at several places, the most frequent first', () => {
    assert.deepEqual(groups(main('S.one();\nS.two();\nS.two();')), [
      '2+0 no method `two` on `S` at 3: two, 4: two',
      '1+0 no method `one` on `S` at 2: one',
    ]);
  });

  /** The last paragraph. */
  const hoverOf = ({ program, printers, crate, file, offset, at }: Subject) => {
    const found = hover(program, printers, crate, file, offset, {
      maximumItems: 10,
      link: (place) => ({ target: 'place', text: at(place) }),
    });
    return found?.paragraphs.at(-1) ?? '';
  };

  it('stand in the hover of what they may concern', () => {
    const shown = hoverOf(
      subject(
        'fn main() {\n S.f();\n S.g();\n nothing!();\n f(1u8);\n}\nstruct S;\nfn $0f<T>(x: T) -> T { x }\n',
      ),
    );
    assert.equal(
      shown,
      [
        'There may be more copies. Not resolved:',
        '- macro `nothing!` not found: [4: nothing!()](place)',
        '- no method `f` on `S`: [2: f](place)',
      ].join('\n'),
    );
  });

  it('stand in the hover of a function that is called with what came of them', () => {
    const shown = hoverOf(subject('fn main() {\n f(S.g().h());\n}\nstruct S;\nfn $0f<T>(x: T) -> T { x }\n'));
    assert.equal(shown, 'There may be more copies. Not resolved:\n- no method `g` on `S`: [2: f](place)');
  });
});
