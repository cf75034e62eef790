/** MIR of functions of inline programs, over the small `core` of the type system's tests. */

import assert from 'node:assert/strict';
import { body } from '../../src/hir/body/lower.ts';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { type DefId, defData, defKind } from '../../src/hir/defs.ts';
import type { MirBody } from '../../src/mir/mir.ts';
import { mirBody } from '../../src/mir/mirBody.ts';
import { prettyFlow, prettyMir } from '../../src/mir/pretty.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import type { Ty } from '../../src/ty/types.ts';
import { type Fixture, fixture } from '../fixture.ts';
import { core } from '../ty/core.ts';
import { violations } from './validate.ts';

export interface Program {
  /** The MIR of a free function by name; `name{1}` is the second closure, inline const or async block in it. */
  mir(name: string): MirBody;
  /** Its calls, drops, switches and exits, a line a block. */
  flow(name: string): string;
  /** All of it. */
  text(name: string): string;
}

/** `D` needs drop; `cond`, `mk` and `take` are functions to call. */
const prelude = `
struct D(u8);
impl Drop for D { fn drop(&mut self) {} }
fn cond() -> bool { false }
fn mk() -> D { D(1) }
fn take(d: D) {}
`;

export function program(source: string, options: { readonly edition?: string } = {}): Program {
  const edition = options.edition ?? '2021';
  const files = `//- /main.rs crate:main edition:${edition}\n${prelude}${source}\n//- /core/lib.rs crate:core\n${core}`;
  const made = fixture(files);
  const printer = new TyPrinter(made.db, made.crate('main'));
  // Without the places of closures, which are not what is tested.
  const ty = (t: Ty): string =>
    (t.kind === 'FnDef' ? printer.valuePath(t.def, t.args) : printer.ty(t)).replace(
      /\{closure@[^}]*\}/g,
      '{closure}',
    );
  const mir = (name: string): MirBody => {
    const found = mirBody(made.db, bodyOwner(made, name));
    if (!found) throw new Error(`${name} has no body`);
    assert.deepEqual(violations(found), []);
    return found;
  };
  return {
    mir,
    flow: (name) => prettyFlow(mir(name), { ty }),
    text: (name) => prettyMir(mir(name), { ty }),
  };
}

function bodyOwner({ db, crate }: Fixture, name: string): DefId {
  const [, fn, closure] = /^(\w+)(?:\{(\d+)\})?$/.exec(name) ?? [];
  for (const def of crateDefMap(db, crate('main')).defs.keys()) {
    if (defKind(def) !== 'Fn' || defData(def).name !== fn) continue;
    if (closure === undefined) return def;
    const inner = [...body(db, def)!.closures.keys()][Number(closure)];
    if (inner !== undefined) return inner;
  }
  throw new Error(`no ${name} in the program`);
}

/** Lines without their common indentation, for expectations written inside tests. */
export function lines(text: string): string {
  const all = text.split('\n').filter((l) => l.trim() !== '');
  const indent = Math.min(...all.map((l) => /^ */.exec(l)![0].length));
  return all.map((l) => l.slice(indent).trimEnd()).join('\n');
}
