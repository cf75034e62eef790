// Questions answered in quick picks: the copies of one function, the way from a root to one item, the
// choice of an item, the choice of the target. All of them work by keyboard alone.
import { type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import {
  allTargets,
  type InstantiationsAtResult,
  type ItemId,
  type TargetInfo,
} from '../../server/src/lsp/protocol.ts';
import type { Connection } from './connection.ts';
import { open } from './navigation.ts';
import { count, itemIcon, reason, size, targetIcon } from './presentation.ts';

const explainButton: QuickInputButton = {
  iconPath: new ThemeIcon('question'),
  tooltip: 'Explain Why This Instance Exists',
};

/** Lists the copies of a function; choosing one goes to the place that causes it first. */
export function pickInstantiation(connection: Connection, result: InstantiationsAtResult): void {
  const { group, instantiations } = result;
  type Pick = QuickPickItem & { index: number };
  const picker = window.createQuickPick<Pick>();
  const copies = `${instantiations.length}${result.incomplete ? '+' : ''}`;
  picker.title = `${group.label}: ${copies} ${instantiations.length === 1 ? 'instantiation' : 'instantiations'}`;
  picker.placeholder = 'Go to the place that causes a copy';
  picker.matchOnDescription = true;
  picker.items = instantiations.map(({ item, causes }, index) => ({
    label: item.args === '' ? item.label : item.args,
    description: item.units.map((unit) => `${unit.name}[${unit.linkage}]`).join(' '),
    detail: `estimated size ${size(item.size)}, ${count(causes.length, 'use')}`,
    iconPath: itemIcon(item.kind),
    buttons: [explainButton],
    index,
  }));
  picker.onDidTriggerItemButton(({ item: { index } }) => {
    const instantiation = instantiations[index];
    if (instantiation) void explain(connection, instantiation.item.id);
  });
  picker.onDidAccept(() => {
    const instantiation = instantiations[picker.selectedItems[0]?.index ?? -1];
    picker.hide();
    const place = instantiation?.causes[0] ?? instantiation?.item.location;
    if (place) void open(connection, place);
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}

/** Shows the uses that lead from a root to an item; moving along them shows each in the editor. */
export async function explain(connection: Connection, item: ItemId): Promise<void> {
  const result = await connection.request('monolens/explain', { item });
  if (!result || result.steps.length === 0) {
    void window.showInformationMessage('This item is no longer part of the program.');
    return;
  }
  const { steps } = result;
  type Pick = QuickPickItem & { index: number };
  const picker = window.createQuickPick<Pick>();
  picker.title = `Why ${steps[steps.length - 1]?.item.label ?? ''} exists`;
  picker.placeholder = 'From a root down to the item; choose a step to go to the use';
  picker.items = steps.map((step, index) => ({
    label: `${'\u2007'.repeat(Math.min(index, 12))}${step.item.label}`,
    description: step.location ? `${reason(step)} · ${place(step.location)}` : reason(step),
    iconPath: itemIcon(step.item.kind),
    index,
  }));
  picker.onDidChangeActive(([active]) => {
    const step = steps[active?.index ?? -1];
    const location = step?.location ?? step?.item.location;
    if (location) void open(connection, location, { preserveFocus: true });
  });
  picker.onDidAccept(() => {
    const step = steps[picker.selectedItems[0]?.index ?? -1];
    const location = step?.location ?? step?.item.location;
    picker.hide();
    if (location) void open(connection, location);
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}

function place(location: { uri: string; range: { start: { line: number } } }): string {
  const file = decodeURIComponent(location.uri.slice(location.uri.lastIndexOf('/') + 1));
  return `${file}:${location.range.start.line + 1}`;
}

/** Lets the user find an item by words; the server filters. */
export function pickItem(connection: Connection): Promise<ItemId | undefined> {
  type Pick = QuickPickItem & { group?: string; item?: ItemId };
  const picker = window.createQuickPick<Pick>();
  picker.title = 'Explain an Instance';
  picker.placeholder = 'Type words of a function\u2019s path, then choose one of its copies';
  picker.matchOnDescription = true;
  let asked = 0;

  const listGroups = async (text: string): Promise<void> => {
    const turn = ++asked;
    picker.busy = true;
    const result = await connection.request('monolens/monoItemGroups', {
      filter: { text },
      sort: 'copies',
      page: { offset: 0, limit: 100 },
    });
    if (turn !== asked) return;
    picker.busy = false;
    picker.items = (result?.groups ?? []).map((group) => ({
      label: group.label,
      description: count(group.copies, 'copy', 'copies'),
      iconPath: itemIcon(group.kind),
      alwaysShow: true,
      group: group.id,
    }));
  };
  const listItems = async (group: string, label: string): Promise<ItemId | undefined> => {
    asked++;
    const result = await connection.request('monolens/monoItems', {
      group,
      page: { offset: 0, limit: 1000 },
    });
    const items = result?.items ?? [];
    if (items.length === 1) return items[0]?.id;
    picker.value = '';
    picker.title = label;
    picker.items = items.map((item) => ({
      label: item.args === '' ? item.label : item.args,
      description: size(item.size),
      iconPath: itemIcon(item.kind),
      item: item.id,
    }));
    return undefined;
  };

  return new Promise((resolve) => {
    let chosenGroup = false;
    picker.onDidChangeValue((text) => {
      if (!chosenGroup) void listGroups(text);
    });
    picker.onDidAccept(async () => {
      const pick = picker.selectedItems[0];
      let item = pick?.item;
      if (item === undefined && pick?.group !== undefined) {
        chosenGroup = true;
        item = await listItems(pick.group, pick.label);
      }
      if (item === undefined) return;
      resolve(item);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
    void listGroups('');
  });
}

/** Lets the user choose the target whose items count. */
export async function pickTarget(connection: Connection): Promise<void> {
  const result = await connection.request('monolens/targets', {});
  if (result === undefined || result.targets.length === 0) {
    void window.showInformationMessage('No Cargo target was found in this workspace.');
    return;
  }
  type Pick = QuickPickItem & { target?: string };
  const current = (id: string): string => (id === result.active ? 'current' : '');
  const picks: Pick[] = [
    {
      label: 'All targets',
      description: current(allTargets),
      detail: 'Every target together, each item counted once',
      iconPath: new ThemeIcon('layers'),
      target: allTargets,
    },
  ];
  const byPackage = new Map<string, TargetInfo[]>();
  for (const target of result.targets) {
    const list = byPackage.get(target.packageName);
    if (list) list.push(target);
    else byPackage.set(target.packageName, [target]);
  }
  for (const [name, targets] of byPackage) {
    picks.push({ label: name, kind: QuickPickItemKind.Separator });
    for (const target of targets) {
      picks.push({
        label: target.name,
        description: [target.kind, current(target.id)].filter(Boolean).join(' · '),
        iconPath: targetIcon(target.kind),
        target: target.id,
      });
    }
  }
  const pick = await window.showQuickPick(picks, {
    title: 'Choose Target',
    placeHolder: 'Whose mono items are counted',
    matchOnDescription: true,
  });
  if (pick?.target !== undefined)
    await connection.request('monolens/setActiveTarget', { target: pick.target });
}
