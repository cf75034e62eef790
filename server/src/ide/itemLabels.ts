/**
 * How mono items are named and classed for people: rustc's own label, the generic arguments alone, a kind, and the
 * definition that an item is about (of drop glue, the type that is dropped).
 */
import { type CrateId, type DefId, defKind } from '../hir/defs.ts';
import { crateData } from '../hir/inputs.ts';
import type { Instance, MonoItem } from '../mono/instance.ts';
import { monoItemDef } from '../mono/instance.ts';
import { printInstance, printMonoItem } from '../mono/names.ts';
import type { Database } from '../query/database.ts';
import { genericsOf, identityArgs } from '../ty/generics.ts';
import { emptyArgs, isRegion, isTy, mkArgs } from '../ty/intern.ts';
import { characteristicDef, TyPrinter } from '../ty/print.ts';
import type { GenericArg, GenericArgs, Ty } from '../ty/types.ts';

export type ItemKind = 'fn' | 'closure' | 'dropGlue' | 'shim' | 'static' | 'globalAsm';

export function itemKind(item: MonoItem): ItemKind {
  switch (item.kind) {
    case 'Static':
      return 'static';
    case 'GlobalAsm':
      return 'globalAsm';
    case 'Fn':
      switch (item.instance.kind.kind) {
        case 'Item':
          return defKind(item.instance.kind.def) === 'Closure' ? 'closure' : 'fn';
        case 'DropGlue':
          return 'dropGlue';
        default:
          return 'shim';
      }
  }
}

/** Names items as they are seen from one crate. Labels are kept: lists ask for the same ones again and again. */
export class ItemPrinter {
  readonly #printer: TyPrinter;
  readonly #db: Database;
  readonly #prefix: string;
  readonly #labels = new Map<MonoItem, string>();

  /** `directory`: paths in the types of closures are printed relative to it, as Cargo hands them to rustc. */
  constructor(db: Database, krate: CrateId, directory: string) {
    this.#db = db;
    this.#printer = new TyPrinter(db, krate);
    this.#prefix = `@${directory}/`;
  }

  /** Prints types and paths as this crate sees them. */
  get types(): TyPrinter {
    return this.#printer;
  }

  label(item: MonoItem): string {
    let label = this.#labels.get(item);
    if (label === undefined) {
      label = this.#relative(printMonoItem(this.#printer, item));
      this.#labels.set(item, label);
    }
    return label;
  }

  instance(instance: Instance): string {
    return this.#relative(printInstance(this.#printer, instance));
  }

  /** The generic arguments alone. */
  args(item: MonoItem): string {
    if (item.kind !== 'Fn') return '';
    const { kind, args } = item.instance;
    if ('ty' in kind && kind.ty) return this.ty(kind.ty);
    return this.argList(args);
  }

  argList(args: GenericArgs | readonly GenericArg[]): string {
    const list = 'list' in args ? args.list : args;
    return this.#relative(
      list
        .filter((arg) => !isRegion(arg))
        .map((arg) => this.#printer.arg(arg))
        .join(', '),
    );
  }

  ty(ty: Ty): string {
    return this.#relative(this.#printer.ty(ty));
  }

  /** `geometry::area`, `Registry::<T>::find`: a definition without arguments of its own. */
  path(def: DefId): string {
    const { parentCount } = genericsOf(this.#db, def);
    const inherits = defKind(def) === 'Closure' || defKind(def) === 'InlineConst';
    const args = identityArgs(this.#db, def).list;
    const kept = inherits ? args : args.slice(0, parentCount);
    const path = this.#printer.valuePath(def, kept.length > 0 ? mkArgs(kept) : emptyArgs);
    // Lifetimes make no copies: a name of all copies does without them.
    return this.#relative(path.replace(/(?:::)?<'_(?:, '_)*>/g, '').replace(/'_, /g, ''));
  }

  #relative(text: string): string {
    return text.includes(this.#prefix) ? text.replaceAll(this.#prefix, '@') : text;
  }
}

/** What an item is about: what is dropped, cloned or called, for items that the compiler makes up. */
export function subjectDef(item: MonoItem): DefId {
  if (item.kind !== 'Fn') return item.def;
  return subjectOfInstance(item.instance) ?? monoItemDef(item);
}

function subjectOfInstance({ kind, args }: Instance): DefId | undefined {
  if (kind.kind === 'Item') return kind.def;
  const self = args.list[0];
  const ty = 'ty' in kind && kind.ty ? kind.ty : self && isTy(self) ? self : undefined;
  return ty && characteristicDef(ty);
}

export type Origin = 'workspace' | 'dependency' | 'std';

export function originOf(db: Database, krate: CrateId): Origin {
  switch (crateData(db, krate).origin) {
    case 'local':
      return 'workspace';
    case 'library':
      return 'dependency';
    case 'lang':
      return 'std';
  }
}
