/**
 * Where cargo has put the procedural macros that it compiled: dynamic libraries among the dependencies in the target
 * directory. Beside each is a file that says what it was made of, `libfoo-HASH.so: …/foo-1.2.3/src/lib.rs …`; by that it
 * is known which version of which package a library is.
 */
import type { Host } from '../../vfs/host.ts';
import { joinPath, normalizePath } from '../../vfs/path.ts';

const libraryName = /^(?:lib)?(\w+-[0-9a-f]{16})\.(?:so|dylib|dll)$/;

/**
 * Compiled macros by the root file of their crate. Of several (other features, another compiler) the youngest is taken.
 *
 * @param directories Those of the target directory with compiled dependencies, the likeliest first.
 * @param base What paths are relative to in a build of local packages.
 */
export function procMacroLibraries(
  host: Host,
  directories: readonly string[],
  base: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, { library: string; modified: number; directory: string }>();
  for (const directory of directories) {
    for (const { name } of host.readDirectory(directory) ?? []) {
      const stem = libraryName.exec(name)?.[1];
      if (stem === undefined) continue;
      const root = rootFile(host.readFile(`${directory}/${stem}.d`), base);
      if (root === undefined) continue;
      const library = `${directory}/${name}`;
      const modified = host.stamp?.(library)?.modified ?? 0;
      const known = found.get(root);
      if (known === undefined || (known.directory === directory && known.modified < modified))
        found.set(root, { library, modified, directory });
    }
  }
  return new Map([...found].map(([root, { library }]) => [root, library]));
}

/** The first source in a dependency file, which is the crate's root; a space in a path has a backslash before it. */
function rootFile(dependencies: string | undefined, base: string): string | undefined {
  const match = dependencies === undefined ? null : /^.*?: +((?:\\ |[^\s])+\.rs)(?:\s|$)/m.exec(dependencies);
  return match ? joinPath(base, normalizePath(match[1]!.replaceAll('\\ ', ' '))) : undefined;
}

const declaration = /#\s*\[[^\]]*\bproc_macro/;

/**
 * Whether the root of a proc-macro crate may declare macros by calling those of others: where no declaration is written
 * out, or one is what a call is made with (`askama_derive::make_derive_template! { #[proc_macro_derive(…)] … }`).
 */
export function mayDeclareByCalls(text: string): boolean {
  if (!declaration.test(text)) return true;
  return [...text.matchAll(/^(?!\s*\/\/).*!\s*[{(]/gm)].some(({ 0: { length }, index }) => {
    const attributes = /(?:\s|\/\/.*\n|#\s*\[[^\]]*\])*/y;
    attributes.lastIndex = index + length;
    return declaration.test(attributes.exec(text)![0]);
  });
}
