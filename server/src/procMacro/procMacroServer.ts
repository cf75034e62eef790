/**
 * Runs compiled procedural macros, in the server that every toolchain brings along for rust-analyzer
 * (`libexec/rust-analyzer-proc-macro-srv`). It loads the dynamic libraries that cargo has built and answers requests in
 * JSON, a line each (rust-analyzer's `proc_macro_api::legacy_protocol`).
 *
 * Macros are programs of the workspace: this is only for workspaces that are trusted. They run in the server's process,
 * so one that crashes or does not end takes no one with it; it is not tried again on the same input.
 */
import { statSync } from 'node:fs';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { contentHash } from '../base/contentHash.ts';
import { threadFile } from '../base/threadFile.ts';
import type { ProcMacroExpander, ProcMacroRequest, ProcMacroResult } from '../hir/macros/proc/expander.ts';
import { decodeTokens, encodeTokens, type FlatTree } from './flatTree.ts';
import { SpanTable } from './spanTable.ts';

/** What the thread is started with. */
export interface ServerThreadData {
  readonly program: string;
  /** Holds the number of the last reply. */
  readonly signal: SharedArrayBuffer;
  readonly replies: MessagePort;
}

interface ServerThread {
  readonly worker: Worker;
  readonly flag: Int32Array;
  readonly replies: MessagePort;
}

export interface ServerRequest {
  readonly id: number;
  /** One request; undefined to only restart. */
  readonly lines: string | undefined;
  /** End the process first. */
  readonly restart: boolean;
}

export type ServerReply =
  | { readonly id: number; readonly line: string }
  | { readonly id: number; readonly error: string };

/** Macros that take longer are given up. */
const timeLimit = 10_000;

/** Versions of the protocol whose trees `flatTree.ts` knows. */
const supportedVersions = [5, 6];

/** Answers of earlier runs, as lines of JSON. A macro is taken to be a function of its input. */
export interface MacroAnswers {
  get(key: string): string | undefined;
  set(key: string, line: string): void;
}

interface ServerOptions {
  /** In milliseconds. */
  readonly limit?: number;
  readonly answers?: MacroAnswers | undefined;
}

type Answer = Readonly<Record<string, unknown>>;

interface Expanded {
  readonly Ok?: { readonly tree: FlatTree; readonly span_data_table: readonly number[] };
  readonly Err?: unknown;
}

export class ProcMacroServer implements ProcMacroExpander {
  readonly #program: string;
  readonly #limit: number;
  readonly #answers: MacroAnswers | undefined;
  #thread: ServerThread | undefined;
  #lastId = 0;
  /** Why the server is of no use. */
  #failure: string | undefined;
  #ready = false;
  /** Requests at which it crashed or was given up. */
  readonly #fatal = new Set<string>();

  constructor(program: string, { limit = timeLimit, answers }: ServerOptions = {}) {
    this.#program = program;
    this.#limit = limit;
    this.#answers = answers;
  }

