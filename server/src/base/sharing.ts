/**
 * Equal plain data as one object (hash consing). What is lowered from source is full of equal parts: of the objects that
 * make up std's item trees, one in fourteen is different from all others.
 *
 * Parts are shared before the whole, so that two objects are equal where their fields are identical, and the hash of a
 * whole is made of those of its parts. Texts that are too long to be worth it are taken to be different from all others,
 * and with them what they are in.
 *
 * Most that is equal stands close together or is very common. So what is remembered has a fixed number of places, two
 * for each hash: what is met again stays, and what is new takes the place of what was not met for longest.
 */

/** Longer texts are hardly ever equal, and the objects that they are in would take the places of others. */
const longestText = 200;

type Fields = Record<string, unknown>;

/** In place of a hash: nothing is equal to it. Hashes are small integers from zero. */
const alone = -1;

function mix(hash: number, part: number): number {
  const mixed = Math.imul(hash ^ part, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
}

/** Of a few characters: what they leave open is told by comparing. */
function hashOfText(text: string): number {
  const { length } = text;
  if (length > longestText) return alone;
  let hash = length;
  const step = length > 16 ? length >> 4 : 1;
  for (let i = length - 1; i >= 0; i -= step) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash & 0x3fffffff;
}

export class Sharing {
  readonly #mask: number;
  /** Two places for each hash, the one that was met last first. */
  readonly #hashes: Int32Array;
  readonly #objects: (object | undefined)[];
  /** Of what was shared last. */
  #hash = 0;

  /** `limit`: how many objects are remembered, a power of two. */
  constructor(limit = 1 << 18) {
    const size = Math.max(2, limit);
    this.#mask = size - 2;
    this.#hashes = new Int32Array(size);
    this.#objects = new Array<object | undefined>(size).fill(undefined);
  }

  /**
   * The object that stands for all that are equal to `value`, which has to be plain data: objects, arrays, primitives. It
   * may be `value` itself, and its parts are replaced in place, so nobody may change any of it later.
   */
  share<T>(value: T): T {
    if (typeof value !== 'object' || value === null) {
      this.#hash = hashOfPrimitive(value);
      return value;
    }
    const hash = Array.isArray(value) ? this.#shareElements(value) : this.#shareFields(value as Fields);
    this.#hash = hash;
    return hash === alone ? value : (this.#find(value, hash) as T);
  }

  /** Shares the parts of an object that is not worth to be shared itself. */
  shareParts(value: object): void {
    if (Array.isArray(value)) this.#shareElements(value);
    else this.#shareFields(value as Fields);
  }

  #find(value: object, hash: number): object {
    const objects = this.#objects;
    const hashes = this.#hashes;
    const first = hash & this.#mask & ~1;
    for (let at = first; at < first + 2; at++) {
      const known = objects[at];
      if (known === undefined || hashes[at] !== hash || (known !== value && !hasEqualParts(known, value)))
        continue;
      if (at > first) this.#bringForward(first, hash, known);
      return known;
    }
    this.#bringForward(first, hash, value);
    return value;
  }

  /** What was first becomes second, and what was second and is not wanted is forgotten. */
  #bringForward(first: number, hash: number, value: object): void {
    this.#hashes[first + 1] = this.#hashes[first]!;
    this.#objects[first + 1] = this.#objects[first];
    this.#hashes[first] = hash;
    this.#objects[first] = value;
  }

  #shareElements(list: unknown[]): number {
    let hash = list.length + 1;
    for (let i = 0; i < list.length; i++) {
      const part = list[i];
      const shared = this.share(part);
      if (shared !== part) list[i] = shared;
      hash = hash === alone || this.#hash === alone ? alone : mix(hash, this.#hash);
    }
    return hash;
  }

  #shareFields(fields: Fields): number {
    let hash = 0;
    for (const name in fields) {
      const part = fields[name];
      const shared = this.share(part);
      if (shared !== part) fields[name] = shared;
      hash = hash === alone || this.#hash === alone ? alone : mix(mix(hash, hashOfText(name)), this.#hash);
    }
    return hash;
  }
}

function hashOfPrimitive(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return hashOfText(value);
    case 'number':
      return (value | 0) & 0x3fffffff;
    case 'boolean':
      return value ? 3 : 2;
    default:
      return value === null ? 1 : 0;
  }
}

/** Whether two objects whose parts are shared are equal. */
function hasEqualParts(a: object, b: object): boolean {
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  }
  if (Array.isArray(b)) return false;
  let names = 0;
  for (const name in a) {
    const part = (a as Fields)[name];
    if (part !== (b as Fields)[name] || (part === undefined && !(name in b))) return false;
    names++;
  }
  for (const _ in b) names--;
  return names === 0;
}
