/**
 * What kind of thing a `MONO_ITEM` line is, judged from the line alone.
 *
 * Four kinds:
 * - `user`: the definition (function, method, closure, static, global asm) is in a crate that is not part of std;
 * - `dropGlue`: `std::ptr::drop_in_place::<T> - shim(…)`, where the program itself could write `T`;
 * - `shim`: any other ` - shim…` (a vtable or `FnOnce` adapter, a clone shim, …) of which the same holds;
 * - `std`: everything else: functions of std, and glue and shims of types that are std's own business.
 *
 * The first three are what a program means; they follow from the program, from the signatures and the field
 * structure of std's public types, and from the language. The fourth follows from how std's bodies happen to be
 * written today. Glue or a shim is std's own business when its line mentions something that a program on stable Rust
 * cannot name: a path that is not reachable through `std::` (rustc prints those as `alloc::raw_vec::RawVec`,
 * `core::…`, `hashbrown::…`, or `std::rc::RcInner` for a private type of a public module), an unstable item
 * (`std::alloc::Global` as an explicit argument), or a closure or function item of std. `stdPaths.json` lists the
 * paths that can be named.
 *
 * Whether a trait method that is printed as `<T as Trait>::m` is the program's or std's is not always visible in the
 * line, because rustc prints a provided method of `Iterator` and a method of the program's impl of `Iterator` alike.
 * A caller that knows the program's own impls passes them as `Ownership`; without it the orphan rules decide, and a
 * table of provided methods and blanket impls of std's traits.
 */
import { readFileSync } from 'node:fs';

export type ItemKind = 'user' | 'dropGlue' | 'shim' | 'std';

/** What a caller may know about the program beyond the printed line. */
export interface Ownership {
  /**
   * Methods that impls of the program define, as `Trait::method for Type`, with the last path segments of the trait and
   * of the type's head; `*` for a type that has no such name.
   */
  readonly traitMethods?: ReadonlySet<string>;
  /** Crates of the program that share a name with a private dependency of std (say `hashbrown`). */
  readonly userCrates?: ReadonlySet<string>;
}

/** The crates that a toolchain's std is made of, by the names that can begin a printed path. */
const STD_CRATES: ReadonlySet<string> = new Set([
  'std',
  'core',
  'alloc',
  'proc_macro',
  'std_detect',
  'compiler_builtins',
  'panic_unwind',
  'panic_abort',
  'unwind',
  'hashbrown',
  'addr2line',
  'gimli',
  'object',
  'miniz_oxide',
  'adler2',
  'rustc_demangle',
  'rustc_std_workspace_core',
  'rustc_std_workspace_alloc',
  'rustc_std_workspace_std',
]);

/**
 * The test harness is a crate named `test`, and so is many a module: only its entry points are told apart. They print by
 * where the generated code makes them visible, as `tests::test::assert_test_result`.
 */
const TEST_HARNESS =
  /^(?:\w+::)*test::(?:test_main\w*|assert_test_result|run_tests\w*|types::|ShouldPanic|StaticTestFn)/;

const PRIMITIVES: ReadonlySet<string> = new Set(
  'bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f16 f32 f64 f128'.split(' '),
);

/** Std traits with an impl for every type that qualifies: a program cannot write most of their impls. */
const BLANKET_TRAITS: ReadonlySet<string> = new Set([
  'Any',
  'Into',
  'TryInto',
  'ToString',
  'ToOwned',
  'CloneToUninit',
  'SpecToString',
  'Pattern',
]);

/** Std traits with an impl of `Trait<T>` for every `T`. */
const REFLEXIVE_TRAITS: ReadonlySet<string> = new Set(['From', 'Borrow', 'BorrowMut']);

/** Std traits with an impl for every type that implements another trait: a program may have impls beside it. */
const ITSELF_TRAITS: ReadonlySet<string> = new Set(['IntoIterator', 'IntoFuture']);

