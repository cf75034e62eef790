/** Code lenses, hover and inlay hints: the protocol's requests put to `ide`. */
import {
  type CodeLens,
  type Hover,
  type InlayHint,
  MarkupKind,
  type Position,
} from 'vscode-languageserver/node';
import type { CrateId, DefId, FileId } from '../hir/defs.ts';
import { codeLenses, type Lens, lensCauses } from '../ide/codeLens.ts';
import { hover } from '../ide/hover.ts';
import { inlayHints } from '../ide/inlayHints.ts';
import type { Program } from '../ide/program.ts';
import { baseName } from '../vfs/path.ts';
import { uriToPath } from './convert.ts';
import type { View } from './projects.ts';
import { LensCommands } from './protocol.ts';
import type { Session } from './session.ts';

/** What a lens needs to be resolved later. */
interface LensData {
  readonly uri: string;
  readonly kind: Lens['kind'];
  readonly def: DefId;
  readonly title: string;
}

export function registerFeatures(session: Session): void {
  const { connection, analyzer, targets } = session;

  /** Answers that come before the end of a first analysis are for those who can be asked to ask again. */
  const early = <T>(compute: () => T | undefined) =>
    session.capabilities.workspace?.codeLens?.refreshSupport ? compute : undefined;

  connection.onCodeLens(({ textDocument: { uri } }, token) => {
    const lenses = ({ view, crate, file }: FileInProgram, program: Program): CodeLens[] =>
      codeLenses(program, crate, file, session.settings.lens).map(({ kind, def, range, title }) => ({
        range: view.project.convert.range(range),
        data: { uri, kind, def, title } satisfies LensData,
      }));
    return analyzer.answer(
      token,
      () => {
        const at = fileAt(session, uri);
        return at ? lenses(at, at.view.program) : [];
      },
      early(() => {
        const at = surveyedFileAt(session, uri);
        return at && lenses(at, at.surveyed);
      }),
    );
  });

  connection.onCodeLensResolve((lens, token) => {
    const { uri, kind, def, title } = lens.data as LensData;
    // A command without a name is shown, and does nothing when it is selected.
    const plain = { ...lens, command: { title, command: '' } };
    const resolve = (): CodeLens => {
      const path = uriToPath(uri);
      const at = path === undefined ? undefined : targets.viewOfFile(path);
      if (!session.options.clientCommands || !at) return plain;
      const { start } = lens.range;
      if (kind === 'unusedParameters') {
        return { ...lens, command: { title, command: LensCommands.revealInItems, arguments: [uri, start] } };
      }
      const causes = at.view.project.convert.locations(lensCauses(at.view.program, def));
      return {
        ...lens,
        command: { title, command: LensCommands.showCauses, arguments: [uri, start, causes] },
      };
    };
    return analyzer.answer(token, resolve, () => plain);
  });

  connection.onHover(({ textDocument: { uri }, position }, token) => {
    const { settings } = session;
    const answer = (at: FileInProgram | undefined, program: Program | undefined): Hover | null => {
      const offset = at?.view.project.convert.offset(at.file, position);
      if (!at || !program || offset === undefined) return null;
      const { printers, project } = at.view;
      const found = hover(program, printers, at.crate, at.file, offset, {
        maximumItems: settings.hover.maximumItems,
        link: (place) => {
          const location = project.convert.location(place);
          if (!location) return undefined;
          const { line, character } = location.range.start;
          const name = baseName(project.vfs.filePath(place.file));
          return { target: `${location.uri}#L${line + 1},${character + 1}`, text: `${name}:${line + 1}` };
        },
      });
      if (!found) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.paragraphs.join('\n\n') },
        range: project.convert.range(found.range),
      };
    };
    return analyzer.answer(
      token,
      () => {
        const at = settings.hover.enable ? fileAt(session, uri) : undefined;
        return answer(at, at?.view.program);
      },
      early(() => {
        const at = settings.hover.enable ? surveyedFileAt(session, uri) : undefined;
        return answer(at, at?.surveyed) ?? undefined;
      }),
    );
  });

  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    analyzer.answer(token, (): InlayHint[] => {
      const at = session.settings.instanceHints ? fileAt(session, uri) : undefined;
      if (!at) return [];
      const { program, printers, project } = at.view;
      const offset = (position: Position) => project.convert.offset(at.file, position) ?? 0;
      const hints = inlayHints(program, printers, at.crate, at.file, offset(range.start), offset(range.end));
      return hints.map(({ range: place, label, tooltip }) => ({
        position: project.convert.range(place).end,
        label,
        ...(tooltip === undefined ? {} : { tooltip }),
      }));
    }),
  );
}

export interface FileInProgram {
  readonly view: View;
  readonly crate: CrateId;
  readonly file: FileId;
}

/** A file in the program that it is looked at in. Undefined for files of no project. */
export function fileAt({ targets }: Session, uri: string): FileInProgram | undefined {
  const path = uriToPath(uri);
  if (path === undefined) return undefined;
  const at = targets.viewOfFile(path);
  return at && { ...at, file: at.view.project.fileId(path) };
}

/** The same with what is known of the program before it is collected, if anything is. */
function surveyedFileAt(session: Session, uri: string): (FileInProgram & { surveyed: Program }) | undefined {
  const at = fileAt(session, uri);
  const survey = at?.view.survey;
  return at && survey && { ...at, surveyed: { ...at.view.program, survey } };
}
