/** Entries of a store in its file: a line `KEY<tab>VALUE` for each, a value being JSON. */

export function readEntries(text: string, from = 0): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    // A line without its end was being written when something went wrong.
    if (newline < 0) break;
    const tab = text.indexOf('\t', start);
    if (tab > start && tab < newline) entries.set(text.slice(start, tab), text.slice(tab + 1, newline));
    start = newline + 1;
  }
  return entries;
}

/** A value that was read, or what writes it. What cannot be written is left out. */
export type Entry = string | (() => string | undefined);

export function* entryLines(entries: ReadonlyMap<string, Entry>): Generator<string> {
  for (const [key, entry] of entries) {
    const value = typeof entry === 'string' ? entry : entry();
    if (value !== undefined) yield `${key}\t${value}\n`;
  }
}
