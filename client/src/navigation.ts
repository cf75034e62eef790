// Going to places: locations of the protocol as commands and as calls of VS Code's own.
import { type Command, commands, Uri, type Location as VsLocation, window } from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import type { Connection } from './connection.ts';

/** A tree item's command that opens a location; none where there is no source. */
export function openCommand(connection: Connection, location: Location | undefined): Command | undefined {
  const target = location && connection.converter?.asLocation(location);
  if (target === undefined) return undefined;
  return {
    command: 'vscode.open',
    title: 'Go to Source',
    arguments: [target.uri, { selection: target.range, preview: true }],
  };
}

export async function open(
  connection: Connection,
  location: Location,
  options: { preserveFocus?: boolean } = {},
): Promise<void> {
  const target = connection.converter?.asLocation(location);
  if (target === undefined) return;
  await window.showTextDocument(target.uri, { selection: target.range, preview: true, ...options });
}

/** Peeks at locations from a place in a document, as references are shown. */
export async function peek(
  connection: Connection,
  uri: string,
  position: Position,
  locations: readonly Location[],
): Promise<void> {
  const converter = connection.converter;
  if (converter === undefined) return;
  if (locations.length === 0) {
    void window.showInformationMessage('No place in the source causes a copy.');
    return;
  }
  const targets: VsLocation[] = locations.map((location) => converter.asLocation(location));
  await commands.executeCommand(
    'editor.action.peekLocations',
    Uri.parse(uri),
    converter.asPosition(position),
    targets,
    'peek',
  );
}
