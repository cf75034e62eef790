/** Which module `pub(in path)` means. */
import { type CrateId, crateRoot, type DefId, internDef } from '../defs.ts';
import type { Path } from '../typeRef.ts';
import { isModuleWithin, parentModule } from './scope.ts';

/** The module that the path of a restricted visibility names, seen from `module`; only ancestors can be named. */
export function visibleWithin(krate: CrateId, module: DefId, path: Path): DefId {
  const root = crateRoot(krate);
  let at: DefId;
  switch (path.kind) {
    case 'Self':
      at = module;
      break;
    case 'Super': {
      at = module;
      for (let i = 0; i < path.supers; i++) at = parentModule(at) ?? root;
      break;
    }
    default:
      at = root;
  }
  for (const { name } of path.segments) {
    at = internDef({ krate, parent: at, kind: 'Mod', name, disambiguator: 0 });
  }
  // For what is no ancestor, the module itself is the safe answer.
  return isModuleWithin(module, at) ? at : module;
}
