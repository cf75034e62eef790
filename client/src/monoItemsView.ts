// The *Mono Items* view: all copies grouped by the definition they are made of, sorted and filtered by the
// server. The filter box narrows the list while it is typed into; escape brings back the filter before.
import {
  commands,
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type {
  ItemFilter,
  ItemSort,
  MonoItemGroup,
  MonoItemGroupsResult,
  MonoItemInfo,
} from '../../server/src/lsp/protocol.ts';
import type { Connection } from './connection.ts';
import { openCommand } from './navigation.ts';
import { moreItem, Paging } from './paging.ts';
import { count, groupTooltip, itemIcon, itemTooltip, size } from './presentation.ts';

export type ItemsNode =
  | { kind: 'group'; group: MonoItemGroup }
  | { kind: 'item'; group: MonoItemGroup; item: MonoItemInfo }
  | { kind: 'more'; list: string; remaining: number };

const sortLabels: Record<ItemSort, string> = {
  copies: 'Number of copies',
  size: 'Estimated size',
  name: 'Name',
};

/** The list of groups among the lists that are paged; the others are named by their group. */
const groupsList = '';

export class MonoItemsView implements TreeDataProvider<ItemsNode>, Disposable {
  readonly #connection: Connection;
  readonly #changed = new EventEmitter<ItemsNode | undefined>();
  readonly #view: TreeView<ItemsNode>;
  readonly #paging = new Paging();
  #filter: ItemFilter = { text: '', workspaceOnly: true, genericOnly: false };
  #sort: ItemSort = 'copies';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#view = window.createTreeView('monolens.monoItems', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  get filter(): ItemFilter {
    return this.#filter;
  }

  get selected(): ItemsNode | undefined {
    return this.#view.selection[0];
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  showMore(list: string): void {
    this.#paging.extend(list);
    this.refresh();
  }

  #setFilter(change: Partial<ItemFilter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#paging.reset();
    void commands.executeCommand('setContext', 'monolens.filtered', (this.#filter.text ?? '') !== '');
    this.refresh();
  }

  clearFilter(): void {
    this.#setFilter({ text: '' });
  }

  toggleScope(): void {
    this.#setFilter({ workspaceOnly: this.#filter.workspaceOnly !== true });
  }

  toggleGeneric(): void {
    this.#setFilter({ genericOnly: this.#filter.genericOnly !== true });
  }

  async askForFilter(): Promise<void> {
    await commands.executeCommand('monolens.monoItems.focus');
    const before = this.#filter.text ?? '';
    const box = window.createInputBox();
    box.title = 'Filter Mono Items';
    box.placeholder = 'Words in any order; kind:closure, crate:NAME, min:3';
    box.value = before;
    let accepted = false;
    let timer: NodeJS.Timeout | undefined;
    box.onDidChangeValue((text) => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#setFilter({ text: text.trim() }), 120);
    });
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      this.#setFilter({ text: accepted ? box.value.trim() : before });
      box.dispose();
    });
    box.show();
  }

  async askForSort(): Promise<void> {
    const picks = (Object.keys(sortLabels) as ItemSort[]).map((sort) => ({
      label: sortLabels[sort],
      description: sort === this.#sort ? 'current' : '',
      sort,
    }));
    const pick = await window.showQuickPick(picks, { title: 'Sort Mono Items', placeHolder: 'Sort by' });
    if (pick === undefined) return;
    this.#sort = pick.sort;
    this.#paging.reset();
    this.refresh();
  }

  /** Shows a definition's group and its copies in the view. */
  async reveal(group: MonoItemGroup): Promise<void> {
    await commands.executeCommand('monolens.monoItems.focus');
    await this.#view.reveal({ kind: 'group', group }, { select: true, focus: true, expand: true });
  }

  getParent(node: ItemsNode): ItemsNode | undefined {
    return node.kind === 'item' ? { kind: 'group', group: node.group } : undefined;
  }

  getTreeItem(node: ItemsNode): TreeItem {
    switch (node.kind) {
      case 'group': {
        const { group } = node;
        const item = new TreeItem(group.label, TreeItemCollapsibleState.Collapsed);
        item.id = `group:${group.id}`;
        const unused = group.unused.length > 0 ? ` · ${group.unused.join(', ')} unused` : '';
        item.description = `${group.copies.toLocaleString('en')}× · ${size(group.size)}${unused}`;
        item.tooltip = groupTooltip(group);
        item.iconPath = itemIcon(group.kind);
        item.contextValue = group.location === undefined ? 'group' : 'groupSource';
        item.accessibilityInformation = {
          label: `${group.label}, ${count(group.copies, 'copy', 'copies')}, estimated size ${group.size}`,
        };
        return item;
      }
      case 'item': {
        const { item } = node;
        const treeItem = new TreeItem(
          item.args === '' ? item.label : item.args,
          TreeItemCollapsibleState.None,
        );
        treeItem.id = `item:${node.group.id}:${item.id}`;
        treeItem.description = `${size(item.size)}${item.units[0] ? ` · ${item.units[0].name}` : ''}`;
        treeItem.tooltip = itemTooltip(item);
        treeItem.iconPath = itemIcon(item.kind);
        treeItem.contextValue = item.location === undefined ? 'monoItem' : 'monoItemSource';
        treeItem.command = openCommand(this.#connection, item.location);
        return treeItem;
      }
      case 'more':
        return moreItem('monolens.moreItems', node.list, node.remaining);
    }
  }

  async getChildren(node?: ItemsNode): Promise<ItemsNode[]> {
    if (node === undefined) {
      const result = await this.#connection.request('monolens/monoItemGroups', {
        filter: this.#filter,
        sort: this.#sort,
        page: this.#paging.page(groupsList),
      });
      this.#describe(result);
      if (result === undefined) return [];
      const nodes: ItemsNode[] = result.groups.map((group) => ({ kind: 'group', group }));
      const remaining = result.total - nodes.length;
      if (remaining > 0) nodes.push({ kind: 'more', list: groupsList, remaining });
      return nodes;
    }
    if (node.kind !== 'group') return [];
    const result = await this.#connection.request('monolens/monoItems', {
      group: node.group.id,
      page: this.#paging.page(node.group.id),
    });
    if (result === undefined) return [];
    const nodes: ItemsNode[] = result.items.map((item) => ({ kind: 'item', group: node.group, item }));
    const remaining = result.total - nodes.length;
    if (remaining > 0) nodes.push({ kind: 'more', list: node.group.id, remaining });
    return nodes;
  }

  /** The line beside the view's title: what is shown, out of what, in which order. */
  #describe(result: MonoItemGroupsResult | undefined): void {
    const parts: string[] = [];
    if (result !== undefined) parts.push(count(result.totalItems, 'item'));
    if (this.#filter.text) parts.push(`“${this.#filter.text}”`);
    if (this.#filter.genericOnly === true) parts.push('generic');
    if (this.#filter.workspaceOnly !== true) parts.push('with dependencies');
    parts.push(`by ${this.#sort}`);
    this.#view.description = parts.join(' · ');
  }
}
