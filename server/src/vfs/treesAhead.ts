/**
 * Item trees made ahead of their use.
 *
 * An analysis of which nothing is remembered begins with lowering the files of std and of all libraries. That needs
 * nothing of the analysis, so a thread of its own (`treesAheadThread.ts`) goes through them in the order in which they
 * will be asked for, and sends each tree as the text that a store of item trees keeps. Which texts the two have taken on
 * is told in memory that they share, so that hardly one is lowered twice: who is asked for a tree that the other is just
 * making waits for it. What comes out is the same with or without the thread, and where it fails.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { threadFile } from '../base/threadFile.ts';
import type { CrateId } from '../hir/defs.ts';
import type { CrateData, CrateGraph } from '../project/crateGraph.ts';
import type { ItemTreeStore } from './itemTreeStore.ts';
import type { Vfs } from './vfs.ts';

/** A crate whose files are gone through, as far as `mod` leads from its root. */
export interface CrateAhead {
  readonly root: string;
  readonly cfg: readonly string[];
}

export interface TreesAheadData {
  /** Dependencies before dependents. */
  readonly crates: readonly CrateAhead[];
  /** See {@link Claims}. */
  readonly claims: SharedArrayBuffer;
  readonly results: MessagePort;
}

export interface TreeAhead {
  readonly key: string;
  readonly text: string;
}

const slots = 1 << 16;
const [free, making, made, taken] = [0, 1, 2, 3];

/**
 * Who makes the tree of which text, by the key of the text: a place for each, which two texts may share by chance. Then
 * one of them is made by who asks for it.
 */
export class Claims {
  readonly buffer: SharedArrayBuffer;
  readonly #states: Int32Array;

  constructor(buffer = new SharedArrayBuffer(4 * slots)) {
    this.buffer = buffer;
    this.#states = new Int32Array(buffer);
  }

  /** For the thread: whether it is the first to come for that text. */
  begin(key: string): boolean {
    return Atomics.compareExchange(this.#states, slotOf(key), free!, making!) === free;
  }

  /** For the thread: it has sent what it began. */
  end(key: string): void {
    Atomics.store(this.#states, slotOf(key), made!);
    Atomics.notify(this.#states, slotOf(key));
  }

  /** For who asks: whether the thread has sent that tree. Waits, at most that many milliseconds, if it is making it. */
  isMade(key: string, patience: number): boolean {
    const slot = slotOf(key);
    const before = Atomics.compareExchange(this.#states, slot, free!, taken!);
    if (before === making) Atomics.wait(this.#states, slot, making!, patience);
    return Atomics.load(this.#states, slot) === made;
  }
}

/** Keys end in hashes in base 36. */
function slotOf(key: string): number {
  let slot = 0;
  for (let i = 0; i < key.length; i++) slot = (Math.imul(slot, 31) + key.charCodeAt(i)) | 0;
  return (slot ^ (slot >>> 16)) & (slots - 1);
}

/** In milliseconds; the largest file takes a second or two. */
const patience = 10_000;

export class TreesAhead {
  readonly #claims = new Claims();
  readonly #results: MessagePort;
  readonly #worker: Worker;
  readonly #texts = new Map<string, string>();
  #isClosed = false;

  constructor(crates: readonly CrateAhead[]) {
    const { port1, port2 } = new MessageChannel();
    this.#results = port1;
    this.#worker = new Worker(threadFile('treesAheadThread'), {
      workerData: { crates, claims: this.#claims.buffer, results: port2 } satisfies TreesAheadData,
      transferList: [port2],
      execArgv: [],
      resourceLimits: { stackSizeMb: 64 },
    });
    // Nobody misses what it does not get done, and it does not keep the program from ending.
    this.#worker.on('error', () => undefined);
    this.#worker.unref();
    port1.unref();
  }

  /** The tree of the text with that key, as a store keeps it, if the thread makes it. To be asked once. */
  take(key: string): string | undefined {
    // What it was making then will not be made.
    if (this.#isClosed) return undefined;
    const isMade = this.#claims.isMade(key, patience);
    // What has come is taken out of the port in any case: messages are kept outside of the heap.
    for (let got = receiveMessageOnPort(this.#results); got; got = receiveMessageOnPort(this.#results)) {
      const { key: other, text } = got.message as TreeAhead;
      this.#texts.set(other, text);
    }
    if (!isMade) return undefined;
    const text = this.#texts.get(key);
    this.#texts.delete(key);
    return text;
  }

  /** Nothing more is asked for. */
  close(): void {
    this.#isClosed = true;
    void this.#worker.terminate();
    this.#results.close();
    this.#texts.clear();
  }
}

type Origin = CrateData['origin'];

/** Has the trees of those stores made ahead that have none yet: those of the crates given and of what they depend on. */
export function makeTreesAhead(
  vfs: Vfs,
  graph: CrateGraph,
  targets: Iterable<CrateId>,
  stores: Readonly<Partial<Record<Origin, ItemTreeStore>>>,
): TreesAhead | undefined {
  const crates = cratesAhead(vfs, graph, targets, (origin) => stores[origin]?.isEmpty ?? false);
  if (crates.length === 0) return undefined;
  const ahead = new TreesAhead(crates);
  for (const store of Object.values(stores)) store.setAhead(ahead);
  return ahead;
}

function cratesAhead(
  vfs: Vfs,
  { crates, sysroot }: CrateGraph,
  targets: Iterable<CrateId>,
  isWanted: (origin: Origin) => boolean,
): CrateAhead[] {
  const needed = new Set<CrateId>();
  const visit = (crate: CrateId) => {
    if (needed.has(crate)) return;
    needed.add(crate);
    for (const dependency of crates[crate]?.dependencies ?? []) visit(dependency.crate);
  };
  for (const crate of [...targets, sysroot.core, sysroot.alloc, sysroot.std]) {
    if (crate !== undefined) visit(crate);
  }
  return crates.flatMap(({ root, cfg, origin }, crate) =>
    needed.has(crate as CrateId) && isWanted(origin) ? [{ root: vfs.filePath(root), cfg: [...cfg] }] : [],
  );
}
