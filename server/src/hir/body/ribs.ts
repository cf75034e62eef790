/**
 * The lexical scopes of a body while it is lowered: rustc's *ribs*.
 *
 * From the inside out, a name is looked for in the `let` and pattern bindings of each block and among the items that
 * the block declares; what no rib knows is left to the module's scope. Local names are hygienic: a binding is found
 * only by an identifier of the same syntax context, and an identifier that a macro's own definition brought along is
 * looked for again as its definition site sees it.
 */
import type { DefId } from '../defs.ts';
import type { HirFileId } from '../hirFile.ts';
import type { SyntaxContext } from '../span.ts';
import type { BindingId, ExprId } from './body.ts';

type Rib =
  | { readonly kind: 'Bindings'; readonly names: Map<string, BindingId> }
  | { readonly kind: 'Items'; readonly block: HirFileId }
  | {
      readonly kind: 'Label';
      readonly key: string | undefined;
      readonly target: ExprId;
      readonly isLoop: boolean;
    }
  /** A closure, async block or inline const: labels and loops outside cannot be left from within. */
  | { readonly kind: 'Closure'; readonly def: ClosureRecord };

/** A closure under construction; its `DefId` is known once the whole body has been seen (see `closureIds.ts`). */
export interface ClosureRecord {
  readonly kind: 'Closure' | 'InlineConst';
  readonly parent: ClosureRecord | undefined;
  /** In which macro expansion it stands: 0 for the body's own text, then in order of expansion. */
  readonly fragment: number;
  readonly expr: ExprId;
  def: DefId | undefined;
}

export function nameKey(name: string, ctx: SyntaxContext): string {
  return ctx === 0 ? name : `${name}#${ctx}`;
}

export class Ribs {
  readonly #ribs: Rib[] = [];

  /** Runs `body` and then forgets every rib that it pushed. */
  scoped<T>(body: () => T): T {
    const depth = this.#ribs.length;
    try {
      return body();
    } finally {
      this.#ribs.length = depth;
    }
  }

  pushBindings(names: Map<string, BindingId>): void {
    if (names.size > 0) this.#ribs.push({ kind: 'Bindings', names });
  }

  pushItems(block: HirFileId): void {
    this.#ribs.push({ kind: 'Items', block });
  }

  pushLabel(key: string | undefined, target: ExprId, isLoop: boolean): void {
    this.#ribs.push({ kind: 'Label', key, target, isLoop });
  }

  pushClosure(def: ClosureRecord): void {
    this.#ribs.push({ kind: 'Closure', def });
  }

  /** The innermost block with items of its own. */
  get block(): HirFileId | undefined {
    for (let i = this.#ribs.length - 1; i >= 0; i--) {
      const rib = this.#ribs[i]!;
      if (rib.kind === 'Items') return rib.block;
    }
    return undefined;
  }

  get closure(): ClosureRecord | undefined {
    for (let i = this.#ribs.length - 1; i >= 0; i--) {
      const rib = this.#ribs[i]!;
      if (rib.kind === 'Closure') return rib.def;
    }
    return undefined;
  }

  /** The binding of that key, unless an item of an inner block (as `isItem` tells) has the name. */
  resolveLocal(key: string, isItem: (block: HirFileId) => boolean): BindingId | undefined {
    for (let i = this.#ribs.length - 1; i >= 0; i--) {
      const rib = this.#ribs[i]!;
      if (rib.kind === 'Bindings') {
        const binding = rib.names.get(key);
        if (binding !== undefined) return binding;
      } else if (rib.kind === 'Items' && isItem(rib.block)) return undefined;
    }
    return undefined;
  }

  /** The loop or block that `break`/`continue` leaves: the innermost loop, or the one of that label. */
  resolveLabel(key: string | undefined): ExprId | undefined {
    for (let i = this.#ribs.length - 1; i >= 0; i--) {
      const rib = this.#ribs[i]!;
      if (rib.kind === 'Closure') return undefined;
      if (rib.kind === 'Label' && (key === undefined ? rib.isLoop : rib.key === key)) return rib.target;
    }
    return undefined;
  }
}
