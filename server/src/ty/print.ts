/**
 * Types and paths as rustc prints them in `-Zprint-mono-items`, seen from one crate: items of that crate without the
 * crate's name, those of others by their shortest public path, methods by their self type and trait. After
 * `rustc_middle::ty::print::pretty`.
 */
import { closureHeader } from '../hir/body/closureHeader.ts';
import { itemParent } from '../hir/body/itemParent.ts';
import { verboseDefPath } from '../hir/defMap/defPath.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { externCrates } from '../hir/defMap/externCrates.ts';
import { langItem } from '../hir/defMap/langItems.ts';
import { directCrates, visibleParents } from '../hir/defMap/visibleParents.ts';
import { type CrateId, crateRoot, type DefId, defCrate, defData, defKind, defParent } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import { isReserved } from '../hir/keywords.ts';
import { bodySource } from '../hir/source.ts';
import type { Database } from '../query/database.ts';
import { BinderNames } from './binderNames.ts';
import {
  eraseNamedRegions,
  eraseNamedRegionsInArgs,
  substitute,
  substituteArgs,
  substituteConst,
  substituteSig,
} from './fold.ts';
import { genericsOf, identityArgs, paramCount } from './generics.ts';
import { closureInfo } from './infer/infer.ts';
import { isTy, mkArgs, tyArg } from './intern.ts';
import { intType, maxOf, minOf } from './intOps.ts';
import { elaborate } from './predicates.ts';
import {
  declaredDefaults,
  declaredFnSig,
  declaredSelfTy,
  declaredTraitRef,
  opaqueBounds,
} from './signatures.ts';
import type { Const, FnSig, GenericArg, GenericArgs, Region, TraitRef, Ty } from './types.ts';

export class TyPrinter {
  readonly #db: Database;
  readonly #krate: CrateId;
  /** In a value path generic arguments follow `::`. */
  #inValue = false;
  /** Names of the regions bound around the type being printed, innermost last. */
  readonly #binders: (BinderNames | undefined)[] = [];
  readonly #visible = new Map<DefId, string | undefined>();
  #depth = 0;
  /** What is printed stands for no instance: lifetime parameters have their names. */
  #isGeneric = false;

  constructor(db: Database, krate: CrateId) {
    this.#db = db;
    this.#krate = krate;
  }

  ty(ty: Ty): string {
    return this.#in(false, () => this.#ty(ty));
  }

  arg(arg: GenericArg): string {
    return this.#in(false, () => this.#arg(arg));
  }

  /** A function, static or closure with its arguments. */
  valuePath(def: DefId, args: GenericArgs): string {
    return this.#in(true, () => this.#path(def, args.list));
  }

