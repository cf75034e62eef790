/**
 * A language client for the protocol tests: it starts the built server as editors do, over standard streams, in a
 * temporary workspace, and records what the server sends of itself.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type FileChangeType,
  type GenericNotificationHandler,
  type GenericRequestHandler,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type {
  Configuration,
  InitializationOptions,
  Notifications,
  Requests,
  ServerStatus,
} from '../../src/lsp/protocol.ts';

export const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

export interface ClientOptions {
  readonly encodings?: string[];
  readonly configuration?: Configuration;
  readonly arguments?: readonly string[];
  readonly options?: InitializationOptions;
}

export class Client {
  readonly root: string;
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly statuses: ServerStatus[] = [];
  readonly analyses: Notifications['monolens/didChangeAnalysis'][] = [];
  readonly registrations: Registration[] = [];
  readonly progress: { kind: string; message?: string; token: unknown; cancellable?: boolean }[] = [];
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly log: string[] = [];
  refreshes = 0;
  configuration: Configuration;
  initialized!: InitializeResult;
  readonly exited: Promise<number | null>;

  readonly #texts = new Map<string, { version: number; text: string }>();
  readonly #waiting = new Set<() => void>();

  private constructor(files: Readonly<Record<string, string>>, options: ClientOptions) {
    assert.ok(existsSync(server), 'the server is not built: npm run build');
    // Without a toolchain in sight, so that the tests mean the same on every machine.
    this.configuration = { sysroot: { source: 'none' }, ...options.configuration };
    this.root = realpathSync(mkdtempSync(join(tmpdir(), 'monolens-lsp-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.process = spawn(process.execPath, [server, ...(options.arguments ?? ['--stdio'])], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.exited = new Promise((resolve) => this.process.on('exit', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    );
    this.#listen();
  }

  static async start(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<Client> {
    const client = new Client(files, options);
    const uri = pathToFileURL(client.root).href;
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'test' }],
      capabilities: {
        general: { positionEncodings: options.encodings ?? ['utf-16'] },
        window: { workDoneProgress: true },
        workspace: {
          codeLens: { refreshSupport: true },
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      // Whoever does not say otherwise waits for what is final.
      initializationOptions: { clientCommands: true, patience: 1e9, ...options.options },
    };
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, params);
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  #listen(): void {
    const { connection } = this;
    const on = <P>(method: string, handle: (params: P) => unknown) => {
      const handler = (params: P): unknown => {
        const result = handle(params) ?? null;
        for (const check of this.#waiting) check();
        return result;
      };
      connection.onRequest(method, handler as GenericRequestHandler<unknown, void>);
      connection.onNotification(method, handler as GenericNotificationHandler);
    };
    on('workspace/codeLens/refresh', () => void this.refreshes++);
    on('workspace/configuration', () => [this.configuration]);
    on('client/registerCapability', (params: { registrations: Registration[] }) => {
      this.registrations.push(...params.registrations);
    });
    on('window/workDoneProgress/create', () => null);
    on('$/progress', ({ token, value }: { token: unknown; value: Client['progress'][number] }) => {
      this.progress.push({ ...value, token });
    });
    on('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    on('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.diagnostics.set(params.uri, params);
    });
    on('monolens/didChangeStatus', (status: ServerStatus) => void this.statuses.push(status));
    on('monolens/didChangeAnalysis', (params: Notifications['monolens/didChangeAnalysis']) => {
      this.analyses.push(params);
      this.statuses.push(params.status);
    });
    connection.listen();
  }

  /** Until something that the server sent makes the condition true. */
  until(what: string, condition: () => boolean, milliseconds = 40_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (error?: Error) => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        if (error) reject(error);
        else resolve();
      };
      const check = () => {
        if (condition()) finish();
      };
      const timer = setTimeout(
        () => finish(new Error(`never ${what}; log: ${this.log.join('\n')}`)),
        milliseconds,
      );
      this.#waiting.add(check);
      check();
    });
  }

  uri(name: string): string {
    return pathToFileURL(join(this.root, name)).href;
  }

  /** On the disk alone. */
  write(name: string, text: string): void {
    const path = join(this.root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  async watched(changes: Readonly<Record<string, FileChangeType>>): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: Object.entries(changes).map(([name, type]) => ({ uri: this.uri(name), type })),
    });
  }

  async open(name: string, text: string): Promise<void> {
    this.#texts.set(name, { version: 1, text });
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), languageId: 'rust', version: 1, text },
    });
  }

  /** Replaces the first occurrence of a text by another, as an incremental edit. */
  async edit(name: string, from: string, to: string): Promise<void> {
    const document = this.#texts.get(name);
    assert.ok(document, `${name} is open`);
    const start = document.text.indexOf(from);
    assert.ok(start >= 0, `${name} has the text ${from}`);
    const position = (offset: number) => {
      const before = document.text.slice(0, offset).split('\n');
      return { line: before.length - 1, character: before.at(-1)!.length };
    };
    const range = { start: position(start), end: position(start + from.length) };
    document.text = document.text.replace(from, () => to);
    document.version++;
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), version: document.version },
      contentChanges: [{ range, text: to }],
    });
  }

  request<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
  ): Promise<Requests[M]['result']> {
    return this.connection.sendRequest(method, params);
  }

  async unresolvedLenses(name: string): Promise<CodeLens[]> {
    return (
      (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: this.uri(name) } })) ??
      []
    );
  }

  resolve(lens: CodeLens): Promise<CodeLens> {
    return this.connection.sendRequest(CodeLensResolveRequest.type, lens);
  }

  /** `line: title` of each lens, as people count. */
  async lenses(name: string): Promise<string[]> {
    return this.titles(await this.unresolvedLenses(name));
  }

  async titles(unresolved: readonly CodeLens[]): Promise<string[]> {
    const lenses = await Promise.all(unresolved.map((lens) => this.resolve(lens)));
    return lenses.map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
  }

  hover(name: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: this.uri(name) },
      position: { line: line - 1, character: character - 1 },
    });
  }

  /** Ends in order; the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await this.exited;
    this.dispose();
    return code;
  }

  dispose(): void {
    this.connection.dispose();
    this.process.kill();
    rmSync(this.root, { recursive: true, force: true });
  }
}
