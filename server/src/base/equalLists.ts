/** Whether two lists have the same elements in the same order. */
export function equalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((element, i) => element === b[i]));
}
