/** Offsets to lines and columns and back. All of them count UTF-16 code units, as JavaScript strings do. */

export interface LineColumn {
  /** 0-based. */
  readonly line: number;
  /** 0-based, in UTF-16 code units. */
  readonly character: number;
}

export class LineIndex {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.#starts.push(i + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  position(offset: number): LineColumn {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - this.#starts[low]! };
  }

  /** The column in characters (code points), as compilers count them. */
  column({ line, character }: LineColumn): number {
    const start = this.#starts[line] ?? this.text.length;
    let column = 0;
    for (const _ of this.text.slice(start, start + character)) column++;
    return column;
  }

  /** A place beyond the end of its line is the end of the line. */
  offset({ line, character }: LineColumn): number {
    const start = this.#starts[line];
    if (start === undefined) return this.text.length;
    const next = this.#starts[line + 1];
    const end = next === undefined ? this.text.length : next - 1;
    return Math.min(start + Math.max(0, character), end);
  }
}
