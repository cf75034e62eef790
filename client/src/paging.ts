// Long lists in trees come a page at a time, with one more node that fetches the next page. How far each
// list has been read is kept by the list's id, so that a refresh shows as much as there was before.
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Page } from '../../server/src/lsp/protocol.ts';
import { count } from './presentation.ts';

const pageSize = 200;

export class Paging {
  readonly #limits = new Map<string, number>();

  page(list: string): Page {
    return { offset: 0, limit: this.#limits.get(list) ?? pageSize };
  }

  extend(list: string): void {
    this.#limits.set(list, (this.#limits.get(list) ?? pageSize) + 5 * pageSize);
  }

  reset(): void {
    this.#limits.clear();
  }
}

export function moreItem(command: string, list: string, remaining: number): TreeItem {
  const item = new TreeItem(`Show more (${count(remaining, 'more', 'more')})`, TreeItemCollapsibleState.None);
  item.id = `more:${list}`;
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command, title: 'Show More', arguments: [list] };
  return item;
}