  expand({ library, name, input, args, sites, env }: ProcMacroRequest): ProcMacroResult {
    const spans = new SpanTable(sites);
    const request = {
      ExpandMacro: {
        lib: library,
        env: [...env],
        current_dir: env.get('CARGO_MANIFEST_DIR') ?? null,
        macro_body: encodeTokens(input, spans),
        macro_name: name,
        attributes: args ? encodeTokens(args, spans) : null,
        has_global_spans: {
          serialize: true,
          def_site: spans.sites.def,
          call_site: spans.sites.call,
          mixed_site: spans.sites.mixed,
        },
        // After the trees, whose spans are added to it.
        span_data_table: spans.rows,
      },
    };
    const answer = this.#remembered(library, JSON.stringify(request));
    if (typeof answer === 'string') return { kind: 'Error', message: answer };
    const result = expanded(answer);
    if (result?.Ok === undefined)
      return { kind: 'Error', message: `the macro panicked: ${messageOf(result?.Err ?? answer)}` };
    try {
      const { tree, span_data_table: rows } = result.Ok;
      return { kind: 'Tokens', tokens: decodeTokens(tree, spans, rows) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { kind: 'Error', message: `the server's answer is not understood: ${error.message}` };
    }
  }

  /** Ends the process and the thread. */
  close(): void {
    if (!this.#thread) return;
    this.#thread.worker.postMessage({ id: 0, lines: undefined, restart: true } satisfies ServerRequest);
    void this.#thread.worker.terminate();
    this.#thread = undefined;
  }

  /** What it answered to the same request when the library was the same, or what it answers now. */
  #remembered(library: string, request: string): Answer | string {
    const stat = this.#answers && statSync(library, { throwIfNoEntry: false });
    if (!this.#answers || !stat) return this.#ask(request);
    const key = `${contentHash(request)}.${stat.size}.${stat.mtimeMs}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return parsed(known);
    const answer = this.#ask(request);
    if (typeof answer !== 'string' && expanded(answer)?.Ok !== undefined)
      this.#answers.set(key, JSON.stringify(answer));
    return answer;
  }

  /** Its answer, or why there is none. */
  #ask(line: string): Answer | string {
    if (this.#failure !== undefined) return this.#failure;
    if (!this.#ready) {
      this.#failure = this.#handshake();
      if (this.#failure !== undefined) return this.#failure;
      this.#ready = true;
    }
    if (this.#fatal.has(line)) return 'the macro does not end or crashes';
    const answer = this.#send(line);
    if (typeof answer !== 'string') return answer;
    this.#fatal.add(line);
    this.#ready = false;
    return answer;
  }

  #handshake(): string | undefined {
    const version = this.#send(JSON.stringify({ ApiVersionCheck: {} }));
    if (typeof version === 'string') return version;
    if (!supportedVersions.includes(version.ApiVersionCheck as number))
      return `the toolchain's procedural macro server speaks version ${version.ApiVersionCheck} of its protocol`;
    const config = this.#send(JSON.stringify({ SetConfig: { span_mode: 'RustAnalyzer' } }));
    return typeof config === 'string' ? config : undefined;
  }

  #send(line: string): Answer | string {
    const { worker, flag, replies } = (this.#thread ??= this.#startThread());
    const id = ++this.#lastId;
    worker.postMessage({ id, lines: line, restart: false } satisfies ServerRequest);
    const end = performance.now() + this.#limit;
    for (;;) {
      const before = Atomics.load(flag, 0);
      for (let received = receiveMessageOnPort(replies); received; received = receiveMessageOnPort(replies)) {
        const reply = received.message as ServerReply;
        if (reply.id !== id) continue; // of a request that was given up
        if ('error' in reply) return reply.error;
        return parsed(reply.line);
      }
      const left = end - performance.now();
      if (left <= 0) break;
      Atomics.wait(flag, 0, before, left);
    }
    worker.postMessage({ id, lines: undefined, restart: true } satisfies ServerRequest);
    return `no end after ${this.#limit / 1000} s`;
  }

  #startThread(): ServerThread {
    const signal = new SharedArrayBuffer(4);
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(threadFile('serverThread'), {
      workerData: { program: this.#program, signal, replies: port2 } satisfies ServerThreadData,
      transferList: [port2],
      execArgv: [],
    });
    // Neither keeps the program from ending.
    worker.unref();
    port1.unref();
    return { worker, flag: new Int32Array(signal), replies: port1 };
  }
}

/** A line of JSON, or what is wrong with it. */
function parsed(line: string): Answer | string {
  try {
    return JSON.parse(line) as Answer;
  } catch {
    return 'the procedural macro server answers in no JSON';
  }
}

function expanded(answer: Answer): Expanded | undefined {
  return answer.ExpandMacroExtended as Expanded | undefined;
}

function messageOf(error: unknown): string {
  return typeof error === 'string' ? error : JSON.stringify(error);
}
