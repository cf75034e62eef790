// The extension's entry point: makes the connection, the views and the status bar, and registers the
// commands. It holds no knowledge of Rust; each command asks the server and shows the answer.
import { commands, type Disposable, type ExtensionContext, env, window, workspace } from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { LensCommands } from '../../server/src/lsp/protocol.ts';
import { CodegenUnitsView, type UnitsNode } from './codegenUnitsView.ts';
import { Connection } from './connection.ts';
import { ItemsDocument } from './itemsDocument.ts';
import { type ItemsNode, MonoItemsView } from './monoItemsView.ts';
import { open, peek } from './navigation.ts';
import { explain, pickInstantiation, pickItem, pickTarget } from './pickers.ts';
import { StatusBar } from './statusBar.ts';

let connection: Connection | undefined;

type Node = UnitsNode | ItemsNode;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Monolens', { log: true });
  const server = new Connection(context, log);
  connection = server;
  const units = new CodegenUnitsView(server);
  const items = new MonoItemsView(server);
  const document = new ItemsDocument(server);
  const statusBar = new StatusBar();
  const refresh = (): void => {
    units.refresh();
    items.refresh();
    document.refresh();
  };

  const setContext = (key: string, value: unknown) => commands.executeCommand('setContext', key, value);
  const showStatus = (): void => {
    statusBar.show(server.status);
    void setContext('monolens.state', server.status.state);
    void setContext('monolens.hasTargets', server.status.active !== undefined);
  };

  context.subscriptions.push(
    log,
    units,
    items,
    document,
    statusBar,
    server.onDidChangeStatus(showStatus),
    server.onDidChangeAnalysis(refresh),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('monolens.server')) void server.restart();
    }),
    ...registerCommands(server, units, items, document, refresh, () => log.show()),
  );
  showStatus();
  await server.start();
  refresh();
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}

function registerCommands(
  server: Connection,
  units: CodegenUnitsView,
  items: MonoItemsView,
  document: ItemsDocument,
  refresh: () => void,
  showLog: () => void,
): Disposable[] {
  const register = commands.registerCommand;
  // A menu passes the node it was opened on; a key binding passes the id of the view that has the focus.
  const selection = (target?: Node | string): Node | undefined =>
    typeof target !== 'string' ? target : target === 'monolens.monoItems' ? items.selected : units.selected;
  return [
    register(LensCommands.showCauses, (uri: string, position: Position, locations: Location[]) =>
      peek(server, uri, position, locations),
    ),
    register(LensCommands.revealInItems, async (uri: string, position: Position) => {
      const result = await server.request('monolens/instantiationsAt', { textDocument: { uri }, position });
      if (result) await items.reveal(result.group);
    }),
    register(LensCommands.explain, async (target?: string | Node) => {
      const id =
        typeof target === 'string'
          ? target
          : target?.kind === 'item'
            ? target.item.id
            : await pickItem(server);
      if (id !== undefined) await explain(server, id);
    }),
    register('monolens.showInstantiations', () => showInstantiationsAtCursor(server)),
    register('monolens.showAllItems', () => document.show()),
    register('monolens.chooseTarget', () => pickTarget(server)),
    register('monolens.restartServer', async () => {
      await server.restart();
      refresh();
    }),
    register('monolens.showLog', showLog),
    register('monolens.filterItems', () => items.askForFilter()),
    register('monolens.editFilter', () => items.askForFilter()),
    register('monolens.clearFilter', () => items.clearFilter()),
    register('monolens.sortItems', () => items.askForSort()),
    register('monolens.toggleScope', () => items.toggleScope()),
    register('monolens.toggleGeneric', () => items.toggleGeneric()),
    register('monolens.refresh', refresh),
    register('monolens.moreItems', (list: string) => items.showMore(list)),
    register('monolens.moreUnitItems', (list: string) => units.showMore(list)),
    register('monolens.copyName', async (target?: Node | string) => {
      const name = nameOf(selection(target));
      if (name !== undefined) await env.clipboard.writeText(name);
    }),
    register('monolens.revealSource', async (target?: Node | string) => {
      const location = locationOf(selection(target));
      if (location) await open(server, location);
    }),
    register('monolens.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', 'monolens.monolens#tour', false),
    ),
  ];
}

async function showInstantiationsAtCursor(server: Connection): Promise<void> {
  const editor = window.activeTextEditor;
  const converter = server.outgoingConverter;
  if (editor === undefined || editor.document.languageId !== 'rust' || converter === undefined) {
    void window.showInformationMessage('Place the cursor in a Rust function first.');
    return;
  }
  const result = await server.request('monolens/instantiationsAt', {
    textDocument: converter.asTextDocumentIdentifier(editor.document),
    position: converter.asPosition(editor.selection.active),
  });
  if (!result) void window.showInformationMessage('There is no function at the cursor.');
  else if (result.instantiations.length === 0) {
    void window.showInformationMessage(`${result.group.label} is never instantiated.`);
  } else pickInstantiation(server, result);
}

function nameOf(node: Node | undefined): string | undefined {
  switch (node?.kind) {
    case 'target':
      return node.target.name;
    case 'unit':
      return node.unit.name;
    case 'group':
      return node.group.label;
    case 'item':
      return node.item.label;
    default:
      return undefined;
  }
}

function locationOf(node: Node | undefined): Location | undefined {
  if (node?.kind === 'group') return node.group.location;
  return node?.kind === 'item' ? node.item.location : undefined;
}
