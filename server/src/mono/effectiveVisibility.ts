/**
 * What of a library is public in effect: what others can name, what they get hold of through the types in public
 * interfaces, be it declared in a private module, and what stands behind an `impl Trait` there. An impl counts if its
 * type and its trait do, whatever their arguments are. After the `EmbargoVisitor` of `rustc_privacy`.
 */
import { assocItems } from '../hir/defMap/assocItems.ts';
import { crateDefMap, moduleData } from '../hir/defMap/defMap.ts';
import { item as itemOf } from '../hir/defMap/defSource.ts';
import { variantData, variants } from '../hir/defMap/variants.ts';
import { assocContainer, type CrateId, type DefId, defCrate, defKind, defParent } from '../hir/defs.ts';
import { type Database, defineQuery } from '../query/database.ts';
import { anyPart } from '../ty/fold.ts';
import { itemBounds, ownPredicates } from '../ty/predicates.ts';
import { hiddenType } from '../ty/project.ts';
import { fieldTys, fnSig, implSelfTy, implTraitRef, typeOf } from '../ty/signatures.ts';
import type { GenericArg, Predicate, Ty } from '../ty/types.ts';
import { localItems } from './localItems.ts';

/** Items, and the closures that public functions return. */
export const effectivelyPublic = defineQuery<CrateId, ReadonlySet<DefId>>('effectivelyPublic', (db, krate) =>
  new PublicItems(db, krate).find(),
);

class PublicItems {
  readonly #db: Database;
  readonly #krate: CrateId;
  readonly #found = new Set<DefId>();
  readonly #queue: DefId[] = [];
  readonly #opaques = new Set<DefId>();

  constructor(db: Database, krate: CrateId) {
    this.#db = db;
    this.#krate = krate;
  }

  find(): ReadonlySet<DefId> {
    this.#reach(crateDefMap(this.#db, this.#krate).root);
    let impls = traitImpls(this.#db, this.#krate);
    for (;;) {
      for (let def = this.#queue.pop(); def !== undefined; def = this.#queue.pop()) this.#expand(def);
      const others = impls.filter((impl) => !this.#isPublicImpl(impl));
      if (others.length === impls.length) return this.#found;
      const rest = new Set(others);
      for (const impl of impls) if (!rest.has(impl)) this.#impl(impl);
      impls = others;
    }
  }

  #reach(def: DefId): void {
    if (defCrate(def) !== this.#krate || this.#found.has(def)) return;
    this.#found.add(def);
    this.#queue.push(def);
  }

  #expand(def: DefId): void {
    const db = this.#db;
    switch (defKind(def)) {
      case 'Mod':
        for (const names of moduleData(db, def)?.names.values() ?? []) {
          for (const entry of [names.type, names.value, names.macro]) {
            if (entry?.vis === 'Public' && entry.res.kind === 'Def') this.#reach(entry.res.def);
          }
        }
        break;
      case 'Struct':
      case 'Union':
      case 'Enum':
        this.#adt(def);
        break;
      case 'Variant':
        this.#types(fieldTys(db, def));
        break;
      case 'Trait':
        this.#predicates(ownPredicates(db, def));
        for (const assoc of assocItems(db, def)) this.#reach(assoc.def);
        this.#inherent(def);
        break;
      case 'TyAlias': {
        const container = assocContainer(def);
        if (container !== undefined && defKind(container) === 'Trait') this.#predicates(itemBounds(db, def));
        this.#ty(typeOf(db, def));
        break;
      }
      case 'Const':
      case 'Static':
        this.#ty(typeOf(db, def));
        break;
      case 'Fn': {
        const sig = fnSig(db, def);
        this.#types(sig.inputs);
        this.#ty(sig.output);
        this.#predicates(ownPredicates(db, def));
        break;
      }
    }
  }

  #adt(def: DefId): void {
    const db = this.#db;
    this.#predicates(ownPredicates(db, def));
    if (defKind(def) === 'Enum') {
      for (const variant of variants(db, def)) this.#reach(variant);
    } else {
      const data = variantData(db, def);
      const tys = fieldTys(db, def);
      for (const [i, field] of (data?.fields ?? []).entries()) {
        if (field.visibility.kind === 'Public' && tys[i]) this.#ty(tys[i]);
      }
    }
    this.#inherent(def);
  }

  /** The impls of a type, or of a trait object, itself. */
  #inherent(def: DefId): void {
    const db = this.#db;
    for (const impl of inherentImpls(db, this.#krate).get(def) ?? []) {
      this.#header(impl);
      for (const assoc of assocItems(db, impl)) {
        if (itemOf(db, assoc.def)?.visibility.kind === 'Public') this.#reach(assoc.def);
      }
    }
  }

  #header(impl: DefId): void {
    this.#ty(implSelfTy(this.#db, impl));
    this.#predicates(ownPredicates(this.#db, impl));
  }