/** Std traits that have an impl for `&T`, `&mut T` or `Box<T>` whatever `T` is, so that a program has none. */
const REF_BLANKET_TRAITS: ReadonlySet<string> = new Set(
  (
    'Debug Display Pointer Binary Octal LowerHex UpperHex LowerExp UpperExp Clone Copy PartialEq Eq PartialOrd Ord ' +
    'Hash Iterator DoubleEndedIterator ExactSizeIterator FusedIterator Fn FnMut FnOnce Deref DerefMut Drop Borrow ' +
    'BorrowMut AsRef AsMut Read Write BufRead Seek Hasher BuildHasher Error Future ToSocketAddrs'
  ).split(' '),
);

/** Provided methods of std's traits: std's own unless `Ownership` says that the program overrides them. */
const PROVIDED_METHODS: Readonly<Record<string, ReadonlySet<string>>> = table({
  Iterator:
    'next_chunk size_hint count last advance_by nth step_by chain zip intersperse intersperse_with map for_each filter ' +
    'filter_map enumerate peekable skip_while take_while map_while skip take scan flat_map flatten map_windows fuse ' +
    'inspect by_ref collect try_collect collect_into partition is_partitioned try_fold try_for_each fold reduce ' +
    'try_reduce all any find find_map try_find position rposition max min max_by_key max_by min_by_key min_by rev unzip ' +
    'copied cloned cycle array_chunks sum product cmp cmp_by partial_cmp partial_cmp_by eq eq_by ne lt le gt ge ' +
    'is_sorted is_sorted_by is_sorted_by_key __iterator_get_unchecked',
  DoubleEndedIterator: 'advance_back_by nth_back try_rfold rfold rfind',
  ExactSizeIterator: 'len is_empty',
  PartialEq: 'ne',
  PartialOrd: 'lt le gt ge __chaining_lt __chaining_le __chaining_gt __chaining_ge',
  Ord: 'max min clamp',
  Clone: 'clone_from',
  Hash: 'hash_slice',
  Hasher:
    'write_u8 write_u16 write_u32 write_u64 write_u128 write_usize write_i8 write_i16 write_i32 write_i64 write_i128 ' +
    'write_isize write_length_prefix write_str',
  BuildHasher: 'hash_one',
  Write:
    'write_char write_fmt write_vectored is_write_vectored write_all write_all_vectored by_ref write_buf',
  Read: 'read_vectored is_read_vectored read_to_end read_to_string read_exact read_buf read_buf_exact by_ref bytes chain take',
  BufRead: 'has_data_left read_until skip_until read_line split lines',
  Seek: 'rewind stream_len stream_position seek_relative',
  Error: 'source type_id description cause provide',
  Extend: 'extend_one extend_reserve extend_one_unchecked',
});

function table(rows: Record<string, string>): Record<string, ReadonlySet<string>> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, methods]) => [name, new Set(methods.split(' '))]),
  );
}

let nameable: ReadonlySet<string> | undefined;

function nameablePaths(): ReadonlySet<string> {
  nameable ??= new Set(
    JSON.parse(readFileSync(new URL('stdPaths.json', import.meta.url), 'utf8')) as string[],
  );
  return nameable;
}

let names: ReadonlySet<string> | undefined;

/** The last segments of the paths that can be named. */
function nameableNames(): ReadonlySet<string> {
  names ??= new Set([...nameablePaths()].map(lastSegment));
  return names;
}

/** A `MONO_ITEM` line without its prefix and its codegen units. */
export function itemOf(line: string): string {
  const text = line.replace(/^MONO_ITEM /, '');
  const at = text.indexOf(' @@ ');
  return (at < 0 ? text : text.slice(0, at)).trimEnd();
}

export function classify(line: string, own: Ownership = {}): ItemKind {
  const item = itemOf(line);
  if (item.startsWith('global_asm')) return 'user';
  const shim = item.indexOf(' - shim');
  if (shim >= 0) {
    if (mentionsStdInternals(item, own)) return 'std';
    return item.startsWith('fn std::ptr::drop_in_place::<') ? 'dropGlue' : 'shim';
  }
  const path = item.replace(/^(?:fn|static) /, '');
  return isUserPath(path, own) ? 'user' : 'std';
}

