/** Generic parameters in the source: where each is declared, and which of them the code of a function never uses. */
import { defSource } from '../hir/defMap/defSource.ts';
import { assocContainer, type DefId } from '../hir/defs.ts';
import { type FileRange, inHirFile } from '../hir/fileRange.ts';
import { hirFileText, itemSourceMap } from '../hir/source.ts';
import { unusedParamNames } from '../mono/polymorphize.ts';
import type { Database } from '../query/database.ts';
import { parseFragment } from '../syntax/fragment.ts';
import { childByField, childByKind, kindName, namedChildren, nodeText } from '../syntax/tree.ts';
import { allParams, genericsOf } from '../ty/generics.ts';

export interface DeclaredParam {
  readonly name: string;
  readonly range: FileRange;
}

/** The parameters that an item declares itself, as written. */
export function declaredParams(db: Database, def: DefId): DeclaredParam[] {
  const source = defSource(db, def);
  const range = source && itemSourceMap(db, source.file).ranges.get(source.item);
  const text = source && hirFileText(db, source.file);
  if (!source || !range || !text) return [];
  // The header alone: a body says nothing about parameters, and may be long or broken.
  const end = range.bodyStart < 0 ? range.end : range.bodyStart;
  const header = text.text.slice(range.start, end);
  const tree = parseFragment(range.bodyStart < 0 ? header : `${header}{}`, 'Items');
  const item = namedChildren(tree, 0)[0];
  const list = item === undefined ? undefined : childByKind(tree, item, 'type_parameters');
  if (list === undefined) return [];
  const params: DeclaredParam[] = [];
  for (const param of namedChildren(tree, list)) {
    if (!paramKinds.has(kindName(tree, param))) continue;
    const name = childByField(tree, param, 'name') ?? param;
    const place = inHirFile(db, source.file, range.start + tree.start[name]!, range.start + tree.end[name]!);
    if (place) params.push({ name: nodeText(tree, name), range: place });
  }
  return params;
}

const paramKinds: ReadonlySet<string> = new Set([
  'type_parameter',
  'const_parameter',
  'type_identifier',
  'constrained_type_parameter',
  'optional_type_parameter',
]);

/** The names of type and const parameters, the parents' first. */
export function paramNames(db: Database, def: DefId): string[] {
  return allParams(db, genericsOf(db, def))
    .filter(({ kind }) => kind !== 'Lifetime')
    .map(({ name }) => name);
}

export interface UnusedParam {
  readonly name: string;
  /** The function, impl or trait that declares it. */
  readonly declaredBy: DefId;
  readonly range: FileRange | undefined;
}

/** The parameters that the code of a function or closure does not depend on. */
export function unusedParams(db: Database, def: DefId): UnusedParam[] {
  const unused = unusedParamNames(db, def);
  if (unused.length === 0) return [];
  const own = new Set(genericsOf(db, def).params.map(({ name }) => name));
  const container = assocContainer(def);
  return unused.map((name) => {
    const declaredBy = own.has(name) || container === undefined ? def : container;
    return {
      name,
      declaredBy,
      range: declaredParams(db, declaredBy).find((param) => param.name === name)?.range,
    };
  });
}
