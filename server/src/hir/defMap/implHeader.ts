/**
 * The header of an impl as one normalized text, `<T: Clone> Trait<T> for Vec<T> where …`, which names its `DefId`:
 * reordering impls, or editing what is in one, leaves the ids of all as they were.
 */
import type { Item } from '../itemTree.ts';
import type {
  ConstRef,
  GenericArgRef,
  GenericArgsRef,
  GenericParamRef,
  Path,
  TypeBound,
  TypeRef,
  WherePredicate,
} from '../typeRef.ts';

type ImplItem = Extract<Item, { kind: 'Impl' }>;

export function implHeader(item: ImplItem): string {
  const params = item.generics.params.map(param);
  const where = item.generics.wherePredicates.map(predicate);
  return [
    params.length > 0 ? `<${params.join(', ')}> ` : '',
    item.isNegative ? '!' : '',
    item.traitPath ? `${path(item.traitPath)} for ` : '',
    type(item.selfTy),
    where.length > 0 ? ` where ${where.join(', ')}` : '',
  ].join('');
}

function param(p: GenericParamRef): string {
  switch (p.kind) {
    case 'Lifetime':
      return p.bounds.length > 0 ? `${p.name}: ${p.bounds.join(' + ')}` : p.name;
    case 'Type':
      return `${p.name}${bounds(p.bounds)}${p.default ? ` = ${type(p.default)}` : ''}`;
    case 'Const':
      return `const ${p.name}: ${type(p.ty)}`;
  }
}

function predicate(p: WherePredicate): string {
  return p.kind === 'Outlives' ? "'_" : `${forLifetimes(p.lifetimes)}${type(p.ty)}${bounds(p.bounds)}`;
}

function forLifetimes(lifetimes: readonly string[]): string {
  return lifetimes.length > 0 ? `for<${lifetimes.join(', ')}> ` : '';
}

function bounds(list: readonly TypeBound[]): string {
  return list.length > 0 ? `: ${list.map(bound).join(' + ')}` : '';
}

function bound(b: TypeBound): string {
  switch (b.kind) {
    case 'Trait':
      return `${b.modifier === 'maybe' ? '?' : ''}${forLifetimes(b.lifetimes)}${path(b.path)}`;
    case 'Lifetime':
      return b.name;
    case 'Use':
      return 'use<>';
  }
}

export function path(p: Path): string {
  const segments = p.segments.map((s) => s.name + (s.args ? args(s.args) : ''));
  if (p.qself) {
    const trait = segments.slice(0, p.traitSegments).join('::');
    return [
      `<${type(p.qself)}${trait === '' ? '' : ` as ${trait}`}>`,
      ...segments.slice(p.traitSegments),
    ].join('::');
  }
  switch (p.kind) {
    case 'Plain':
      break;
    case 'Self':
      segments.unshift('self');
      break;
    case 'Super':
      segments.unshift(...Array<string>(p.supers).fill('super'));
      break;
    case 'Crate':
      segments.unshift('crate');
      break;
    case 'Global':
      segments.unshift('');
      break;
    case 'DollarCrate':
      segments.unshift(`$crate${p.dollarCrate ?? ''}`);
      break;
  }
  return segments.join('::');
}

function args(a: GenericArgsRef): string {
  const parts = a.args.map(arg);
  for (const b of a.bindings) {
    const value = b.ty ? ` = ${type(b.ty)}` : b.value ? ` = ${constant(b.value)}` : '';
    parts.push(`${b.name}${b.args ? args(b.args) : ''}${value}${bounds(b.bounds)}`);
  }
  return a.parenthesized ? `(${parts.join(', ')})` : `<${parts.join(', ')}>`;
}

function arg(a: GenericArgRef): string {
  switch (a.kind) {
    case 'Type':
      return type(a.ty);
    case 'Const':
      return constant(a.value);
    case 'Lifetime':
      return a.name;
  }
}

function constant(c: ConstRef): string {
  switch (c.kind) {
    case 'Literal':
      return c.text;
    case 'Path':
      return path(c.path);
    case 'Infer':
      return '_';
    case 'Expr':
      return `{${c.text}}`;
  }
}

function type(t: TypeRef): string {
  switch (t.kind) {
    case 'Path':
      return path(t.path);
    case 'Tuple':
      return `(${t.elems.map(type).join(', ')})`;
    case 'Ref':
      return `&${t.lifetime ? `${t.lifetime} ` : ''}${t.mutable ? 'mut ' : ''}${type(t.inner)}`;
    case 'RawPtr':
      return `*${t.mutable ? 'mut' : 'const'} ${type(t.inner)}`;
    case 'Slice':
      return `[${type(t.inner)}]`;
    case 'Array':
      return `[${type(t.inner)}; ${constant(t.len)}]`;
    case 'FnPtr':
      return `${forLifetimes(t.lifetimes)}${t.isUnsafe ? 'unsafe ' : ''}${t.abi ? `extern "${t.abi}" ` : ''}fn(${t.params.map(type).join(', ')}${t.isVarargs ? ', ...' : ''}) -> ${type(t.ret)}`;
    case 'ImplTrait':
      return `impl ${t.bounds.map(bound).join(' + ')}`;
    case 'DynTrait':
      return `dyn ${t.bounds.map(bound).join(' + ')}`;
    case 'Never':
      return '!';
    case 'Infer':
      return '_';
    case 'Macro':
      return `${path(t.path)}!(${t.args})`;
    case 'Error':
      return '{error}';
  }
}
