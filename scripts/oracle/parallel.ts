/** Runs `work` over `items`, at most `width` at a time, in order of the list. */
export async function inParallel<T>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) await work(items[i] as T);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}

const busy = new Map<string, Promise<unknown>>();

/** Waits until all earlier work under the same name is done. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = busy.get(name) ?? Promise.resolve();
  const now = before.catch(() => undefined).then(work);
  busy.set(name, now);
  return now;
}
