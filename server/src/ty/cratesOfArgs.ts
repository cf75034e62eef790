/** Where the definitions come from that generic arguments are made of. */
import { type CrateId, defCrate } from '../hir/defs.ts';
import { anyArg } from './fold.ts';
import type { GenericArgs } from './types.ts';

const cratesIn = new Map<number, readonly CrateId[]>();

/** The crates whose definitions occur in the arguments. */
export function cratesOfArgs(args: GenericArgs): readonly CrateId[] {
  let found = cratesIn.get(args.id);
  if (!found) {
    const crates = new Set<CrateId>();
    anyArg(args, 0, (part) => {
      if ('def' in part) crates.add(defCrate(part.def));
      else if (part.kind === 'Dynamic') {
        if (part.principal) crates.add(defCrate(part.principal.def));
        for (const auto of part.autoTraits) crates.add(defCrate(auto));
      }
      return false;
    });
    found = [...crates];
    cratesIn.set(args.id, found);
  }
  return found;
}
