// The *Codegen Units* view: target → codegen unit → items. A level is asked for when it is opened; a new
// analysis fires one refresh, and since every node has an id that outlives it, what was open stays open.
import {
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { CodegenUnitInfo, TargetInfo, UnitItem } from '../../server/src/lsp/protocol.ts';
import type { Connection } from './connection.ts';
import { openCommand } from './navigation.ts';
import { moreItem, Paging } from './paging.ts';
import {
  count,
  itemIcon,
  itemTooltip,
  size,
  targetIcon,
  unitIcon,
  unitItemDescription,
  unitTooltip,
} from './presentation.ts';

export type UnitsNode =
  | { kind: 'target'; target: TargetInfo; units: CodegenUnitInfo[]; items: number; size: number }
  | { kind: 'unit'; target: TargetInfo; unit: CodegenUnitInfo }
  | { kind: 'item'; target: TargetInfo; unit: CodegenUnitInfo; item: UnitItem }
  | { kind: 'more'; list: string; remaining: number };

export class CodegenUnitsView implements TreeDataProvider<UnitsNode>, Disposable {
  readonly #connection: Connection;
  readonly #changed = new EventEmitter<UnitsNode | undefined>();
  readonly #view: TreeView<UnitsNode>;
  readonly #paging = new Paging();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#view = window.createTreeView('monolens.codegenUnits', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  get selected(): UnitsNode | undefined {
    return this.#view.selection[0];
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  showMore(list: string): void {
    this.#paging.extend(list);
    this.refresh();
  }

  getTreeItem(node: UnitsNode): TreeItem {
    switch (node.kind) {
      case 'target': {
        const item = new TreeItem(node.target.name, TreeItemCollapsibleState.Expanded);
        item.id = `target:${node.target.id}`;
        item.description = `${node.target.kind} · ${count(node.units.length, 'unit')} · ${count(node.items, 'item')}`;
        item.tooltip = `${node.target.packageName}: ${node.target.root}\n${count(node.items, 'item')}, estimated size ${size(node.size)} MIR statements`;
        item.iconPath = targetIcon(node.target.kind);
        item.contextValue = 'target';
        return item;
      }
      case 'unit': {
        const item = new TreeItem(node.unit.name, TreeItemCollapsibleState.Collapsed);
        item.id = `unit:${node.target.id}:${node.unit.id}`;
        item.description = `${node.unit.items.toLocaleString('en')} · ${size(node.unit.size)}`;
        item.tooltip = unitTooltip(node.unit);
        item.iconPath = unitIcon(node.unit.kind);
        item.contextValue = 'unit';
        item.accessibilityInformation = {
          label: `${node.unit.kind} codegen unit ${node.unit.name}, ${count(node.unit.items, 'item')}`,
        };
        return item;
      }
      case 'item': {
        const item = new TreeItem(node.item.label, TreeItemCollapsibleState.None);
        item.id = `item:${node.target.id}:${node.unit.id}:${node.item.id}`;
        item.description = unitItemDescription(node.item.linkage, node.item.size);
        item.tooltip = itemTooltip(node.item);
        item.iconPath = itemIcon(node.item.kind);
        item.contextValue = node.item.location === undefined ? 'monoItem' : 'monoItemSource';
        item.command = openCommand(this.#connection, node.item.location);
        return item;
      }
      case 'more':
        return moreItem('monolens.moreUnitItems', node.list, node.remaining);
    }
  }

  async getChildren(node?: UnitsNode): Promise<UnitsNode[]> {
    if (node === undefined) {
      const result = await this.#connection.request('monolens/codegenUnits', {});
      return (result?.targets ?? []).map((entry) => ({ kind: 'target', ...entry }));
    }
    if (node.kind === 'target') {
      return node.units.map((unit) => ({ kind: 'unit', target: node.target, unit }));
    }
    if (node.kind !== 'unit') return [];
    const list = `${node.target.id}:${node.unit.id}`;
    const result = await this.#connection.request('monolens/codegenUnitItems', {
      target: node.target.id,
      unit: node.unit.id,
      page: this.#paging.page(list),
    });
    if (result === undefined) return [];
    const nodes: UnitsNode[] = result.items.map((item) => ({
      kind: 'item',
      target: node.target,
      unit: node.unit,
      item,
    }));
    const remaining = result.total - nodes.length;
    if (remaining > 0) nodes.push({ kind: 'more', list, remaining });
    return nodes;
  }
}
