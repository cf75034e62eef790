/**
 * Symbols as paths, to find an instance among the names that a library exports.
 *
 * rustc's v0 mangling writes an instance's path and arguments into its symbol; with the crates' hashes, the
 * disambiguators, the modules that impls stand in and all regions left out, the same path can be made from an
 * {@link Instance}, and the two compared. That leaves apart what matters, as an impl is told by its types. After
 * `rustc_symbol_mangling::v0` and RFC 2603.
 */
import { item } from '../hir/defMap/defSource.ts';
import { type DefId, defCrate, defData, defKind, defParent } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import type { Database } from '../query/database.ts';
import { substitute, substituteArgs } from '../ty/fold.ts';
import { genericsOf, paramCount } from '../ty/generics.ts';
import { emptyArgs, isConst, isRegion } from '../ty/intern.ts';
import { normalizeErasing, normalizeErasingArgs } from '../ty/project.ts';
import { genericDefaults, implSelfTy, implTraitRef } from '../ty/signatures.ts';
import type { Const, GenericArg, GenericArgs, Ty } from '../ty/types.ts';
import type { Instance } from './instance.ts';

// From a symbol ---------------------------------------------------------------------------------------------------

const basicTypes: Readonly<Record<string, string>> = {
  a: 'i8',
  b: 'bool',
  c: 'char',
  d: 'f64',
  e: 'str',
  f: 'f32',
  h: 'u8',
  i: 'isize',
  j: 'usize',
  l: 'i32',
  m: 'u32',
  n: 'i128',
  o: 'u128',
  p: '_',
  s: 'i16',
  t: 'u16',
  u: '()',
  v: '...',
  x: 'i64',
  y: 'u64',
  z: '!',
};

export interface SymbolPath {
  readonly path: string;
  /** The crate that has made the instance; none of what is not generic. */
  readonly maker: string | undefined;
}

