/**
 * Paths of the virtual file system: absolute, with `/` between components on every platform, no `.` and no `..`,
 * no slash at the end. Done here rather than with `node:path` so that the engine also runs in a browser worker.
 */

const drive = /^[a-zA-Z]:/;

/** The one spelling of an absolute path. */
export function normalizePath(path: string): string {
  const slashed = path.includes('\\') ? path.replaceAll('\\', '/') : path;
  // Hot: most paths are normal already.
  if (!/\/\.{0,2}(\/|$)/.test(slashed) && !drive.test(slashed)) return slashed;
  const root = drive.test(slashed)
    ? `${slashed.slice(0, 2).toLowerCase()}/`
    : slashed.startsWith('/')
      ? '/'
      : '';
  const kept: string[] = [];
  for (const component of slashed.slice(drive.test(slashed) ? 2 : 0).split('/')) {
    if (component === '' || component === '.') continue;
    if (component === '..' && kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (component !== '..' || root === '') kept.push(component);
  }
  return root + kept.join('/');
}

export function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || /^[a-zA-Z]:[\\/]/.test(path) || path.startsWith('\\\\');
}

/** `path` as seen from the directory `base`. */
export function joinPath(base: string, path: string): string {
  return normalizePath(isAbsolutePath(path) ? path : `${base}/${path}`);
}

/** The directory of a normalized path; the root is its own. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '';
  return slash === 0 || path[slash - 1] === ':' ? path.slice(0, slash + 1) : path.slice(0, slash);
}

/** The last component. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The last component without its last extension. */
export function fileStem(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** Whether `path` is `directory` or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  if (!path.startsWith(directory)) return false;
  return path.length === directory.length || directory.endsWith('/') || path[directory.length] === '/';
}

/** `path` relative to a directory that holds it; `path` itself otherwise. */
export function relativeTo(path: string, directory: string): string {
  if (!isWithin(path, directory)) return path;
  const rest = path.slice(directory.length);
  return rest.startsWith('/') ? rest.slice(1) : rest;
}
