/** A project of one crate root file, as `rustc file.rs` sees it, with other source files as its extern crates. */
import { attrString, findAttr } from '../hir/attrs.ts';
import type { CrateId } from '../hir/defs.ts';
import { lowerItems } from '../hir/lowerItems.ts';
import { parser } from '../syntax/parser.ts';
import { fileStem, normalizePath, parentPath } from '../vfs/path.ts';
import type { Vfs } from '../vfs/vfs.ts';
import type { CrateDependency, CrateType, Edition } from './crateGraph.ts';
import { CrateGraphBuilder } from './graphBuilder.ts';
import { type Profile, rustcProfile, withProfile } from './profile.ts';
import { type LoadedProject, ProjectError, type ProjectOptions } from './project.ts';
import { findSysroot } from './sysroot.ts';
import { targetCfg } from './targetCfg.ts';

export interface FileOptions extends ProjectOptions {
  /** Default: what the file says, else its name. */
  readonly crateName?: string | undefined;
  /** Default: what the file says, else `bin`. */
  readonly crateType?: CrateType | undefined;
  /** Default: 2015, as rustc's. */
  readonly edition?: Edition | undefined;
  /** `name` or `key="value"`. */
  readonly cfg?: readonly string[];
  readonly isTest?: boolean;
  /** Default: that of `rustc` without flags. */
  readonly profile?: Profile | undefined;
  /** Crates that the file may use; each may use those before it. */
  readonly externs?: readonly ExternFile[];
}

export interface ExternFile {
  readonly name: string;
  readonly path: string;
  readonly edition?: Edition | undefined;
  readonly cfg?: readonly string[];
  /** Default: the file's. */
  readonly profile?: Profile | undefined;
  /** Only other externs use it: the file itself cannot name it. */
  readonly isIndirect?: boolean;
}

/** Loads a crate from its root file. Throws a {@link ProjectError} if there is none. */
export function loadFile(vfs: Vfs, path: string, options: FileOptions): LoadedProject {
  const root = normalizePath(path);
  const text = readRoot(vfs, root);
  const sysroot = findSysroot(vfs.host, parentPath(root), options);
  const target = options.target ?? sysroot.hostTarget;
  const builder = new CrateGraphBuilder(vfs);
  builder.addSysroot(sysroot, target);
  const common = [...targetCfg(target)];
  const profile = options.profile ?? rustcProfile({ optLevel: options.release ? 3 : 0 });

  const externs: CrateDependency[] = [];
  const indirect = new Set<CrateId>();
  for (const extern of options.externs ?? []) {
    const externRoot = normalizePath(extern.path);
    const externCfg = new Set([...common, ...(extern.cfg ?? [])]);
    const externProfile = extern.profile ?? profile;
    const declared = declaredCrate(readRoot(vfs, externRoot), withProfile(externCfg, externProfile));
    const crate = builder.add({
      root: externRoot,
      name: extern.name,
      edition: extern.edition ?? options.edition ?? '2015',
      crateType: declared.crateType === 'proc-macro' ? 'proc-macro' : 'lib',
      profile: externProfile,
      cfg: externCfg,
      dependencies: [...externs],
      origin: 'library',
    });
    externs.push({ crate, name: extern.name, inPrelude: true });
    if (extern.isIndirect) indirect.add(crate);
  }

  const isTest = options.isTest ?? false;
  const cfg = new Set([...common, ...(options.cfg ?? []), ...(isTest ? ['test'] : [])]);
  const declared = declaredCrate(text, withProfile(cfg, profile));
  const name = (options.crateName ?? declared.name ?? fileStem(root)).replaceAll('-', '_');
  const crateType = options.crateType ?? declared.crateType ?? 'bin';
  const crate: CrateId = builder.add({
    root,
    name,
    edition: options.edition ?? '2015',
    crateType,
    isTest,
    profile,
    cfg,
    dependencies: externs.map((dep) => (indirect.has(dep.crate) ? { ...dep, inPrelude: false } : dep)),
    origin: 'local',
  });
  return {
    graph: builder.build(),
    targets: [
      {
        crate,
        package: undefined,
        name,
        kind: isTest ? 'test' : crateType === 'bin' ? 'bin' : 'lib',
        root,
        isTest,
      },
    ],
    sysroot,
    target,
    libraryRoots: sysroot.directories,
    manifests: [],
    problems: [],
  };
}

function readRoot(vfs: Vfs, path: string): string {
  const text = vfs.text(vfs.fileId(path));
  if (text === undefined) throw new ProjectError(`cannot read ${path}: no such file`);
  return text;
}

const crateTypes: readonly string[] = ['bin', 'lib', 'rlib', 'dylib', 'cdylib', 'staticlib', 'proc-macro'];

/** What `#![crate_name]` and `#![crate_type]` say. */
function declaredCrate(
  text: string,
  cfg: ReadonlySet<string>,
): { readonly name: string | undefined; readonly crateType: CrateType | undefined } {
  const { attrs } = lowerItems(parser().parse(text, { elideBodies: true }), 0).tree;
  const crateType = attrString(findAttr(attrs, cfg, 'crate_type'));
  return {
    name: attrString(findAttr(attrs, cfg, 'crate_name')),
    crateType:
      crateType !== undefined && crateTypes.includes(crateType) ? (crateType as CrateType) : undefined,
  };
}
