/** Open documents: their edits go into the databases of all projects, and ask for a new analysis. */
import { uriToPath } from './convert.ts';
import type { Diagnostics } from './publishDiagnostics.ts';
import type { Session } from './session.ts';
import { filesChanged } from './workspaceChanges.ts';

export function registerTextSync(session: Session, diagnostics: Diagnostics): void {
  const { connection, documents, projects, targets, analyzer } = session;
  const changed = (path: string, text: string) => {
    let isChanged = false;
    for (const project of projects.all)
      isChanged = project.applyChanges([{ kind: 'Open', path, text }]) || isChanged;
    return isChanged;
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, version: number, text } }) => {
    const document = documents.open(uri, number, text);
    if (!document) return;
    const before = projects.all.length;
    // Before the workspace is loaded, what is open is found by `loadAll`.
    if (analyzer.hasStarted) projects.addFile(document.path);
    const isNew = projects.all.length > before;
    if (isNew) for (const project of projects.all) if (!project.loaded) project.load();
    if (analyzer.hasStarted) targets.setDefaultFor(document.path);
    if (changed(document.path, text) || isNew) analyzer.invalidate();
    else diagnostics.schedule();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version: number }, contentChanges }) => {
    const document = documents.change(uri, number, contentChanges, session.encoding);
    if (document && changed(document.path, document.text)) analyzer.invalidate();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const document = documents.close(uri);
    if (!document) return;
    diagnostics.clear(uri);
    let isChanged = false;
    for (const project of projects.all) {
      isChanged = project.applyChanges([{ kind: 'Close', path: document.path }]) || isChanged;
    }
    if (isChanged) analyzer.invalidate();
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // For clients that watch no files.
    const path = uriToPath(uri);
    if (path !== undefined) filesChanged(session, [path], false);
  });
}