/** Is the definition that `path` names in a crate of the program? */
function isUserPath(path: string, own: Ownership): boolean {
  // An impl that is neither in its trait's nor in its type's module is named by its own module: `m::<impl A for B>::f`,
  // without `m::` at the root of the crate.
  if (!path.startsWith('<') || path.startsWith('<impl ')) return !isStdHead(path, own);
  const end = matchingAngle(path, 0);
  const inside = path.slice(1, end);
  const rest = path.slice(end + 1);
  const as = topLevelAs(inside);
  if (as < 0) return headIsUser(inside, own);
  const self = inside.slice(0, as);
  const trait = inside.slice(as + 4);
  // What is nested in a method (a closure, an inner function) belongs where the method belongs.
  const method = /^::(\w+)/.exec(rest)?.[1] ?? '';
  if (!isStdHead(trait, own)) return true;
  // A trait that cannot be named cannot be implemented either.
  if (!isNameableTrait(trait)) return false;
  const traitName = lastSegment(trait);
  if (REFLEXIVE_TRAITS.has(traitName) && trait.endsWith(`<${self}>`)) return false;
  if (!implMayBeUser(self, trait, traitName, own)) return false;
  if (own.traitMethods) {
    const name = `${traitName}::${method}`;
    const head = lastSegment(peelFundamental(self).core.replace(/^dyn /, ''));
    if (own.traitMethods.has(`${name} for ${head}`) || own.traitMethods.has(`${name} for *`)) return true;
  }
  if (BLANKET_TRAITS.has(traitName) || PROVIDED_METHODS[traitName]?.has(method)) return false;
  return !(own.traitMethods && ITSELF_TRAITS.has(traitName));
}

/** Demangled symbols have the path of the definition (`core::ops::arith::Add`), mono items the visible one. */
function isNameableTrait(trait: string): boolean {
  const path = trait.replace(/<.*$/s, '');
  if (nameablePaths().has(path)) return true;
  return !path.startsWith('std::') && nameableNames().has(lastSegment(path));
}

/** The orphan rules, for a std trait: the self type or one of the trait's arguments has to be the program's own. */
function implMayBeUser(self: string, trait: string, traitName: string, own: Ownership): boolean {
  const { core: selfCore, wrapped } = peelFundamental(self);
  if (headIsUser(selfCore, own)) return !wrapped || !REF_BLANKET_TRAITS.has(traitName);
  // `impl From<Mine> for u64`; but `<Vec<Mine> as FromIterator<Mine>>` is std's own impl for `Vec<T>`.
  if (mentionsUserType(selfCore, own)) return false;
  const open = trait.indexOf('<');
  if (open < 0) return false;
  return splitArguments(trait.slice(open + 1, -1)).some((argument) =>
    headIsUser(peelFundamental(argument).core, own),
  );
}

