// The connection to the language server: starts and restarts it, sends it typed requests, and tells the
// views when there is something new. Everything that the extension knows about a program comes from here.
import { join } from 'node:path';
import { EventEmitter, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import type {
  InitializationOptions,
  Notifications,
  Requests,
  ServerStatus,
} from '../../server/src/lsp/protocol.ts';

const stopped: ServerStatus = { state: 'failed', items: 0, unresolved: 0, revision: 0 };

export class Connection {
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;
  readonly #didChangeAnalysis = new EventEmitter<Notifications['monolens/didChangeAnalysis']>();
  readonly #didChangeStatus = new EventEmitter<ServerStatus>();
  #client: LanguageClient | undefined;
  #status: ServerStatus = { ...stopped, state: 'starting' };
  /** Starts and stops run one after another, in the order in which they were asked for. */
  #transition: Promise<void> = Promise.resolve();

  readonly onDidChangeAnalysis = this.#didChangeAnalysis.event;
  readonly onDidChangeStatus = this.#didChangeStatus.event;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    context.subscriptions.push(
      this.#didChangeAnalysis,
      this.#didChangeStatus,
      workspace.onDidGrantWorkspaceTrust(() => {
        void this.#client?.sendNotification('monolens/didChangeTrust', { trusted: true });
      }),
    );
  }

  get status(): ServerStatus {
    return this.#status;
  }

  /** Sends a custom request; undefined where the server is not there to answer. */
  async request<M extends keyof Requests>(
    method: M,
    params: Requests[M]['params'],
  ): Promise<Requests[M]['result'] | undefined> {
    const client = this.#client;
    if (client === undefined) return undefined;
    try {
      return await client.sendRequest<Requests[M]['result']>(method, params);
    } catch (error) {
      // A request may come too late for its server (a restart) or be cancelled by a newer revision.
      this.#log.debug(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  get converter(): LanguageClient['protocol2CodeConverter'] | undefined {
    return this.#client?.protocol2CodeConverter;
  }

  get outgoingConverter(): LanguageClient['code2ProtocolConverter'] | undefined {
    return this.#client?.code2ProtocolConverter;
  }

  start(): Promise<void> {
    return this.#then(async () => {
      if (this.#client === undefined) await this.#start();
    });
  }

  stop(): Promise<void> {
    return this.#then(() => this.#stop());
  }

  restart(): Promise<void> {
    return this.#then(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  #then(work: () => Promise<void>): Promise<void> {
    this.#transition = this.#transition.then(work, work);
    return this.#transition;
  }

  #setStatus(status: ServerStatus): void {
    this.#status = status;
    this.#didChangeStatus.fire(status);
  }

  async #start(): Promise<void> {
    this.#setStatus({ ...stopped, state: 'starting' });
    const client = new LanguageClient('monolens', 'Monolens', this.#serverOptions(), this.#clientOptions());
    client.onNotification('monolens/didChangeAnalysis', (p: Notifications['monolens/didChangeAnalysis']) => {
      this.#setStatus(p.status);
      this.#didChangeAnalysis.fire(p);
    });
    client.onNotification('monolens/didChangeStatus', (status: ServerStatus) => this.#setStatus(status));
    try {
      await client.start();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#log.error(`The server did not start: ${message}`);
      this.#setStatus({ ...stopped, message });
      void client.dispose().catch(() => undefined);
      return;
    }
    this.#client = client;
    const status = await this.request('monolens/status', {});
    if (status !== undefined) this.#setStatus(status);
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (error) {
      this.#log.warn(`The server did not stop cleanly: ${String(error)}`);
    }
  }

  #serverOptions(): ServerOptions {
    const settings = workspace.getConfiguration('monolens.server');
    const module = this.#context.asAbsolutePath(join('server', 'dist', 'server.js'));
    const memory = settings.get<number>('maxMemory', 4096);
    return {
      module,
      transport: TransportKind.ipc,
      options: {
        env: { ...process.env, ...settings.get<Record<string, string>>('extraEnv', {}) },
        execArgv: [`--max-old-space-size=${memory}`],
      },
    };
  }

  #clientOptions(): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      clientCommands: true,
      trusted: workspace.isTrusted,
      storagePath: this.#context.globalStorageUri.fsPath,
    };
    let crashes = 0;
    return {
      documentSelector: [{ scheme: 'file', language: 'rust' }],
      initializationOptions,
      synchronize: { configurationSection: 'monolens' },
      outputChannel: this.#log,
      // The server registers the files that it wants to be watched itself.
      markdown: { isTrusted: true, supportHtml: false },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => {
          if (this.#client === undefined) return { action: CloseAction.DoNotRestart, handled: true };
          if (++crashes <= 3) return { action: CloseAction.Restart };
          this.#client = undefined;
          this.#setStatus({ ...stopped, message: 'The server ended unexpectedly several times.' });
          const again = 'Restart Server';
          void window
            .showErrorMessage('The Monolens server ended unexpectedly several times.', again, 'Show Log')
            .then((choice) => {
              if (choice === again) void this.restart();
              else if (choice !== undefined) this.#log.show();
            });
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    };
  }
}