  #in<T>(isValue: boolean, print: () => T): T {
    const outer = this.#inValue;
    this.#inValue = isValue;
    try {
      return print();
    } finally {
      this.#inValue = outer;
    }
  }

  // ------------------------------------------------------------------------------------------ types

  #ty(ty: Ty): string {
    // Types can be deeper than any person reads.
    if (this.#depth > 200) return '…';
    this.#depth++;
    try {
      return this.#tyInner(ty);
    } finally {
      this.#depth--;
    }
  }

  #tyInner(ty: Ty): string {
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
      case 'Param':
        return ty.name;
      case 'Adt':
        return this.#path(ty.def, ty.args.list);
      case 'Pat':
        return `(${this.#ty(ty.base)}) is ${ty.pattern}`;
      case 'Foreign':
        return this.#path(ty.def, []);
      case 'Array':
        return `[${this.#ty(ty.elem)}; ${this.#const(ty.len)}]`;
      case 'Slice':
        return `[${this.#ty(ty.elem)}]`;
      case 'Ref': {
        const region = ty.region.kind !== 'Erased' ? `${this.#region(ty.region)} ` : '';
        return `&${region === "'_ " ? '' : region}${ty.mutable ? 'mut ' : ''}${this.#ty(ty.inner)}`;
      }
      case 'RawPtr':
        return `*${ty.mutable ? 'mut' : 'const'} ${this.#ty(ty.inner)}`;
      case 'Tuple':
        return ty.elems.length === 1
          ? `(${this.#ty(ty.elems[0]!)},)`
          : `(${ty.elems.map((elem) => this.#ty(elem)).join(', ')})`;
      case 'FnDef': {
        const sig = this.#sig(substituteSig(declaredFnSig(this.#db, ty.def), ty.args));
        return `${sig} {${this.#in(true, () => this.#path(ty.def, ty.args.list))}}`;
      }
      case 'FnPtr':
        return this.#sig(ty.sig);
      case 'Dynamic': {
        const bounds = this.#dynamic(ty);
        const region = this.#region(ty.region);
        return region === "'_" ? `dyn ${bounds}` : `(dyn ${bounds} + ${region})`;
      }
      case 'Closure':
        return this.#closure(ty.def, ty.args);
      case 'Coroutine':
        return this.#coroutine(ty.def, ty.args);
      case 'Projection': {
        const parent = defParent(ty.def);
        if (parent === undefined) return '{unknown}';
        const count = paramCount(genericsOf(this.#db, parent));
        const trait: TraitRef = { def: parent, args: mkArgs(ty.args.list.slice(0, count)) };
        const own = this.#genericArgs(ty.args.list.slice(count));
        return `${this.#qualified(tyArg(ty.args, 0), trait)}::${defData(ty.def).name}${own}`;
      }
      case 'Opaque':
        return this.#opaque(ty.def, ty.args);
      case 'Infer':
        return '_';
      case 'Unknown':
        return '{unknown}';
    }
  }

  #sig(sig: FnSig): string {
    const names = new BinderNames(sig.boundRegions);
    this.#binders.push(names);
    try {
      const unsafety = sig.isUnsafe ? 'unsafe ' : '';
      const abi = sig.abi === 'Rust' ? '' : `extern "${sig.abi}" `;
      const inputs = sig.inputs.map((input) => this.#ty(input));
      if (sig.isVarargs) inputs.push('...');
      const output =
        sig.output.kind === 'Tuple' && sig.output.elems.length === 0 ? '' : ` -> ${this.#ty(sig.output)}`;
      return `${names.binder()}${unsafety}${abi}fn(${inputs.join(', ')})${output}`;
    } finally {
      this.#binders.pop();
    }
  }

  #region(region: Region): string {
    if (region.kind === 'Erased') return "'_";
    if (region.kind === 'Named') return this.#isGeneric ? region.name : "'_";
    if (region.kind === 'Static') return "'static";
    return this.#boundRegion(this.#binders.length - 1 - region.debruijn, region.index);
  }

  /** One of a binder that gives no names is named by the next further in that does, as if it were one of its own. */
  #boundRegion(at: number, index: number): string {
    const binder = this.#binders[at];
    if (binder) return binder.own(index);
    for (let i = Math.max(at, 0) + 1; i < this.#binders.length; i++) {
      const inner = this.#binders[i];
      if (inner) return inner.foreign(index);
    }
    return "'_";
  }

  /** To rustc the associated types of a trait object are outside of the binder that names its lifetimes. */
  #withoutNames<T>(print: () => T): T {
    const binder = this.#binders.pop();
    this.#binders.push(undefined);
    try {
      return print();
    } finally {
      this.#binders.pop();
      this.#binders.push(binder);
    }
  }

  #dynamic(ty: Ty & { kind: 'Dynamic' }): string {
    const parts: string[] = [];
    if (ty.principal) {
      const { def, args } = ty.principal;
      const names = new BinderNames(ty.boundRegions);
      this.#binders.push(names);
      const output = ty.projections.find((projection) => defData(projection.def).name === 'Output');
      const inputs = args.list[0];
      if (this.#isFnTrait(def) && inputs && isTy(inputs) && inputs.kind === 'Tuple') {
        const list = inputs.elems.map((elem) => this.#ty(elem)).join(', ');
        const isUnit = !output || (output.ty.kind === 'Tuple' && output.ty.elems.length === 0);
        const result = isUnit ? '' : ` -> ${this.#withoutNames(() => this.#ty(output.ty))}`;
        parts.push(`${names.binder()}${this.#path(def, [])}(${list})${result}`);
      } else {
        const self = mkArgs([...identityArgs(this.#db, def).list.slice(0, 1), ...args.list]);
        const own = this.#withoutDefaults(def, self.list).map((arg) => this.#arg(arg));
        const implied = elaborate(this.#db, [
          { kind: 'Trait', trait: { def, args: mkArgs([ty, ...args.list]) } },
        ]);
        const written = ty.projections
          // What the supertraits say anyway is not repeated.
          .filter(
            ({ def, ty }) => !implied.some((p) => p.kind === 'Projection' && p.def === def && p.term === ty),
          )
          .map(({ def, ty }) => `${defData(def).name} = ${this.#withoutNames(() => this.#ty(ty))}`);
        own.push(...written.sort());
        parts.push(`${names.binder()}${this.#path(def, [])}${own.length > 0 ? `<${own.join(', ')}>` : ''}`);
      }
      this.#binders.pop();
    }
    const auto = ty.autoTraits.map((def) => this.#path(def, []));
    parts.push(...auto.sort());
    return parts.join(' + ');
  }

  /** `impl Fn(A) -> B + Trait<C, Item = D>`. Lifetimes among the bounds are not known any more. */
  #opaque(def: DefId, args: GenericArgs): string {
    const sized = langItem(this.#db, defCrate(def), 'sized');
    let fn: { readonly name: string; readonly inputs: readonly Ty[] } | undefined;
    let output: Ty | undefined;
    /** What stands in the angle brackets, by trait. */
    const others = new Map<DefId, string[]>();
    const entry = (trait: DefId, list: readonly GenericArg[]): string[] => {
      let found = others.get(trait);
      if (!found) {
        found = this.#withoutDefaults(trait, list).map((arg) => this.#arg(arg));
        others.set(trait, found);
      }
      return found;
    };
    for (const p of opaqueBounds(this.#db, def)) {
      const trait = p.kind === 'Trait' ? p.trait.def : defParent(p.def);
      if (trait === undefined || trait === sized || (p.kind === 'Trait' && p.negative)) continue;
      const { list } = substituteArgs(p.kind === 'Trait' ? p.trait.args : p.args, args);
      const term = p.kind === 'Projection' && isTy(p.term) ? substitute(p.term, args) : undefined;
      const inputs = list[1];
      if (this.#isFnTrait(trait) && inputs && isTy(inputs) && inputs.kind === 'Tuple') {
        if (p.kind === 'Trait') fn = { name: defData(trait).name, inputs: inputs.elems };
        else output = term;
      } else {
        const own = entry(trait, list.slice(0, paramCount(genericsOf(this.#db, trait))));
        if (p.kind === 'Projection' && term) own.push(`${defData(p.def).name} = ${this.#ty(term)}`);
      }
    }
    const parts = [...others].map(([trait, list]) => {
      const brackets = list.length > 0 ? `<${list.join(', ')}>` : '';
      return `${this.#path(trait, [])}${brackets}`;
    });
    if (fn) {
      const isUnit = output === undefined || (output.kind === 'Tuple' && output.elems.length === 0);
      const inputs = fn.inputs.map((input) => this.#ty(input)).join(', ');
      const text = `${fn.name}(${inputs})${isUnit ? '' : ` -> ${this.#ty(output!)}`}`;
      parts.unshift(parts.length > 0 ? `(${text})` : text);
    }
    return `impl ${parts.length > 0 ? parts.join(' + ') : 'Sized'}`;
  }

  #isFnTrait(def: DefId): boolean {
    const krate = defCrate(def);
    return ['fn', 'fn_mut', 'fn_once'].some((item) => langItem(this.#db, krate, item) === def);
  }

  #closure(def: DefId, args: GenericArgs): string {
    if (defCrate(def) === this.#krate) {
      const place = closureHeader(this.#db, def);
      if (place) return `{closure@${place}}`;
    }
    return `{closure@${this.#in(false, () => this.#path(def, args.list))}}`;
  }

  #coroutine(def: DefId, args: GenericArgs): string {
    const kind = closureInfo(this.#db, def)?.coroutine;
    const parent = defParent(def);
    if (kind === 'asyncFn' && parent !== undefined) {
      // To rustc the function has the coroutine's arguments here, which are never none.
      return `{async fn body of ${this.#in(false, () => this.#ownPath(parent, args.list))}()}`;
    }
    const place = defCrate(def) === this.#krate ? closureHeader(this.#db, def) : undefined;
    const what = kind === 'asyncClosure' ? 'async closure body' : 'async block';
    return `{${what}@${place ?? this.#in(false, () => this.#path(def, args.list))}}`;
  }

  #const(value: Const): string {
    switch (value.kind) {
      case 'Value':
        if (typeof value.value === 'boolean') return String(value.value);
        if (value.ty.kind === 'Char') return `'${String.fromCodePoint(Number(value.value))}'`;
        return printInt(value.value, value.ty);
      case 'ConstParam':
        return value.name;
      case 'Unevaluated':
        return this.#unevaluated(value.def);
      case 'ConstInfer':
        return '_';
      case 'ConstUnknown':
        return '{unknown}';
    }
  }

  /** A length in an impl's header: as it is written there by the crate that has the text at hand, else by its path. */
  #unevaluated(def: DefId): string {
    if (defKind(def) !== 'AnonConst') return '_';
    if (defCrate(def) === this.#krate) return bodySource(this.#db, def)?.text ?? '_';
    const path = verboseDefPath(this.#db, def);
    return path === undefined ? '_' : `${crateData(this.#db, defCrate(def)).name}::${path}`;
  }

  #arg(arg: GenericArg): string {
    if (isTy(arg)) return this.#ty(arg);
    switch (arg.kind) {
      case 'Erased':
      case 'Static':
      case 'Named':
      case 'Bound':
        return this.#region(arg);
      default:
        return this.#const(arg);
    }
  }

  // ------------------------------------------------------------------------------------------ paths

  #path(def: DefId, args: readonly GenericArg[]): string {
    if (args.length === 0) {
      let visible = this.#visible.get(def);
      if (visible === undefined && !this.#visible.has(def)) {
        visible = this.#visiblePath(def, new Set());
        this.#visible.set(def, visible);
      }
      if (visible !== undefined) return visible;
    }
    return this.#ownPath(def, args);
  }

  /** By where it is declared, the modules around as they are best seen: rustc's `default_print_def_path`. */
  #ownPath(def: DefId, args: readonly GenericArg[]): string {
    const data = defData(def);
    const around = itemParent(this.#db, def);
    if (data.parent === undefined || around === undefined) return this.#crate(data.krate);
    if (data.kind === 'Impl') return this.#impl(def, args);
    const generics = genericsOf(this.#db, def);
    let parentArgs = args;
    let isTraitItem = false;
    if (args.length > 0) {
      parentArgs = args.slice(0, generics.parentCount);
      if (data.kind === 'Closure' || data.kind === 'InlineConst') {
        return this.#append(this.#path(data.parent, args), closureName(def));
      }
      if (generics.params.length > 0 && args.length >= paramCount(generics)) {
        const own = this.#withoutDefaults(def, args);
        if (data.kind !== 'Variant' && data.kind !== 'OpaqueTy') {
          return `${this.#path(def, parentArgs)}${this.#genericArgs(own)}`;
        }
      }
      isTraitItem = defKind(data.parent) === 'Trait' && generics.parent === data.parent;
    }
    const parent = isTraitItem
      ? this.#qualified(parentArgs[0] as Ty, { def: data.parent, args: mkArgs(parentArgs) })
      : this.#path(around, parentArgs);
    return this.#append(parent, this.#name(def));
  }

  #append(prefix: string, name: string): string {
    if (name === '') return prefix;
    return prefix === '' ? name : `${prefix}::${name}`;
  }

  #name(def: DefId): string {
    const data = defData(def);
    switch (data.kind) {
      case 'ForeignMod':
        return '';
      case 'Closure':
      case 'InlineConst':
      case 'AnonConst':
        return closureName(def);
      case 'OpaqueTy':
        return `{opaque#${data.disambiguator}}`;
      case 'NestedStatic':
        return `{nested#${data.disambiguator}}`;
      default:
        return this.#identifier(data.name);
    }
  }

  /** A segment of a path, raw if it is a keyword in the edition of the crate that is compiled. */
  #identifier(name: string): string {
    return isReserved(name, crateData(this.#db, this.#krate).edition) ? `r#${name}` : name;
  }

  #crate(krate: CrateId): string {
    return krate === this.#krate ? '' : crateData(this.#db, krate).name;
  }

  #genericArgs(args: readonly GenericArg[]): string {
    if (args.length === 0) return '';
    const list = this.#in(false, () => args.map((arg) => this.#arg(arg)).join(', '));
    return `${this.#inValue ? '::' : ''}<${list}>`;
  }

  /** A definition's own arguments, without those at the end that equal their defaults. */
  #withoutDefaults(def: DefId, args: readonly GenericArg[]): GenericArg[] {
    const generics = genericsOf(this.#db, def);
    const own = args.slice(generics.parentCount);
    if (generics.hasSelf && generics.parentCount === 0) own.shift();
    const all = mkArgs(args);
    const params = generics.params.slice(generics.params.length - own.length);
    const defaults = declaredDefaults(this.#db, def);
    while (own.length > 0) {
      const param = params[own.length - 1];
      const value = param && defaults[param.index - generics.parentCount];
      if (!value) break;
      const substituted = isTy(value) ? substitute(value, all) : substituteConst(value, all);
      if (substituted !== own[own.length - 1]) break;
      own.pop();
    }
    return own;
  }

  /** `<Self as Trait>`, or the plain self type where that says it all. */
  #qualified(self: Ty, trait: TraitRef | undefined): string {
    if (!trait) {
      // Inherent impls of nominal and primitive types need no `<…>`.
      switch (self.kind) {
        case 'Adt':
        case 'Foreign':
        case 'Bool':
        case 'Char':
        case 'Str':
        case 'Int':
        case 'Uint':
        case 'Float':
          return this.#ty(self);
      }
    }
    return this.#in(false, () => {
      const own = trait ? ` as ${this.#traitPath(trait)}` : '';
      return `<${this.#ty(self)}${own}>`;
    });
  }

  #traitPath({ def, args }: TraitRef): string {
    const own = this.#withoutDefaults(def, args.list);
    return `${this.#path(def, [])}${this.#genericArgs(own)}`;
  }

  /**
   * A method's impl. Next to its self type or its trait it prints as those do; elsewhere as a place of its own,
   * `module::<impl Trait for Type>`.
   */
  #impl(def: DefId, args: readonly GenericArg[]): string {
    const db = this.#db;
    const { parent } = defData(def);
    const substs = mkArgs(args);
    const generic = declaredSelfTy(db, def);
    const genericTrait = declaredTraitRef(db, def);
    // An instance's lifetimes are all alike, so that `Add<&'b T> for &'a T` has the default argument then.
    const self = args.length > 0 ? substitute(eraseNamedRegions(generic), substs) : generic;
    const trait = genericTrait && {
      def: genericTrait.def,
      args:
        args.length > 0
          ? substituteArgs(eraseNamedRegionsInArgs(genericTrait.args), substs)
          : genericTrait.args,
    };
    const selfDef = characteristicDef(self);
    const isWithSelf = selfDef !== undefined && defParent(selfDef) === parent;
    const isWithTrait = trait !== undefined && defParent(trait.def) === parent;
    const outer = this.#isGeneric;
    this.#isGeneric = args.length === 0;
    try {
      if (isWithSelf || isWithTrait || parent === undefined) return this.#qualified(self, trait);
      const what = this.#in(false, () =>
        trait ? `<impl ${this.#traitPath(trait)} for ${this.#ty(self)}>` : `<impl ${this.#ty(self)}>`,
      );
      return this.#append(this.#path(itemParent(db, def) ?? parent, []), what);
    } finally {
      this.#isGeneric = outer;
    }
  }

  /** The shortest public path, for definitions of other crates that have one. */
  #visiblePath(def: DefId, callers: Set<DefId>): string | undefined {
    const krate = defCrate(def);
    if (krate === this.#krate) return def === crateRoot(krate) ? '' : undefined;
    if (def === crateRoot(krate)) {
      const item = externCrates(this.#db, this.#krate).get(krate);
      if (item !== undefined) return item;
      if (directCrates(this.#db, this.#krate).includes(krate)) return crateData(this.#db, krate).name;
    }
    const visible = visibleParents(this.#db, this.#krate).get(def);
    if (!visible || callers.has(visible.parent)) return undefined;
    callers.add(visible.parent);
    const prefix = this.#visiblePath(visible.parent, callers);
    if (prefix === undefined) return undefined;
    // Of an `extern crate … as …`, rustc prints the crate's own name.
    if (def === crateRoot(krate)) return this.#append(prefix, crateData(this.#db, krate).name);
    const isType = itemOf(this.#db, def)?.kind !== 'Fn';
    return this.#append(prefix, this.#identifier(isType ? visible.name : defData(def).name));
  }
}

/** An integer as rustc's `ConstInt` prints: the ends of a type's range by their names, but for an unsigned 0. */
function printInt(value: bigint, ty: Ty): string {
  const int = intType(ty);
  if (!int || (ty.kind !== 'Int' && ty.kind !== 'Uint')) return String(value);
  if (value === maxOf(int)) return `${ty.name}::MAX`;
  return int.signed && value === minOf(int) ? `${ty.name}::MIN` : String(value);
}

function closureName(def: DefId): string {
  const { kind, disambiguator } = defData(def);
  return `{${kind === 'Closure' ? 'closure' : 'constant'}#${disambiguator}}`;
}

/** The definition that a type belongs to, which decides where its methods go. After rustc's `characteristic_def_id_of_type`. */
export function characteristicDef(ty: Ty): DefId | undefined {
  switch (ty.kind) {
    case 'Adt':
    case 'Foreign':
    case 'FnDef':
    case 'Closure':
    case 'Coroutine':
      return ty.def;
    case 'Dynamic':
      return ty.principal?.def;
    case 'Array':
    case 'Slice':
      return characteristicDef(ty.elem);
    case 'Ref':
    case 'RawPtr':
      return characteristicDef(ty.inner);
    case 'Tuple':
      for (const elem of ty.elems) {
        const found = characteristicDef(elem);
        if (found !== undefined) return found;
      }
      return undefined;
    default:
      return undefined;
  }
}