/** Undefined for what is no symbol of the v0 scheme, or has something in it that is not told here. */
export function symbolPath(symbol: string): SymbolPath | undefined {
  if (!symbol.startsWith('_R')) return undefined;
  try {
    const demangler = new Demangler(symbol.slice(2));
    return { path: demangler.path(), maker: demangler.maker() };
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

class Malformed extends Error {}

class Demangler {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #next(): string {
    const c = this.#text[this.#at++];
    if (c === undefined) throw new Malformed();
    return c;
  }

  #eat(c: string): boolean {
    if (this.#text[this.#at] !== c) return false;
    this.#at++;
    return true;
  }

  #base62(): number {
    if (this.#eat('_')) return 0;
    let value = 0;
    for (let c = this.#next(); c !== '_'; c = this.#next()) {
      const digit = /\d/.test(c) ? Number(c) : /[a-z]/.test(c) ? c.charCodeAt(0) - 87 : c.charCodeAt(0) - 29;
      value = value * 62 + digit;
    }
    return value + 1;
  }

  #disambiguator(): number {
    return this.#eat('s') ? this.#base62() + 1 : 0;
  }

  #identifier(): string {
    // In punycode: not of std.
    if (this.#eat('u')) throw new Malformed();
    const digits = /^\d+/.exec(this.#text.slice(this.#at, this.#at + 8))?.[0];
    if (digits === undefined) throw new Malformed();
    const length = digits.startsWith('0') ? 0 : Number(digits);
    this.#at += length === 0 ? 1 : digits.length;
    this.#eat('_');
    const name = this.#text.slice(this.#at, this.#at + length);
    if (name.length < length) throw new Malformed();
    this.#at += length;
    return name;
  }

  #back<T>(read: () => T): T {
    const target = this.#base62();
    const end = this.#at;
    if (target >= end || ++this.#depth > 200) throw new Malformed();
    this.#at = target;
    const value = read();
    this.#at = end;
    this.#depth--;
    return value;
  }

  /** The crate's name behind the path of what is generic. */
  maker(): string | undefined {
    return /^[BC]/.test(this.#text.slice(this.#at)) ? this.path() : undefined;
  }

  path(): string {
    const tag = this.#next();
    switch (tag) {
      case 'C':
        this.#disambiguator();
        return this.#identifier();
      case 'N': {
        const namespace = this.#next();
        const parent = this.path();
        const nth = this.#disambiguator();
        const name = this.#identifier();
        return `${parent}::${/[A-Z]/.test(namespace) ? `{${namespace}#${nth}}` : name}`;
      }
      case 'M':
        this.#disambiguator();
        this.path();
        return `<${this.type()}>`;
      case 'X':
        this.#disambiguator();
        this.path();
        return `<${this.type()} as ${this.path()}>`;
      case 'Y':
        return `<${this.type()} as ${this.path()}>`;
      case 'I':
        return `${this.path()}${angle(this.#list(() => this.#argument()))}`;
      case 'B':
        return this.#back(() => this.path());
      default:
        throw new Malformed();
    }
  }

  #list(read: () => string | undefined): string[] {
    const list: string[] = [];
    while (!this.#eat('E')) {
      const part = read();
      if (part !== undefined) list.push(part);
    }
    return list;
  }

  #argument(): string | undefined {
    if (this.#eat('L')) {
      this.#base62();
      return undefined;
    }
    return this.#eat('K') ? this.#constant() : this.type();
  }

  type(): string {
    const tag = this.#next();
    const basic = basicTypes[tag];
    if (basic !== undefined) return basic;
    switch (tag) {
      case 'A':
        return `[${this.type()}; ${this.#constant()}]`;
      case 'S':
        return `[${this.type()}]`;
      case 'T':
        return tuple(this.#list(() => this.type()));
      case 'R':
      case 'Q':
        if (this.#eat('L')) this.#base62();
        return `${tag === 'R' ? '&' : '&mut '}${this.type()}`;
      case 'P':
        return `*const ${this.type()}`;
      case 'O':
        return `*mut ${this.type()}`;
      case 'F': {
        if (this.#eat('G')) this.#base62();
        const unsafety = this.#eat('U') ? 'unsafe ' : '';
        const abi = !this.#eat('K')
          ? ''
          : this.#eat('C')
            ? 'C '
            : `${this.#identifier().replaceAll('_', '-')} `;
        const inputs = this.#list(() => this.type());
        return `${unsafety}${abi}fn(${inputs.join(', ')}) -> ${this.type()}`;
      }
      case 'D': {
        if (this.#eat('G')) this.#base62();
        const traits = this.#list(() => {
          let trait = this.path();
          while (this.#eat('p')) trait += `{${this.#identifier()}=${this.type()}}`;
          return trait;
        });
        if (this.#eat('L')) this.#base62();
        return `dyn ${traits.join('+')}`;
      }
      case 'B':
        return this.#back(() => this.type());
      default:
        this.#at--;
        return this.path();
    }
  }

  #constant(): string {
    if (this.#eat('B')) return this.#back(() => this.#constant());
    if (this.#eat('p')) return '_';
    const ty = this.#next();
    if (basicTypes[ty] === undefined) throw new Malformed();
    const sign = this.#eat('n') ? '-' : '';
    const end = this.#text.indexOf('_', this.#at);
    if (end < 0) throw new Malformed();
    const digits = this.#text.slice(this.#at, end);
    this.#at = end + 1;
    const value = BigInt(`0x${digits || '0'}`);
    return ty === 'b' ? String(value === 1n) : `${sign}${value}`;
  }
}

function angle(list: readonly string[]): string {
  return list.length === 0 ? '' : `<${list.join(', ')}>`;
}

function tuple(list: readonly string[]): string {
  return list.length === 0 ? '()' : `(${list.join(', ')})`;
}

// From an instance ------------------------------------------------------------------------------------------------

/** The path that the symbol of a function's instance has. */
export function instancePath(db: Database, { kind, args }: Instance): string | undefined {
  return kind.kind === 'Item' ? pathOf(db, kind.def, args) : undefined;
}

function pathOf(db: Database, def: DefId, args: GenericArgs): string | undefined {
  const { kind, name, disambiguator } = defData(def);
  const parent = defParent(def);
  if (parent === undefined) return crateData(db, defCrate(def)).name;
  if (kind === 'Impl') return implPath(db, def, args);
  const generics = kind === 'Closure' ? undefined : genericsOf(db, def);
  const own = generics ? args.list.slice(generics.parentCount, paramCount(generics)) : [];
  let prefix: string | undefined;
  if (defKind(parent) === 'Trait') {
    const self = args.list[0];
    if (!self || isRegion(self) || isConst(self)) return undefined;
    prefix = `<${typePath(db, self)} as ${traitPath(db, parent, args)}>`;
  } else {
    // An item in a function is not generic over what the function is, and prints it with holes.
    const isNested = kind !== 'Closure' && defKind(parent) === 'Fn';
    prefix = pathOf(db, parent, isNested ? emptyArgs : args);
  }
  if (prefix === undefined) return undefined;
  if (kind === 'ForeignMod') return prefix;
  return `${prefix}::${kind === 'Closure' ? `{C#${disambiguator}}` : name}${argList(db, own)}`;
}

function implPath(db: Database, impl: DefId, args: GenericArgs): string {
  const self = typePath(db, normalizeErasing(db, substitute(implSelfTy(db, impl), args)));
  const it = item(db, impl);
  const trait = it?.kind === 'Impl' && it.traitPath ? implTraitRef(db, impl) : undefined;
  if (!trait) return `<${self}>`;
  return `<${self} as ${traitPath(db, trait.def, normalizeErasingArgs(db, substituteArgs(trait.args, args)))}>`;
}

/** A trait with its arguments but `Self`; `args` may go on with those of a method. */
function traitPath(db: Database, trait: DefId, args: GenericArgs): string {
  const own = genericsOf(db, trait).params.filter((param) => param.name !== 'Self');
  const list = withoutDefaults(
    db,
    trait,
    own.flatMap(({ index }) => args.list[index] ?? []),
    args,
  );
  return `${definitionPath(db, trait)}${argList(db, list)}`;
}

function definitionPath(db: Database, def: DefId): string {
  const parent = defParent(def);
  if (parent === undefined) return crateData(db, defCrate(def)).name;
  return `${definitionPath(db, parent)}::${defData(def).name}`;
}

/** Arguments at the end that are the parameters' defaults are not written. */
function withoutDefaults(
  db: Database,
  def: DefId,
  list: readonly GenericArg[],
  all: GenericArgs,
): readonly GenericArg[] {
  const { params } = genericsOf(db, def);
  const offset = params.length - list.length;
  const defaults = genericDefaults(db, def);
  let length = list.length;
  for (; length > 0; length--) {
    const fallback = defaults[offset + length - 1];
    if (!fallback || isRegion(fallback) || isConst(fallback)) break;
    if (normalizeErasing(db, substitute(fallback, all)) !== list[length - 1]) break;
  }
  return list.slice(0, length);
}

function argList(db: Database, list: readonly GenericArg[]): string {
  return angle(
    list.flatMap((arg) => (isRegion(arg) ? [] : [isConst(arg) ? constPath(arg) : typePath(db, arg)])),
  );
}

function constPath(value: Const): string {
  return value.kind === 'Value' ? String(value.value) : '_';
}

function typePath(db: Database, ty: Ty): string {
  switch (ty.kind) {
    case 'Bool':
      return 'bool';
    case 'Char':
      return 'char';
    case 'Str':
      return 'str';
    case 'Never':
      return '!';
    case 'Int':
    case 'Uint':
    case 'Float':
      return ty.name;
    case 'Adt':
      return `${ownerPath(db, ty.def)}${argList(db, withoutDefaults(db, ty.def, ownArgs(db, ty.def, ty.args), ty.args))}`;
    case 'Pat':
      return typePath(db, ty.base);
    case 'Foreign':
      return definitionPath(db, ty.def);
    case 'Array':
      return `[${typePath(db, ty.elem)}; ${constPath(ty.len)}]`;
    case 'Slice':
      return `[${typePath(db, ty.elem)}]`;
    case 'Tuple':
      return tuple(ty.elems.map((elem) => typePath(db, elem)));
    case 'Ref':
      return `${ty.mutable ? '&mut ' : '&'}${typePath(db, ty.inner)}`;
    case 'RawPtr':
      return `*${ty.mutable ? 'mut' : 'const'} ${typePath(db, ty.inner)}`;
    case 'FnPtr': {
      const { abi, isUnsafe, inputs, output } = ty.sig;
      const prefix = `${isUnsafe ? 'unsafe ' : ''}${abi === 'Rust' ? '' : `${abi} `}`;
      return `${prefix}fn(${inputs.map((input) => typePath(db, input)).join(', ')}) -> ${typePath(db, output)}`;
    }
    case 'FnDef':
    case 'Closure':
    case 'Coroutine':
      return pathOf(db, ty.def, ty.args) ?? '?';
    case 'Dynamic': {
      const traits: string[] = [];
      if (ty.principal) {
        const { def, args } = ty.principal;
        const bindings = ty.projections.map((p) => `{${defData(p.def).name}=${typePath(db, p.ty)}}`).join('');
        traits.push(`${definitionPath(db, def)}${argList(db, args.list)}${bindings}`);
      }
      traits.push(...ty.autoTraits.map((trait) => definitionPath(db, trait)));
      return `dyn ${traits.join('+')}`;
    }
    default:
      return '_';
  }
}

/** A type's path, which for one inside a function has that function's path before it. */
function ownerPath(db: Database, def: DefId): string {
  const parent = defParent(def);
  const path = parent === undefined ? undefined : pathOf(db, parent, emptyArgs);
  return `${path ?? '?'}::${defData(def).name}`;
}

function ownArgs(db: Database, def: DefId, args: GenericArgs): readonly GenericArg[] {
  return args.list.slice(genericsOf(db, def).parentCount);
}
