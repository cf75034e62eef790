/**
 * The names that the installed std exports.
 *
 * Where generics are shared, a program does not compile again what std has compiled for itself, `RawVec<u8>::grow_one`
 * say. Which instances these are is a matter of how std was built; they are the exported symbols of its shared
 * library, which comes with every toolchain. It is read as a file: the dynamic symbol table of an ELF object. Where
 * there is none, or one of another format, nothing is known to be shared.
 */
import type { Host } from '../vfs/host.ts';

/** std's shared library, in a toolchain's directory. */
export function sysrootLibrary(
  host: Host,
  toolchain: string | undefined,
  target: string,
): string | undefined {
  return libraryCalled(host, toolchain, target, /^libstd-\w+\.so$/);
}

function libraryCalled(
  host: Host,
  toolchain: string | undefined,
  target: string,
  pattern: RegExp,
): string | undefined {
  if (toolchain === undefined || !host.readBytes) return undefined;
  const directory = `${toolchain}/lib/rustlib/${target}/lib`;
  const library = (host.readDirectory(directory) ?? []).find(({ name }) => pattern.test(name));
  return library && `${directory}/${library.name}`;
}

/** Mangled names, of the toolchain in that directory. */
export function sysrootSymbols(host: Host, toolchain: string | undefined, target: string): readonly string[] {
  return symbolsIn(host, sysrootLibrary(host, toolchain, target), exportedSymbols);
}

/** Mangled names of the test harness, which comes as an archive. */
export function harnessSymbols(host: Host, toolchain: string | undefined, target: string): readonly string[] {
  return symbolsIn(host, libraryCalled(host, toolchain, target, /^libtest-\w+\.rlib$/), archiveSymbols);
}

function symbolsIn(
  host: Host,
  path: string | undefined,
  symbolsOf: (bytes: Uint8Array) => string[],
): readonly string[] {
  if (path === undefined) return [];
  const known = read.get(path);
  if (known) return known;
  const bytes = host.readBytes?.(path);
  const names = bytes ? symbolsOf(bytes).filter((name) => name.startsWith('_R')) : [];
  read.set(path, names);
  return names;
}

/** A toolchain's files have its build in their names: they do not change. */
const read = new Map<string, readonly string[]>();

const sectionOfDynamicSymbols = 11;
const sectionHeaderSize = 64;
const symbolSize = 24;

/** Defined symbols of a 64-bit little-endian ELF object's dynamic symbol table. */
export function exportedSymbols(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // The magic number, class and byte order.
    if (view.getUint32(0) !== 0x7f454c46 || bytes[4] !== 2 || bytes[5] !== 1) return [];
    const offset = (at: number): number => Number(view.getBigUint64(at, true));
    const sections = offset(0x28);
    const count = view.getUint16(0x3c, true);
    const header = (i: number): number => sections + i * sectionHeaderSize;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(header(i) + 4, true) !== sectionOfDynamicSymbols) continue;
      const strings = offset(header(view.getUint32(header(i) + 0x28, true)) + 0x18);
      const from = offset(header(i) + 0x18);
      const end = from + offset(header(i) + 0x20);
      const names: string[] = [];
      const decoder = new TextDecoder();
      for (let at = from; at + symbolSize <= end; at += symbolSize) {
        const section = view.getUint16(at + 6, true);
        if (section === 0) continue;
        const start = strings + view.getUint32(at, true);
        names.push(decoder.decode(bytes.subarray(start, bytes.indexOf(0, start))));
      }
      return names;
    }
    return [];
  } catch (error) {
    // A file that is cut short.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const archiveHeaderSize = 60;

/** The index that an archive in the format of GNU's `ar` begins with: how many symbols, where each is, their names. */
export function archiveSymbols(bytes: Uint8Array): string[] {
  const decoder = new TextDecoder();
  const text = (from: number, length: number) => decoder.decode(bytes.subarray(from, from + length));
  const magic = '!<arch>\n';
  if (text(0, magic.length) !== magic || text(magic.length, 16).trimEnd() !== '/') return [];
  const size = Number(text(magic.length + 48, 10));
  const from = magic.length + archiveHeaderSize;
  if (bytes.length < from + size || size < 4) return [];
  const count = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(from);
  const names = from + 4 + 4 * count;
  return text(names, from + size - names)
    .split('\0')
    .slice(0, count);
}
