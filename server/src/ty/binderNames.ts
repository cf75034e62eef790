/**
 * The lifetimes of a binder as they are printed: named as they turn up, and listed in `for<…>` once that is known. Every
 * binder begins anew, as rustc's printer does.
 */
export class BinderNames {
  readonly #declared: readonly string[];
  readonly #names: (string | undefined)[] = [];
  readonly #listed: string[] = [];
  #next = 0;

  constructor(declared: readonly string[]) {
    this.#declared = declared;
  }

  own(index: number): string {
    const known = this.#names[index];
    if (known !== undefined) return known;
    const declared = this.#declared[index];
    const name = declared === undefined || declared === "'_" || declared === '' ? this.#newName() : declared;
    this.#names[index] = name;
    this.#listed.push(name);
    return name;
  }

  /** One of another binder, which is not listed; rustc tells it from an own one by nothing but its number. */
  foreign(index: number): string {
    this.#names[index] ??= this.#newName();
    return this.#names[index];
  }

  /** `'a`, `'b`, … that no declaration gives. */
  #newName(): string {
    for (;;) {
      const name = `'${regionName(this.#next++)}`;
      if (!this.#declared.includes(name)) return name;
    }
  }

  /** `for<'a> `, when what it is about has been printed. */
  binder(): string {
    for (let i = 0; i < this.#declared.length; i++) this.own(i);
    return this.#listed.length > 0 ? `for<${this.#listed.join(', ')}> ` : '';
  }
}

/** `a`, `b`, …, `z`, `a1`, … */
function regionName(n: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (n % 26));
  return n < 26 ? letter : `${letter}${Math.floor(n / 26)}`;
}
