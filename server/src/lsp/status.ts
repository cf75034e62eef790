/** What the server tells of itself: busy or not, how many items the target has, whose sources stand for std. */
import type { Connection } from 'vscode-languageserver/node';
import { copies } from '../ide/program.ts';
import { type Collection, collect } from '../mono/collector.ts';
import type { MonoItem } from '../mono/instance.ts';
import type { Step } from './analyzer.ts';
import type { Projects } from './projects.ts';
import { allTargets, type Notifications, type ServerStatus } from './protocol.ts';
import type { Targets } from './targets.ts';

/** An analysis that is likely to be done before anyone sees that it runs is not announced. */
const announcedFrom = 150;
/** How long after an edit that changed no item the lists are told that places have moved. */
const movedDelay = 400;

interface Count {
  readonly items: number;
  readonly unresolved: number;
  /** What was counted: other objects, other items. */
  readonly collections: readonly Collection[];
}

export class Status {
  readonly #connection: Connection;
  readonly #projects: Projects;
  readonly #targets: Targets;
  #state: ServerStatus['state'] = 'starting';
  #message: string | undefined;
  #count: Count = { items: 0, unresolved: 0, collections: [] };
  #published: readonly Collection[] | undefined;
  #revision = 0;
  #lastDuration = Number.POSITIVE_INFINITY;
  #moved: NodeJS.Timeout | undefined;

  constructor(connection: Connection, projects: Projects, targets: Targets) {
    this.#connection = connection;
    this.#projects = projects;
    this.#targets = targets;
  }

  get revision(): number {
    return this.#revision;
  }

  /** No analysis has been finished yet. */
  get isFirst(): boolean {
    return this.#revision === 0;
  }

  step(step: Step): void {
    if (!step.isLoading && this.#lastDuration < announcedFrom) return;
    const state = step.isLoading ? 'loading' : 'analyzing';
    if (this.#state === state && this.#message === step.message) return;
    this.#state = state;
    this.#message = step.message;
    this.#notify('monolens/didChangeStatus', this.current());
  }

  /** The last step of an analysis. */
  count(): void {
    const seen = new Set<MonoItem>();
    let items = 0;
    const collections: Collection[] = [];
    let unresolved = 0;
    for (const { program } of this.#targets.activeViews()) {
      const { db, targets, configs } = program;
      for (const config of targets) {
        if (targets.length === 1) items += collect(db, config).items.length;
        else for (const { item } of copies(db, config)) seen.add(item);
        unresolved += collect(db, config).unresolved.length;
      }
      collections.push(...configs.map((config) => collect(db, config)));
    }
    this.#count = { items: items + seen.size, unresolved, collections };
  }

  /** Publishes what was counted. Says whether items may have changed. */
  finished(milliseconds: number): boolean {
    this.#lastDuration = milliseconds;
    const { collections } = this.#count;
    const last = this.#published;
    const isChanged =
      last === undefined ||
      last.length !== collections.length ||
      collections.some((one, i) => one !== last[i]);
    const failures = this.#projects.all.flatMap(({ loaded, failure }) =>
      !loaded && failure ? [failure] : [],
    );
    const hasTargets = this.#targets.active() !== undefined;
    this.#state = !hasTargets && failures.length > 0 ? 'failed' : 'ready';
    this.#message =
      failures[0] ?? (hasTargets ? undefined : 'There is no Cargo workspace in the open folders.');
    clearTimeout(this.#moved);
    if (isChanged) this.#publish();
    else {
      this.#notify('monolens/didChangeStatus', this.current());
      this.#moved = setTimeout(() => this.#publish(), movedDelay);
      this.#moved.unref();
    }
    return isChanged;
  }

  #publish(): void {
    this.#revision++;
    this.#published = this.#count.collections;
    this.#notify('monolens/didChangeAnalysis', { revision: this.#revision, status: this.current() });
  }

  /** Settings change what is shown of the same items. */
  settingsChanged(): void {
    this.#published = undefined;
  }

  failed(message: string): void {
    this.#state = 'failed';
    this.#message = message;
    this.#lastDuration = Number.POSITIVE_INFINITY;
    this.#notify('monolens/didChangeStatus', this.current());
  }

  current(): ServerStatus {
    const active = this.#targets.active();
    const project = active === allTargets || active === undefined ? this.#projects.all[0] : active.project;
    const sysroot = project?.loaded?.sysroot;
    return {
      state: this.#state,
      ...(this.#message === undefined ? {} : { message: this.#message }),
      items: this.#count.items,
      unresolved: this.#count.unresolved,
      ...(active === undefined ? {} : { active: active === allTargets ? allTargets : active.info }),
      ...(sysroot ? { std: { kind: sysroot.kind === 'distribution' ? 'debian' : sysroot.kind } } : {}),
      revision: this.#revision,
    };
  }

  #notify<M extends keyof Notifications>(method: M, params: Notifications[M]): void {
    void this.#connection.sendNotification(method, params);
  }
}
