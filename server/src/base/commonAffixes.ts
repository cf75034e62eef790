/** The one edit between two texts: what is left when their common beginning and end are taken off. */

export interface EditedRange {
  readonly start: number;
  /** In the old text, and in the new one. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

export function editedRange(before: string, after: string): EditedRange {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (n) => before.startsWith(after.slice(0, n)));
  const suffix = longest(
    shorter - start,
    (n) => before.slice(before.length - n) === after.slice(after.length - n),
  );
  return { start, oldEnd: before.length - suffix, newEnd: after.length - suffix };
}

/** The largest number up to `limit` that holds, where all smaller ones do: whole texts compare faster than letters. */
function longest(limit: number, holds: (n: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
