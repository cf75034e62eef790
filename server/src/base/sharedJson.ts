/**
 * JSON that keeps what is one object one object.
 *
 * The text is `[PARTS, VALUE]`: an object that is met more than once is written once, among the parts, and is `{"$":N}`
 * wherever it stands. Parts come after those that they mention. Of plain data whose equal parts are one object
 * (`sharing.ts`) the text is a fraction of what JSON would be, and so are the time to read it and the memory of what is
 * read, whose parts nobody may change. Keys named `$` are not for such data.
 */

/** In place of a part. */
interface Reference {
  readonly $: number;
}

type Plain = Record<string, unknown>;

export function stringifyShared(value: unknown): string {
  const met = new Map<object, boolean>();
  meet(value, met);
  const writer = new Writer(met);
  const written = writer.write(value);
  return JSON.stringify([writer.parts, written]);
}

/** Throws for what is no such text. */
export function parseShared(text: string): unknown {
  const [parts, value] = JSON.parse(text) as [unknown[], unknown];
  for (const part of parts) resolve(part, parts);
  return resolved(value, parts);
}

/** Notes each object, and whether it was met again. */
function meet(value: unknown, met: Map<object, boolean>): void {
  if (typeof value !== 'object' || value === null) return;
  if (met.has(value)) {
    met.set(value, true);
    return;
  }
  met.set(value, false);
  if (Array.isArray(value)) for (const element of value) meet(element, met);
  else for (const key in value) meet((value as Plain)[key], met);
}

class Writer {
  readonly parts: unknown[] = [];
  readonly #met: ReadonlyMap<object, boolean>;
  readonly #references = new Map<object, Reference>();

  constructor(met: ReadonlyMap<object, boolean>) {
    this.#met = met;
  }

  write(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (!this.#met.get(value)) return this.#copy(value);
    let reference = this.#references.get(value);
    if (reference === undefined) {
      reference = { $: this.parts.push(this.#copy(value)) - 1 };
      this.#references.set(value, reference);
    }
    return reference;
  }

  #copy(value: object): unknown {
    if (Array.isArray(value)) return value.map((element) => this.write(element));
    const copy: Plain = {};
    for (const key in value) copy[key] = this.write((value as Plain)[key]);
    return copy;
  }
}

/** Puts parts in their places, in place. */
function resolve(value: unknown, parts: readonly unknown[]): void {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const element = value[i] as unknown;
      if (typeof element === 'object') value[i] = resolved(element, parts);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      const field = (value as Plain)[key];
      if (typeof field === 'object' && field !== null) (value as Plain)[key] = resolved(field, parts);
    }
  }
}

function resolved(value: unknown, parts: readonly unknown[]): unknown {
  const at = (value as Partial<Reference> | null)?.$;
  if (at !== undefined) {
    if (!(at in parts)) throw new Error(`no part ${at}`);
    return parts[at];
  }
  resolve(value, parts);
  return value;
}
