/** From where something may be seen, by the visibility that is written on it. */
import { type CrateId, crateRoot, type DefId, defCrate, internDef } from '../defs.ts';
import type { Visibility } from '../itemTree.ts';
import type { Path } from '../typeRef.ts';
import { isModuleWithin, parentModule, type Vis } from './scope.ts';

/** A written visibility, as seen from the module that it stands in. */
export function resolveVisibility(visibility: Visibility, module: DefId): Vis {
  switch (visibility.kind) {
    case 'Public':
      return 'Public';
    case 'Private':
      return module;
    case 'Restricted':
      return visibleWithin(defCrate(module), module, visibility.path);
  }
}

/** The module that the path of a restricted visibility names, seen from `module`; only ancestors can be named. */
function visibleWithin(krate: CrateId, module: DefId, path: Path): DefId {
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
