/**
 * The language server: what it can do, and the life of a session. Requests about the source are in `features.ts`,
 * those of our own client in `customRequests.ts`; both are thin, and ask `ide`.
 */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { analysisSteps } from './analysisSteps.ts';
import { Analyzer } from './analyzer.ts';
import { negotiateEncoding, uriToPath } from './convert.ts';
import { registerCustomRequests } from './customRequests.ts';
import { Documents } from './documents.ts';
import { registerFeatures } from './features.ts';
import type { Interrupts } from './interrupts.ts';
import { Progress } from './progress.ts';
import { type Project, Projects } from './projects.ts';
import { configurationSection, type InitializationOptions } from './protocol.ts';
import { Diagnostics } from './publishDiagnostics.ts';
import type { Session } from './session.ts';
import { readSettings } from './settings.ts';
import { Status } from './status.ts';
import { Targets } from './targets.ts';
import { registerTextSync } from './textSync.ts';
import { version } from './version.ts';
import { followFolders, loadAll, pullSettings, registerWorkspaceChanges } from './workspaceChanges.ts';

export interface ServerEnvironment {
  /** Directory of our own small std. */
  readonly minicore: string;
  readonly parserReady: Promise<void>;
}

export function serve(connection: Connection, interrupts: Interrupts, environment: ServerEnvironment): void {
  const documents = new Documents();
  const projects = new Projects({
    minicore: environment.minicore,
    cancellation: interrupts,
    documents,
    encoding: () => session.encoding,
    settings: () => session.settings,
    isTrusted: () => session.options.trusted ?? false,
  });
  const targets = new Targets(projects);
  const status = new Status(connection, projects, targets);
  const progress = new Progress(
    connection,
    () => session.capabilities.window?.workDoneProgress === true,
    () => {
      session.analyzer.stop();
      status.failed('The analysis was cancelled. It starts again with the next change.');
    },
  );
  const diagnostics = new Diagnostics(() => session);
  const analyzer = new Analyzer(interrupts, {
    steps: () => analysisSteps(session),
    onStep: (step) => {
      status.step(step);
      return step.isLoading ? progress.step(step.message) : undefined;
    },
    onAdvanced: () => refresh(),
    onFinished: (milliseconds) => {
      progress.done();
      for (const problem of newProblems(projects.all)) connection.console.warn(problem);
      const isChanged = status.finished(milliseconds);
      if (isChanged) refresh();
      diagnostics.schedule();
      for (const project of projects.all) project.saveSoon();
    },
    onFailed: (error) => {
      progress.done();
      connection.console.error(
        `Analysis failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      );
      status.failed('The analysis failed because of an error in Monolens. The log has the details.');
    },
  });
  const session: Session = {
    connection,
    documents,
    projects,
    targets,
    analyzer,
    status,
    settings: readSettings(undefined),
    encoding: 'utf-16',
    capabilities: {},
    options: {},
  };

  /** Asks the editor to ask again: what it shows may be of another analysis. */
  function refresh(): void {
    const { workspace } = session.capabilities;
    const ignore = () => undefined;
    if (workspace?.codeLens?.refreshSupport)
      connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
    if (workspace?.inlayHint?.refreshSupport && session.settings.instanceHints) {
      connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
    }
  }

  connection.onInitialize((params) => initialize(session, params));
  connection.onInitialized(async () => {
    await environment.parserReady;
    registerDynamically(session);
    if (session.capabilities.workspace?.workspaceFolders) followFolders(session);
    await pullSettings(session);
    loadAll(session, projects.all);
    analyzer.start();
    connection.console.info(
      `Monolens ${version} is ready: ${projects.all.map(({ path }) => path).join(', ')}`,
    );
  });
  connection.onShutdown(() => {
    analyzer.stop();
    progress.done();
    for (const project of projects.all) project.save();
  });

  registerTextSync(session, diagnostics);
  registerWorkspaceChanges(session);
  registerFeatures(session);
  registerCustomRequests(session);
  connection.listen();
}

/** Each problem is told once. */
const toldProblems = new Set<string>();

function newProblems(projects: readonly Project[]): string[] {
  const problems = projects.flatMap(({ failure, loaded }) => [
    ...(failure ? [failure] : []),
    ...(loaded?.problems ?? []),
  ]);
  const fresh = problems.filter((problem) => !toldProblems.has(problem));
  for (const problem of fresh) toldProblems.add(problem);
  return fresh;
}

function initialize(session: Session, params: InitializeParams): InitializeResult {
  session.capabilities = params.capabilities;
  session.encoding = negotiateEncoding(params.capabilities.general?.positionEncodings);
  session.options = (params.initializationOptions ?? {}) as InitializationOptions;
  if (session.options.patience !== undefined) session.analyzer.patience = session.options.patience;
  const folders = params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []);
  for (const { uri } of folders) {
    const path = uriToPath(uri);
    if (path !== undefined) session.projects.addFolder(path);
  }
  const fileOperations = { filters: [{ scheme: 'file', pattern: { glob: '**' } }] };
  return {
    serverInfo: { name: 'monolens', version },
    capabilities: {
      positionEncoding: session.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeLensProvider: { resolveProvider: true },
      hoverProvider: true,
      inlayHintProvider: true,
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didCreate: fileOperations, didRename: fileOperations, didDelete: fileOperations },
      },
    },
  };
}

/** What a client must be asked for after the handshake. */
function registerDynamically({ connection, capabilities }: Session): void {
  const { workspace } = capabilities;
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const patterns = [
      '**/*.rs',
      '**/Cargo.toml',
      '**/Cargo.lock',
      '**/.cargo/config',
      '**/.cargo/config.toml',
    ];
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: patterns.map((globPattern) => ({ globPattern })),
    });
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    void connection.client.register(DidChangeConfigurationNotification.type, {
      section: configurationSection,
    });
  }
}
