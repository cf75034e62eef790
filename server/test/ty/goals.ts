/**
 * Questions to the type system, written beside the Rust that they are about:
 *
 *     type A = <Vec<u8> as IntoIterator>::Item; //= u8
 *     fn goal() where Vec<u8>: Clone {} //? Yes
 *
 * `//=` says what an alias is after normalization; `//?` whether the where clauses of a function hold (`Yes`,
 * `Maybe`, `No`), given the where clauses of the impl or trait that the function is in.
 */
import { strict as assert } from 'node:assert';
import { assocItems } from '../../src/hir/defMap/assocItems.ts';
import { crateDefMap } from '../../src/hir/defMap/defMap.ts';
import { assocContainer, type DefId, defData } from '../../src/hir/defs.ts';
import type { Database } from '../../src/query/database.ts';
import { InferCtxt } from '../../src/ty/inferCtxt.ts';
import type { Obligation } from '../../src/ty/obligation.ts';
import { emptyParamEnv, ownPredicates, paramEnv } from '../../src/ty/predicates.ts';
import { TyPrinter } from '../../src/ty/print.ts';
import { normalize, normalizeErasing, normalizePredicate } from '../../src/ty/project.ts';
import { evaluate } from '../../src/ty/select.ts';
import { typeOf } from '../../src/ty/signatures.ts';
import type { Ty } from '../../src/ty/types.ts';
import { TypeFlag } from '../../src/ty/types.ts';
import { type Fixture, fixture } from '../fixture.ts';
import { core } from './core.ts';

export interface Program extends Fixture {
  /** Definitions of the main crate by kind and name, associated items included. */
  find(kind: string, name: string): DefId;
}

export function program(text: string): Program {
  const f = fixture(`//- /main.rs crate:main\n#![no_std]\n${text}\n//- /core/lib.rs crate:core\n${core}`);
  return { ...f, find: (kind, name) => findDef(f.db, f, kind, name) };
}

function findDef(db: Database, f: Fixture, kind: string, name: string): DefId {
  const map = crateDefMap(db, f.crate('main'));
  for (const def of map.defs.keys()) {
    const data = defData(def);
    if (data.kind === kind && data.name === name) return def;
    if (data.kind !== 'Trait' && data.kind !== 'Impl') continue;
    for (const found of assocItems(db, def)) if (found.kind === kind && found.name === name) return found.def;
  }
  throw new Error(`no ${kind} ${name}`);
}

/** An alias, normalized with nothing assumed but its own where clauses. */
export function aliasTy(p: Program, name: string): Ty {
  const def = p.find('TyAlias', name);
  const ty = typeOf(p.db, def);
  if ((ty.flags & TypeFlag.HasParam) === 0) return normalizeErasing(p.db, ty);
  const infcx = new InferCtxt(p.db, paramEnv(p.db, def));
  return infcx.fullyResolve(normalize(infcx, ty, []));
}

export function print(p: Program, ty: Ty): string {
  return ty.kind === 'Unknown' ? '{unknown}' : new TyPrinter(p.db, p.crate('main')).ty(ty);
}

export function goal(p: Program, fn: string): string {
  const def = p.find('Fn', fn);
  const container = assocContainer(def);
  const infcx = new InferCtxt(p.db, container === undefined ? emptyParamEnv : paramEnv(p.db, container));
  const out: Obligation[] = [];
  const predicates = ownPredicates(p.db, def);
  if (predicates.length === 0) throw new Error(`${fn} has no where clause that could be lowered`);
  const answers = predicates.map((predicate) => evaluate(infcx, normalizePredicate(infcx, predicate, out)));
  return answers.includes('No') ? 'No' : answers.includes('Maybe') ? 'Maybe' : 'Yes';
}

/** Asks every question in the text and compares all answers at once. */
export function check(text: string): void {
  const p = program(text);
  const expected: string[] = [];
  const actual: string[] = [];
  for (const line of text.split('\n')) {
    const alias = /\btype (\w+).*\/\/= (.*)$/.exec(line);
    if (alias) {
      expected.push(`${alias[1]} = ${alias[2]}`);
      actual.push(`${alias[1]} = ${print(p, aliasTy(p, alias[1]!))}`);
    }
    const asked = /\bfn (\w+).*\/\/\? (.*)$/.exec(line);
    if (asked) {
      expected.push(`${asked[1]}: ${asked[2]}`);
      actual.push(`${asked[1]}: ${goal(p, asked[1]!)}`);
    }
  }
  assert.ok(expected.length > 0, 'nothing is asked');
  assert.deepEqual(actual, expected);
}
