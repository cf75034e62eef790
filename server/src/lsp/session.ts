/** What the parts of the server share. */
import type { ClientCapabilities, Connection } from 'vscode-languageserver/node';
import type { Analyzer } from './analyzer.ts';
import type { PositionEncoding } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Projects } from './projects.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Settings } from './settings.ts';
import type { Status } from './status.ts';
import type { Targets } from './targets.ts';

export interface Session {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly targets: Targets;
  readonly analyzer: Analyzer;
  readonly status: Status;
  settings: Settings;
  encoding: PositionEncoding;
  capabilities: ClientCapabilities;
  options: InitializationOptions;
}
