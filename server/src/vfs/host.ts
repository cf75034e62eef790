/**
 * The `Host`: where files come from. The engine never touches a disk; the `Vfs` and the project loader ask a host,
 * which is Node's file system, a map in memory (tests, a browser worker), or a layer over another host.
 *
 * All paths are normalized (`path.ts`). No method throws: what cannot be read is `undefined`.
 */

export interface DirectoryEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}

export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number;
}

export interface Host {
  readFile(path: string): string | undefined;
  /** A file that is no text; a host without such files has no such method. */
  readBytes?(path: string): Uint8Array | undefined;
  /** What tells that a file was written again without reading it; a host that does not know has no such method. */
  stamp?(path: string): FileStamp | undefined;
  readDirectory(path: string): readonly DirectoryEntry[] | undefined;
  /** What stands at the path, symbolic links followed. */
  kindOf(path: string): 'file' | 'directory' | undefined;
}
