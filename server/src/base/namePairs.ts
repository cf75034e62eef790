/** Interning of a number together with a name: keys of queries that ask for one name in something. */
export class NamePairs<Id extends number, Key extends number> {
  readonly #ids = new Map<Key, Map<string, Id>>();
  readonly #pairs: { readonly key: Key; readonly name: string }[] = [];

  intern(key: Key, name: string): Id {
    let ids = this.#ids.get(key);
    if (!ids) this.#ids.set(key, (ids = new Map()));
    let id = ids.get(name);
    if (id === undefined) {
      id = this.#pairs.length as Id;
      this.#pairs.push({ key, name });
      ids.set(name, id);
    }
    return id;
  }

  lookup(id: Id): { readonly key: Key; readonly name: string } {
    return this.#pairs[id]!;
  }
}