  #impl(impl: DefId): void {
    this.#header(impl);
    for (const arg of implTraitRef(this.#db, impl)?.args.list ?? []) this.#ty(arg);
    for (const assoc of assocItems(this.#db, impl)) this.#reach(assoc.def);
  }

  #isPublicImpl(impl: DefId): boolean {
    const self = implSelfTy(this.#db, impl);
    const trait = implTraitRef(this.#db, impl);
    const owner = ownerOf(self);
    return trait !== undefined && this.#isPublic(trait.def) && (owner === undefined || this.#isPublic(owner));
  }

  #isPublic(def: DefId): boolean {
    return defCrate(def) !== this.#krate || this.#found.has(def);
  }

  #predicates(predicates: readonly Predicate[]): void {
    for (const p of predicates) {
      if (p.kind === 'Trait') {
        this.#reach(p.trait.def);
        for (const arg of p.trait.args.list) this.#ty(arg);
      } else {
        for (const arg of p.args.list) this.#ty(arg);
        this.#ty(p.term);
      }
    }
  }

  #types(tys: readonly Ty[]): void {
    for (const ty of tys) this.#ty(ty);
  }

  #ty(ty: GenericArg): void {
    anyPart(ty, 0, (part) => {
      if ('def' in part && part.def !== undefined) this.#reach(part.def);
      if (part.kind === 'Dynamic' && part.principal) this.#reach(part.principal.def);
      if (part.kind === 'Projection') this.#reach(defParent(part.def)!);
      // Others may call what an `impl Trait` stands for, and poll the future of an `async fn`.
      if (part.kind === 'Opaque') this.#opaque(part.def);
      return false;
    });
  }

  #opaque(def: DefId): void {
    if (defCrate(def) !== this.#krate || this.#opaques.has(def)) return;
    this.#opaques.add(def);
    this.#predicates(itemBounds(this.#db, def));
    const hidden = hiddenType(this.#db, def);
    if (hidden) this.#ty(hidden);
  }
}

/** The definition that a type is named after. */
function ownerOf(self: Ty): DefId | undefined {
  if (self.kind === 'Dynamic') return self.principal?.def;
  return self.kind === 'Adt' || self.kind === 'Foreign' ? self.def : undefined;
}

function traitImpls(db: Database, krate: CrateId): DefId[] {
  return localItems(db, krate).filter((def) => {
    const item = itemOf(db, def);
    return item?.kind === 'Impl' && item.traitPath !== undefined;
  });
}

/** Inherent impls of a crate by the type they are for, or the trait of the object. */
const inherentImpls = defineQuery<CrateId, ReadonlyMap<DefId, readonly DefId[]>>(
  'inherentImpls',
  (db, krate) => {
    const result = new Map<DefId, DefId[]>();
    for (const def of localItems(db, krate)) {
      const item = itemOf(db, def);
      if (item?.kind !== 'Impl' || item.traitPath !== undefined) continue;
      const owner = ownerOf(implSelfTy(db, def));
      if (owner === undefined) continue;
      const list = result.get(owner);
      if (list) list.push(def);
      else result.set(owner, [def]);
    }
    return result;
  },
);
