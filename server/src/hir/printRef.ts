/** Types, paths, bounds and generics as Rust text again: for code that is generated from an item tree. */
import { dollarCratePrefix } from './lowerTypes.ts';
import type {
  ConstRef,
  GenericArgRef,
  GenericArgsRef,
  GenericParamRef,
  Path,
  TypeBound,
  TypeRef,
  WherePredicate,
} from './typeRef.ts';

const list = <T>(items: readonly T[], print: (item: T) => string): string => items.map(print).join(', ');

export function printTypeRef(ty: TypeRef): string {
  switch (ty.kind) {
    case 'Path':
      return printPath(ty.path);
    case 'Tuple':
      return ty.elems.length === 1 ? `(${printTypeRef(ty.elems[0]!)},)` : `(${list(ty.elems, printTypeRef)})`;
    case 'Ref':
      return `&${ty.lifetime ? `${ty.lifetime} ` : ''}${ty.mutable ? 'mut ' : ''}${printInner(ty.inner)}`;
    case 'RawPtr':
      return `*${ty.mutable ? 'mut' : 'const'} ${printInner(ty.inner)}`;
    case 'Slice':
      return `[${printTypeRef(ty.inner)}]`;
    case 'Array':
      return `[${printTypeRef(ty.inner)}; ${printConst(ty.len)}]`;
    case 'FnPtr': {
      const binder = ty.lifetimes.length > 0 ? `for<${ty.lifetimes.join(', ')}> ` : '';
      const abi = ty.abi === undefined ? '' : `extern "${ty.abi}" `;
      const params = [...ty.params.map(printTypeRef), ...(ty.isVarargs ? ['...'] : [])].join(', ');
      return `${binder}${ty.isUnsafe ? 'unsafe ' : ''}${abi}fn(${params}) -> ${printTypeRef(ty.ret)}`;
    }
    case 'ImplTrait':
      return `impl ${printBounds(ty.bounds)}`;
    case 'DynTrait':
      return `dyn ${printBounds(ty.bounds)}`;
    case 'Never':
      return '!';
    case 'Infer':
    case 'Error':
      return '_';
    case 'Macro':
      return `${printPath(ty.path)}!(${ty.args})`;
  }
}

/** Where a `+` would not be read as a part of the type. */
function printInner(ty: TypeRef): string {
  const text = printTypeRef(ty);
  return (ty.kind === 'DynTrait' || ty.kind === 'ImplTrait') && ty.bounds.length > 1 ? `(${text})` : text;
}

export function printPath(path: Path): string {
  const segments = path.segments.map(({ name, args }) => name + (args ? printGenericArgs(args) : ''));
  if (path.qself) {
    const trait = segments.slice(0, path.traitSegments);
    const prefix =
      trait.length > 0
        ? `<${printTypeRef(path.qself)} as ${printPathKind(path)}${trait.join('::')}>`
        : `<${printTypeRef(path.qself)}>`;
    return [prefix, ...segments.slice(path.traitSegments)].join('::');
  }
  const kind = printPathKind(path);
  return segments.length > 0 ? kind + segments.join('::') : kind.replace(/::$/, '');
}

function printPathKind(path: Path): string {
  switch (path.kind) {
    case 'Plain':
      return '';
    case 'Self':
      return 'self::';
    case 'Super':
      return 'super::'.repeat(path.supers);
    case 'Crate':
      return 'crate::';
    case 'Global':
      return '::';
    case 'DollarCrate':
      return `${dollarCratePrefix}${path.dollarCrate}::`;
  }
}

function printGenericArgs(args: GenericArgsRef): string {
  if (args.parenthesized) {
    const inputs = args.args[0];
    const output = args.bindings[0]?.ty;
    const elems = inputs?.kind === 'Type' && inputs.ty.kind === 'Tuple' ? inputs.ty.elems : [];
    return `(${list(elems, printTypeRef)})${output ? ` -> ${printInner(output)}` : ''}`;
  }
  const parts = args.args.map(printGenericArg);
  for (const binding of args.bindings) {
    const name = binding.name + (binding.args ? printGenericArgs(binding.args) : '');
    if (binding.ty) parts.push(`${name} = ${printTypeRef(binding.ty)}`);
    else if (binding.value) parts.push(`${name} = ${printConst(binding.value)}`);
    else parts.push(`${name}: ${printBounds(binding.bounds)}`);
  }
  return `<${parts.join(', ')}>`;
}

function printGenericArg(arg: GenericArgRef): string {
  switch (arg.kind) {
    case 'Type':
      return printTypeRef(arg.ty);
    case 'Const':
      return printConst(arg.value);
    case 'Lifetime':
      return arg.name;
  }
}

export function printConst(value: ConstRef): string {
  switch (value.kind) {
    case 'Literal':
      return value.text;
    case 'Path':
      return printPath(value.path);
    case 'Infer':
      return '_';
    case 'Expr':
      return value.text.startsWith('{') ? value.text : `{ ${value.text} }`;
  }
}

export function printBounds(bounds: readonly TypeBound[]): string {
  return bounds.flatMap((bound) => printBound(bound) ?? []).join(' + ');
}

function printBound(bound: TypeBound): string | undefined {
  switch (bound.kind) {
    case 'Lifetime':
      return bound.name;
    case 'Use':
      return undefined;
    case 'Trait': {
      const binder = bound.lifetimes.length > 0 ? `for<${bound.lifetimes.join(', ')}> ` : '';
      return `${bound.modifier === 'maybe' ? '?' : ''}${binder}${printPath(bound.path)}`;
    }
  }
}

/** A generic parameter with its bounds, without its default. */
export function printGenericParam(param: GenericParamRef, extraBounds: readonly string[] = []): string {
  switch (param.kind) {
    case 'Lifetime':
      return param.name + (param.bounds.length > 0 ? `: ${param.bounds.join(' + ')}` : '');
    case 'Type': {
      const bounds = [...extraBounds, ...(param.bounds.length > 0 ? [printBounds(param.bounds)] : [])];
      return param.name + (bounds.length > 0 ? `: ${bounds.join(' + ')}` : '');
    }
    case 'Const':
      return `const ${param.name}: ${printTypeRef(param.ty)}`;
  }
}

export function printWherePredicate(predicate: WherePredicate): string | undefined {
  if (predicate.kind === 'Outlives') return undefined;
  const binder = predicate.lifetimes.length > 0 ? `for<${predicate.lifetimes.join(', ')}> ` : '';
  return `${binder}${printTypeRef(predicate.ty)}: ${printBounds(predicate.bounds)}`;
}
