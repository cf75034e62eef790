/** Compares how large functions are: a definition of rustc's with the one of ours that prints the same. */
import type { DefinitionSize } from './rustcSizes.ts';

export interface SizeComparison {
  /** Definitions that rustc makes code of. */
  readonly rustc: number;
  /** Of those, how many ours makes code of, too, in the same size. */
  readonly alike: number;
  /** Both make code of these; the largest difference of all copies together comes first. */
  readonly differing: readonly { name: string; copies: number; rustc: number; ours: number }[];
}

export function compareSizes(
  rustc: readonly DefinitionSize[],
  ours: readonly DefinitionSize[],
): SizeComparison {
  const mine = byName(ours);
  const differing: { name: string; copies: number; rustc: number; ours: number }[] = [];
  let alike = 0;
  for (const [name, theirs] of byName(rustc)) {
    // Definitions may print alike, as impls for types that are all called `T` do.
    const rest = [...(mine.get(name) ?? [])];
    const unlike = theirs.filter(({ size_estimate: size }) => {
      const same = rest.findIndex((our) => our.size_estimate === size);
      if (same >= 0) rest.splice(same, 1);
      return same < 0;
    });
    alike += theirs.length - unlike.length;
    unlike.forEach((their, i) => {
      const our = rest[i];
      if (our === undefined) return;
      const copies = their.instantiation_count;
      differing.push({ name, copies, rustc: their.size_estimate, ours: our.size_estimate });
    });
  }
  const weight = (d: (typeof differing)[number]) => Math.abs(d.ours - d.rustc) * d.copies;
  return { rustc: rustc.length, alike, differing: differing.sort((a, b) => weight(b) - weight(a)) };
}

/** Those of one name from small to large. */
function byName(sizes: readonly DefinitionSize[]): Map<string, DefinitionSize[]> {
  const named = new Map<string, DefinitionSize[]>();
  for (const size of sizes.toSorted((a, b) => a.size_estimate - b.size_estimate)) {
    const alike = named.get(size.name);
    if (alike) alike.push(size);
    else named.set(size.name, [size]);
  }
  return named;
}
