/** A language client for measuring: starts the server over stdio and speaks plain LSP with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  CodeLens,
  InitializeParams,
  ProtocolConnection,
  Range,
} from 'vscode-languageserver-protocol/node';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { ServerStatus } from '../../server/src/lsp/protocol.ts';

const SERVER = fileURLToPath(new URL('../../server/dist/server.js', import.meta.url));

export class LspClient {
  private readonly process: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly versions = new Map<string, number>();
  private changed: (() => void)[] = [];

  constructor() {
    this.process = spawn('node', [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.process;
    if (stdin === null || stdout === null) throw new Error('the server has no pipes');
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    const wake = () => {
      for (const resume of this.changed.splice(0)) resume();
    };
    this.connection.onRequest('workspace/codeLens/refresh', wake);
    this.connection.onNotification('monolens/didChangeAnalysis', wake);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', (params: { items: unknown[] }) =>
      params.items.map(() => null),
    );
    this.connection.listen();
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  async start(root: string): Promise<void> {
    const uri = pathToFileURL(root).href;
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: basename(root) }],
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        window: { workDoneProgress: true },
        workspace: { codeLens: { refreshSupport: true }, configuration: true, workspaceFolders: true },
        textDocument: { codeLens: {}, synchronization: {} },
      },
      initializationOptions: { trusted: false },
    };
    await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  status(): Promise<ServerStatus> {
    return this.connection.sendRequest('monolens/status', {});
  }

  async setTarget(target: string): Promise<void> {
    await this.connection.sendRequest('monolens/setActiveTarget', { target });
  }

  targets(): Promise<{ targets: { id: string; name: string; kind: string; packageName: string }[] }> {
    return this.connection.sendRequest('monolens/targets', {});
  }

  async open(path: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    this.versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'rust', version: 1, text: readFileSync(path, 'utf8') },
    });
  }

  async change(path: string, range: Range, text: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    const version = (this.versions.get(uri) ?? 1) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** The lenses of a document, resolved where they came without a title. */
  async lenses(path: string): Promise<CodeLens[]> {
    const uri = pathToFileURL(path).href;
    const lenses = (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    return Promise.all(
      lenses.map((lens) =>
        lens.command ? lens : this.connection.sendRequest(CodeLensResolveRequest.type, lens),
      ),
    );
  }

  /** Until the server says that its analysis changed, or `milliseconds` at the longest. */
  nextChange(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.changed.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
  }
}
