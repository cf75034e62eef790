// The status bar entry: how many items the active target makes, which target that is, and whether the
// server is busy. Choosing it chooses the target.
import { type Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { allTargets, type ServerStatus } from '../../server/src/lsp/protocol.ts';
import { count, stdLabel, targetLabel } from './presentation.ts';

const busy: Partial<Record<ServerStatus['state'], string>> = {
  starting: 'starting',
  loading: 'loading',
  analyzing: 'analyzing',
};

export class StatusBar implements Disposable {
  readonly #entry = window.createStatusBarItem('monolens.status', StatusBarAlignment.Left, 10);

  constructor() {
    this.#entry.name = 'Monolens';
    this.#entry.command = 'monolens.chooseTarget';
  }

  dispose(): void {
    this.#entry.dispose();
  }

  show(status: ServerStatus): void {
    const target =
      status.active === undefined
        ? undefined
        : status.active === allTargets
          ? 'all targets'
          : targetLabel(status.active);
    const state = busy[status.state];
    const failed = status.state === 'failed';
    const items = `${count(status.items, 'item')}${status.unresolved > 0 ? '+' : ''}`;
    const icon = failed ? '$(error)' : state === undefined ? '$(versions)' : '$(sync~spin)';
    // While an edit is analysed the last count stays, so that the bar does not flicker at each key.
    const known = status.revision > 0 || state === undefined;
    const text = failed
      ? 'Monolens'
      : known
        ? [items, target].filter(Boolean).join(' · ')
        : `Monolens: ${state}`;
    this.#entry.text = `${icon} ${text}`;
    this.#entry.backgroundColor = failed ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#entry.command = failed ? 'monolens.showLog' : 'monolens.chooseTarget';
    this.#entry.tooltip = tooltip(status, target);
    this.#entry.accessibilityInformation = {
      label: failed ? 'Monolens: the server is not running' : `Monolens: ${text}${state ? `, ${state}` : ''}`,
      role: 'button',
    };
    this.#entry.show();
  }
}

function tooltip(status: ServerStatus, target: string | undefined): MarkdownString {
  const text = new MarkdownString(undefined, true);
  text.isTrusted = {
    enabledCommands: [
      'monolens.chooseTarget',
      'monolens.showAllItems',
      'monolens.restartServer',
      'monolens.showLog',
    ],
  };
  const lines: string[] = [];
  if (status.message) lines.push(status.message);
  if (target) lines.push(`Target: ${target}`);
  if (status.revision > 0) lines.push(`${count(status.items, 'mono item')}`);
  if (status.unresolved > 0)
    lines.push(`${count(status.unresolved, 'use')} could not be resolved: counts may be low`);
  if (status.std) lines.push(`std: ${stdLabel(status.std)}`);
  text.appendMarkdown('**Monolens**\n\n');
  text.appendText(lines.join('\n'));
  text.appendMarkdown(
    '\n\n---\n\n[$(target) Choose target](command:monolens.chooseTarget) · [$(go-to-file) All items](command:monolens.showAllItems) · [$(debug-restart) Restart](command:monolens.restartServer) · [$(output) Log](command:monolens.showLog)',
  );
  return text;
}