function peelFundamental(type: string): { core: string; wrapped: boolean } {
  let core = type.trim();
  let wrapped = false;
  for (;;) {
    const peeled =
      /^&(?:'\w+ )?(?:mut )?(.*)$/s.exec(core)?.[1] ??
      /^std::(?:boxed::Box|pin::Pin)<(.*)>$/s.exec(core)?.[1];
    if (peeled === undefined) return { core, wrapped };
    core = peeled;
    wrapped = true;
  }
}

/** Is the outermost type constructor of a printed type one that the program defines? */
function headIsUser(type: string, own: Ownership): boolean {
  const text = type.replace(/^dyn /, '').trim();
  const head = /^[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*/.exec(text)?.[0];
  if (head === undefined || PRIMITIVES.has(head)) return false;
  if (/^(?:fn|for|unsafe|extern|impl)\b/.test(text)) return false;
  return !isStdHead(head, own);
}

function mentionsUserType(type: string, own: Ownership): boolean {
  return pathsIn(type).some((path) => headIsUser(path, own)) || type.includes('{closure@');
}

function isStdHead(path: string, own: Ownership): boolean {
  const head = /^\w+/.exec(path)?.[0] ?? '';
  if (own.userCrates?.has(head)) return false;
  if (PRIMITIVES.has(head)) return true;
  return STD_CRATES.has(head) || TEST_HARNESS.test(path);
}

/** Does a shim adapt a function or a closure of the program (`<fn(i32) -> i32 {double} as FnOnce<…>>::call_once`)? */
export function adaptsProgram(line: string, own: Ownership = {}): boolean {
  const item = itemOf(line).replace(/^fn /, '');
  const callee = /^<[^{}]*\{([^{}]*)\} as std::ops::Fn/.exec(item)?.[1];
  if (callee === undefined) return isUserPath(item, own);
  return /^(?:closure|coroutine|async \w+)@.*?\.rs:\d/.test(callee) || isUserPath(callee, own);
}

/** Does a printed glue or shim mention something of std that a program cannot name? */
function mentionsStdInternals(item: string, own: Ownership): boolean {
  // A type of a function body, as `<std::vec::Vec<T> as std::ops::Drop>::drop::Guard<'_>`.
  for (const match of item.matchAll(/>::[a-z_]\w*::[A-Z]/g)) {
    const open = matchingOpenAngle(item, match.index);
    if (open >= 0 && !isUserPath(item.slice(open), own)) return true;
  }
  const known = nameablePaths();
  for (const path of pathsIn(item)) {
    if (path.startsWith('{closure@')) {
      if (isStdHead(path.slice('{closure@'.length), own)) return true;
      continue;
    }
    if (!isStdHead(path, own) || PRIMITIVES.has(path)) continue;
    if (!known.has(path) && !isMemberOfNameable(path)) return true;
  }
  return false;
}

/** A method or variant is reached through its type or trait; what is nested in a function is not reached at all. */
function isMemberOfNameable(path: string): boolean {
  const owner = path.slice(0, path.lastIndexOf('::'));
  return nameablePaths().has(owner) && /^[A-Z]/.test(lastSegment(owner));
}

/** Every plain path in a printed item, and the beginning of every closure whose path is printed (std's own). */
function pathsIn(text: string): string[] {
  const paths: string[] = [];
  for (const match of text.matchAll(/\{closure@(?:\w+::)*\w+|[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*/g)) {
    const path = match[0];
    if (path.startsWith('{closure@')) {
      // `{closure@src/lib.rs:5:1: 5:9}` is a closure with a source position, hence of a crate that has its sources.
      const after = text[match.index + path.length];
      if (after === ':' || after === '<') paths.push(path);
      continue;
    }
    // The name of an associated type (`<T as Trait>::Owned`, `dyn Iterator<Item = u8>`) is no path of its own.
    if (text.startsWith('::', match.index - 2) || text.startsWith(' = ', match.index + path.length)) continue;
    if (path.includes('::')) paths.push(path);
    else if (!PRIMITIVES.has(path) && /^[A-Z]/.test(path)) paths.push(path);
  }
  return paths;
}

function lastSegment(path: string): string {
  const open = path.indexOf('<');
  const plain = open < 0 ? path : path.slice(0, open);
  return plain.slice(plain.lastIndexOf('::') + 1).replace(/^:/, '');
}

/** The index of the `>` that closes the `<` at `open`; `->` closes nothing. */
function matchingAngle(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '<') depth++;
    else if (text[i] === '>' && text[i - 1] !== '-' && --depth === 0) return i;
  }
  return text.length;
}

/** The index of the `<` that the `>` at `close` closes. */
function matchingOpenAngle(text: string, close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    if (text[i] === '>' && text[i - 1] !== '-') depth++;
    else if (text[i] === '<' && --depth === 0) return i;
  }
  return -1;
}

function topLevelAs(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '<' || c === '(' || c === '[' || c === '{') depth++;
    else if ((c === '>' && text[i - 1] !== '-') || c === ')' || c === ']' || c === '}') depth--;
    else if (depth === 0 && text.startsWith(' as ', i)) return i;
  }
  return -1;
}

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '<' || c === '(' || c === '[' || c === '{') depth++;
    else if ((c === '>' && text[i - 1] !== '-') || c === ')' || c === ']' || c === '}') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
