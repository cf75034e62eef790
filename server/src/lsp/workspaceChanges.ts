/** Changes on the disk, of the workspace's folders and of settings, all without a restart. */
import { FileChangeType } from 'vscode-languageserver/node';
import { uriToPath } from './convert.ts';
import type { Project } from './projects.ts';
import { configurationSection } from './protocol.ts';
import type { Session } from './session.ts';
import { readSettings, sameProject } from './settings.ts';

/** Directories in which Cargo takes a file for a target of its own. */
const targetPath = /\/(?:(?:bin|tests|examples|benches)\/(?:[^/]+\/)?[^/]+|src\/(?:main|lib))\.rs$/;

/** Takes note of changes on the disk. `structure`: files may have come or gone. */
export function filesChanged(session: Session, paths: readonly string[], structure: boolean): void {
  const { projects, targets, analyzer } = session;
  let isChanged = false;
  for (const project of projects.all) {
    const changes = paths.map((path) => ({ kind: 'Disk', path }) as const);
    if (project.applyChanges(changes)) isChanged = true;
    const isReloaded = paths.some(
      (path) =>
        project.isManifest(path) ||
        (project.isCargo &&
          project.owns(path) &&
          structure &&
          (targetPath.test(path) || !path.endsWith('.rs'))),
    );
    if (!isReloaded) continue;
    project.load();
    isChanged = true;
  }
  if (!isChanged) return;
  targets.setDefaultFor(undefined);
  analyzer.invalidate();
}

const pathsOf = (uris: readonly string[]) => uris.flatMap((uri) => uriToPath(uri) ?? []);

export function registerWorkspaceChanges(session: Session): void {
  const { connection, projects, analyzer } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const isEdit = ({ type }: { type: FileChangeType }) => type === FileChangeType.Changed;
    const changed = changes.filter(isEdit).map(({ uri }) => uri);
    const others = changes.filter((change) => !isEdit(change)).map(({ uri }) => uri);
    if (changed.length > 0) filesChanged(session, pathsOf(changed), false);
    if (others.length > 0) filesChanged(session, pathsOf(others), true);
  });
  connection.workspace.onDidCreateFiles(({ files }) =>
    filesChanged(session, pathsOf(files.map(({ uri }) => uri)), true),
  );
  connection.workspace.onDidDeleteFiles(({ files }) =>
    filesChanged(session, pathsOf(files.map(({ uri }) => uri)), true),
  );
  connection.workspace.onDidRenameFiles(({ files }) =>
    filesChanged(session, pathsOf(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])), true),
  );
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const before = session.settings;
    if (session.capabilities.workspace?.configuration) await pullSettings(session);
    else session.settings = readSettings(settings?.[configurationSection] ?? settings);
    if (JSON.stringify(before) === JSON.stringify(session.settings)) return;
    if (!sameProject(before, session.settings)) for (const project of projects.all) project.load();
    session.status.settingsChanged();
    analyzer.invalidate();
  });
}

export async function pullSettings(session: Session): Promise<void> {
  if (!session.capabilities.workspace?.configuration) return;
  try {
    const value = await session.connection.workspace.getConfiguration(configurationSection);
    session.settings = readSettings(value);
  } catch (error) {
    session.connection.console.warn(`The settings could not be read: ${String(error)}`);
  }
}

/** Reads the manifests of some projects, and of those that are new. */
export function loadAll({ projects, documents, targets }: Session, which: readonly Project[]): void {
  // Files that belong to no folder bring projects of their own.
  for (const { path } of documents.all()) projects.addFile(path);
  for (const project of which) project.load();
  for (const project of projects.all) if (!project.loaded && !project.failure) project.load();
  targets.setDefaultFor([...documents.all()][0]?.path);
}

/** Only for clients that have folders; after the handshake. */
export function followFolders(session: Session): void {
  const { connection, projects, analyzer } = session;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const path of pathsOf(removed.map(({ uri }) => uri))) projects.removeFolder(path);
    for (const path of pathsOf(added.map(({ uri }) => uri))) projects.addFolder(path);
    loadAll(session, []);
    analyzer.invalidate();
  });
}
