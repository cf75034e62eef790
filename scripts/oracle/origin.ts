/**
 * Which drop glue and shims a program asks for itself, and which only std's function bodies ask for.
 *
 * rustc prints mono items without the uses between them. The uses are in the LLVM IR that it writes for the same
 * compilation before LLVM optimises it: a function names the functions that it calls and the vtables that it makes, and with v0
 * symbols the comment above each definition tells which instance it is. So we walk from the program's own functions
 * through glue and shims (and through the functions of std whose whole business is dropping), but through no other
 * function of std; what is met is the program's.
 */
import { classify, itemOf, type Ownership } from './classify.ts';

interface Definition {
  /** The demangled instance, as the comment has it: `core::ptr::drop_in_place::<alloc::string::String>`. */
  readonly instance: string;
  readonly uses: ReadonlySet<string>;
}

const SYMBOL = /@(?:"((?:[^"\\]|\\.)*)"|([\w.$]+))/g;

function symbolsIn(text: string): Set<string> {
  const symbols = new Set<string>();
  for (const match of text.matchAll(SYMBOL)) symbols.add(match[1] ?? match[2] ?? '');
  return symbols;
}

function parseIr(ir: string): { functions: Map<string, Definition>; globals: Map<string, Set<string>> } {
  const functions = new Map<string, Definition>();
  const globals = new Map<string, Set<string>>();
  const rows = ir.split('\n');
  let comment = '';
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? '';
    if (row.startsWith('; ') && !row.startsWith('; Function Attrs')) comment = row.slice(2);
    else if (row.startsWith('define ')) {
      const name = [...symbolsIn(row)][0] ?? '';
      const start = i + 1;
      while (i < rows.length && rows[i] !== '}') i++;
      functions.set(name, { instance: comment, uses: symbolsIn(rows.slice(start, i).join('\n')) });
      comment = '';
    } else if (row.startsWith('@')) {
      const [name, ...uses] = symbolsIn(row);
      if (name !== undefined) globals.set(name, new Set(uses));
    }
  }
  return { functions, globals };
}

/** The functions of std that do nothing but drop what they are given. */
const DROPS = new RegExp(
  [
    '^core::mem::drop::<',
    ' as core::ops::drop::Drop>::drop$',
    '^<alloc::(?:rc::Rc|sync::Arc)<.*>>::drop_slow$',
    '^<core::mem::manually_drop::ManuallyDrop<.*>>::drop$',
    '>::(?:drop_in_place|assume_init_drop)$',
  ].join('|'),
);

const GLUE_OR_SHIM = /^core::ptr::drop_in_place::<|\{shim:|::(?:call_once|call_mut|call|clone)$/;

/** Keys (see `keyOf`) of the glue and shims that only bodies of std ask for. */
export function askedByStdOnly(ir: string, own: Ownership): ReadonlySet<string> {
  const { functions, globals } = parseIr(ir);
  const isShimLike = (instance: string) => GLUE_OR_SHIM.test(instance);
  const isProgram = (instance: string) =>
    instance !== '' && !isShimLike(instance) && classify(`MONO_ITEM fn ${instance}`, own) === 'user';
  const asked = new Set<string>();
  for (const { uses } of functions.values()) for (const name of uses) asked.add(name);
  for (const uses of globals.values()) for (const name of uses) asked.add(name);
  const seen = new Set<string>();
  const pending: string[] = [];
  for (const [name, { instance }] of functions) {
    // Glue that nothing names is a root of eager collection, or reached by a vtable's slot only (that of `dyn Trait`).
    if (isProgram(instance) || (isShimLike(instance) && !asked.has(name))) pending.push(name);
  }
  // A static of the program is a root as a function is: whatever data the program's crate exports by name.
  for (const name of globals.keys()) if (name.startsWith('_R') || /^[A-Z_]+$/.test(name)) pending.push(name);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const definition = functions.get(name);
    if (definition === undefined) {
      pending.push(...(globals.get(name) ?? []));
      continue;
    }
    const { instance, uses } = definition;
    if (isProgram(instance) || isShimLike(instance) || DROPS.test(instance)) pending.push(...uses);
  }
  const reached = new Set<string>();
  const ofStd = new Set<string>();
  for (const [name, { instance }] of functions) {
    if (!isShimLike(instance)) continue;
    if (seen.has(name)) reached.add(keyOf(instance));
    else ofStd.add(keyOf(instance));
  }
  return new Set([...ofStd].filter((key) => !reached.has(key)));
}

/**
 * One text for an instance, whether printed as a mono item or demangled from a symbol: the two differ in the paths'
 * prefixes, in how function items and `Fn()` sugar look, and in lifetimes.
 */
export function keyOf(text: string): string {
  return itemOf(text)
    .replace(/^fn /, '')
    .replace(/ - shim.*$/, '')
    .replace(/ ?\{shim:.*$/, '')
    .replace(/(?:for<[^>]*> )?(?:unsafe )?(?:extern "\w+" )?fn\([^{}]*\{([^{}]*)\}/g, '$1')
    .replace(/(Fn|FnMut|FnOnce)\(([^()]*)\)(?: -> ([^<>(),]+|\([^()]*\)))?/g, (_, trait, args, output) =>
      output === undefined
        ? `${trait}<(${args}${args === '' ? '' : ','}), Output = ()>`
        : `${trait}<(${args}${args === '' ? '' : ','}), Output = ${output}>`,
    )
    .replace(/for<[^>]*> /g, '')
    .replace(/::</g, '<')
    .replace(/\b(\d+)(?:[iu](?:8|16|32|64|128|size))\b/g, '$1')
    .replace(/<'\w+>/g, '')
    .replace(/'\w+(?:, | \+ | )?/g, '')
    .replace(/(?<![>\w:])(?:[a-z_]\w*::)+/g, '')
    .replace(/,\)/g, ')')
    .replace(/\s+/g, ' ')
    .trim();
}
