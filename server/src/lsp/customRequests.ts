/** The requests of our own client (`protocol.ts`): targets, codegen units, mono items, explanations. */
import type { GenericRequestHandler } from 'vscode-languageserver/node';
import { codegenUnitItems, codegenUnits } from '../ide/codegenUnits.ts';
import { explain } from '../ide/explain.ts';
import { instantiationsAt } from '../ide/instantiations.ts';
import type { ItemInfo } from '../ide/itemInfo.ts';
import { itemsText } from '../ide/itemsText.ts';
import type { GroupInfo } from '../ide/monoItems.ts';
import { copies } from '../ide/program.ts';
import { configOf } from '../mono/config.ts';
import { fileAt } from './features.ts';
import type { Project, View } from './projects.ts';
import {
  allTargets,
  type DidChangeTrustParams,
  type MonoItemGroup,
  type MonoItemInfo,
  type Page,
  type Requests,
  type TargetsResult,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Pages are never larger than this. */
const maximumPage = 10_000;

export function registerCustomRequests(session: Session): void {
  const { connection, analyzer, targets, status } = session;

  /** A request that is answered from a finished analysis. */
  const onRequest = <M extends keyof Requests>(
    method: M,
    compute: (params: Requests[M]['params']) => Requests[M]['result'],
  ): void => {
    const handler: GenericRequestHandler<unknown, void> = (params: Requests[M]['params'], token) =>
      analyzer.answer(token, () => compute(params));
    connection.onRequest(method, handler);
  };

  connection.onRequest('monolens/status', () => status.current());
  connection.onRequest('monolens/targets', () => targetsResult(session));
  connection.onRequest(
    'monolens/setActiveTarget',
    ({ target }: Requests['monolens/setActiveTarget']['params']) => {
      targets.choose(target);
      analyzer.invalidate();
      return targetsResult(session);
    },
  );
  connection.onNotification('monolens/didChangeTrust', ({ trusted }: DidChangeTrustParams) => {
    if (trusted === (session.options.trusted ?? false)) return;
    session.options = { ...session.options, trusted };
    for (const project of session.projects.all) project.load();
    analyzer.invalidate();
  });

  onRequest('monolens/codegenUnits', () => ({
    revision: status.revision,
    targets: targets.activeViews().flatMap(({ project, program }) =>
      program.targets.flatMap((config) => {
        const info = targetOf(project, config);
        if (!info) return [];
        const units = codegenUnits(program.db, config).map((unit) => ({ ...unit, id: unit.name }));
        return [
          {
            target: info,
            units,
            // What several units have copies of counts once.
            items: copies(program.db, config).length,
            size: sum(units.map(({ size }) => size)),
          },
        ];
      }),
    ),
  }));

  onRequest('monolens/codegenUnitItems', ({ target, unit, page }) => {
    for (const { project, program, printers } of targets.activeViews()) {
      for (const config of program.targets) {
        if (targetOf(project, config)?.id !== target) continue;
        const { offset, limit } = paged(page);
        const { total, items } = codegenUnitItems(program.db, printers, config, unit, offset, limit);
        return {
          revision: status.revision,
          total,
          items: items.map(({ item, linkage }) => ({ ...itemResult(project, item), linkage })),
        };
      }
    }
    return { revision: status.revision, total: 0, items: [] };
  });

  onRequest('monolens/monoItemGroups', ({ filter = {}, sort = 'copies', page }) => {
    const { offset, limit } = paged(page);
    const views = targets.activeViews();
    const lists = views.map((view) => {
      // The page may come from any of the projects.
      const list = view
        .groups()
        .list(filter, sort, views.length === 1 ? offset : 0, views.length === 1 ? limit : offset + limit);
      return { ...list, groups: list.groups.map((group) => groupResult(view.project, group)) };
    });
    const groups = lists.flatMap((list) => list.groups);
    return {
      revision: status.revision,
      total: sum(lists.map(({ total }) => total)),
      totalItems: sum(lists.map(({ totalItems }) => totalItems)),
      groups: views.length === 1 ? groups : groups.sort(order(sort)).slice(offset, offset + limit),
    };
  });

  onRequest('monolens/monoItems', ({ group, page }) => {
    const [project, id] = splitId(group);
    const view = targets.activeViews().find((candidate) => candidate.project.id === project);
    if (!view) return { revision: status.revision, total: 0, items: [] };
    const { offset, limit } = paged(page);
    const { total, items } = view.groups().items(id, offset, limit);
    return { revision: status.revision, total, items: items.map((item) => itemResult(view.project, item)) };
  });

  onRequest('monolens/itemsText', ({ filter, polymorphize }) => {
    const views = targets.activeViews();
    return {
      text: views
        .map((view) => itemsText(sharing(view, polymorphize), view.printers, filter?.text))
        .join('\n'),
    };
  });

  onRequest('monolens/instantiationsAt', ({ textDocument: { uri }, position }) => {
    const at = fileAt(session, uri);
    const offset = at?.view.project.convert.offset(at.file, position);
    if (!at || offset === undefined) return null;
    const { program, printers, project } = at.view;
    const found = instantiationsAt(program, printers, at.crate, at.file, offset);
    if (!found) return null;
    return {
      revision: status.revision,
      group: groupResult(project, found.group),
      range: project.convert.range(found.range),
      instantiations: found.instantiations.map(({ item, causes }) => ({
        item: itemResult(project, item),
        causes: project.convert.locations(causes),
      })),
      incomplete: found.incomplete,
    };
  });

  onRequest('monolens/explain', ({ item }) => {
    const [id, rest] = splitId(item);
    for (const { project, program, printers } of targets.activeViews()) {
      if (id !== undefined && project.id !== id) continue;
      const steps = explain(program, printers, rest);
      if (!steps) continue;
      return {
        revision: status.revision,
        steps: steps.map(({ item: step, reason, place }) => {
          const location = project.convert.location(place);
          return { item: itemResult(project, step), reason, ...(location ? { location } : {}) };
        }),
      };
    }
    return null;
  });

  function targetOf(project: Project, config: Parameters<typeof configOf>[0]) {
    const { krate } = configOf(config);
    return project.targets.find(({ target }) => target.crate === krate)?.info;
  }
}

function targetsResult({ targets }: Session): TargetsResult {
  const active = targets.active();
  return {
    targets: targets.all().map(({ info }) => info),
    active: active === undefined || active === allTargets ? allTargets : active.info.id,
  };
}

/** The same program with sharing of copies as asked for. */
function sharing({ project, program }: View, polymorphize: boolean | undefined): View['program'] {
  if (polymorphize === undefined) return program;
  const crates = program.targets.map((config) => configOf(config).krate);
  return project.programWith(crates, { polymorphize });
}

// Ids of items and groups are unique within a project; the project's number in front tells them apart.

function joinId(project: Project, id: string): string {
  return `${project.id}:${id}`;
}

function splitId(id: string): [project: number | undefined, rest: string] {
  const match = /^(\d+):(\w+)$/.exec(id);
  return match ? [Number(match[1]), match[2]!] : [undefined, id];
}

function itemResult(project: Project, { range, incomplete, units, ...item }: ItemInfo): MonoItemInfo {
  const location = project.convert.location(range);
  return {
    ...item,
    id: joinId(project, item.id),
    units: units.map(({ name, linkage }) => ({ unit: name, name, linkage })),
    ...(location ? { location } : {}),
    ...(incomplete ? { incomplete } : {}),
  };
}

function groupResult(project: Project, { range, parameters, unused, ...group }: GroupInfo): MonoItemGroup {
  const location = project.convert.location(range);
  return {
    ...group,
    id: joinId(project, group.id),
    parameters: [...parameters],
    unused: [...unused],
    ...(location ? { location } : {}),
  };
}

function order(sort: 'copies' | 'size' | 'name'): (a: MonoItemGroup, b: MonoItemGroup) => number {
  const byName = (a: MonoItemGroup, b: MonoItemGroup) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
  if (sort === 'copies') return (a, b) => b.copies - a.copies || b.size - a.size || byName(a, b);
  if (sort === 'size') return (a, b) => b.size - a.size || b.copies - a.copies || byName(a, b);
  return byName;
}

function paged(page: Page | undefined): Page {
  const { offset = 0, limit = maximumPage } = page ?? {};
  return { offset: Math.max(0, offset), limit: Math.min(Math.max(0, limit), maximumPage) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
