// A VS Code workbench in Chromium, with the packaged extension installed, for the end-to-end tests.
//
// The page object knows the workbench's markup in one place. Everything waits for a state that a person
// would see, never for a fixed time.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { makePackage } from '../scripts/package.ts';
import { inRoot } from '../scripts/paths.ts';
import { provisionChromium } from '../scripts/provision/chromium.ts';
import { type Served, serve } from '../scripts/provision/serve.ts';
import { installExtension, type Profile, provisionVsCode } from '../scripts/provision/vscode.ts';

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Settings that make the workbench quiet, still and equal from run to run. */
const userSettings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'chat.commandCenter.enabled': false,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.cursorBlinking': 'solid',
  'editor.acceptSuggestionOnEnter': 'off',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'window.zoomLevel': 0,
};

export class Workbench {
  readonly page: Page;
  /** The copy of the workspace that is open. */
  readonly folder: string;
  readonly #served: Served;
  readonly #browser: Browser;
  readonly #scratch: string;

  private constructor(page: Page, folder: string, served: Served, browser: Browser, scratch: string) {
    this.page = page;
    this.folder = folder;
    this.#served = served;
    this.#browser = browser;
    this.#scratch = scratch;
  }

  /** Opens a copy of a workspace, so that what a test types stays out of the original. */
  static async open(workspace: string, options: { trust?: boolean } = {}): Promise<Workbench> {
    const main = await provisionVsCode();
    const executablePath = await provisionChromium();
    const vsix = process.env.MONOLENS_VSIX ?? (await makePackage());
    const scratch = mkdtempSync(join(tmpdir(), 'monolens-e2e-'));
    const profile: Profile = { extensions: join(scratch, 'extensions'), data: join(scratch, 'data') };
    const folder = join(scratch, 'workspace');
    cpSync(workspace, folder, { recursive: true, filter: (path) => !/[\\/]target$/.test(path) });
    const machine = join(profile.data, 'data', 'Machine');
    mkdirSync(machine, { recursive: true });
    writeFileSync(join(machine, 'settings.json'), JSON.stringify(userSettings));
    await installExtension(main, vsix, profile);

    const served = await serve(main, profile);
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const workbench = new Workbench(page, folder, served, browser, scratch);
    try {
      await page.goto(served.url(folder));
      await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
      const trust = page.getByRole('button', { name: options.trust === false ? /^No, I/ : /^Yes, I/ });
      await trust.click({ timeout: 30_000 });
    } catch (error) {
      await workbench.screenshot('failed-to-open');
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#served.stop();
    rmSync(this.#scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  serverOutput(): string {
    return this.#served.output();
  }

  /** Keeps a picture in `e2e/out`, and in `docs/images` where MONOLENS_SCREENSHOTS asks for it. */
  async screenshot(name: string): Promise<void> {
    const directories = [inRoot('e2e', 'out')];
    if (process.env.MONOLENS_SCREENSHOTS) directories.push(inRoot('docs', 'images'));
    for (const directory of directories) {
      if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
      await this.page.screenshot({ path: join(directory, `${name}.png`) });
    }
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Runs a command by its title through the command palette. */
  async command(title: string): Promise<void> {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input.input:visible');
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.quickPickRows().filter({ hasText: title }).first().waitFor();
    await this.press('Enter');
  }

  /** Opens a file of the workspace by its path. */
  async openFile(path: string): Promise<void> {
    await this.press('Control+KeyP');
    const input = this.page.locator('.quick-input-widget input.input:visible');
    await input.waitFor();
    await input.fill(path);
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    // The list shows files opened before until the search is through: Enter opens what has the focus.
    const focused = this.page.locator('.quick-input-list .monaco-list-row.focused');
    await focused
      .filter({ hasText: name })
      .filter({ hasText: path.slice(0, slash) })
      .waitFor({ timeout: 30_000 });
    await this.press('Enter');
    await this.page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await this.editor().waitFor();
  }

  /** Places the cursor at the end of a line (1-based). */
  async goToLine(line: number, column = 1): Promise<void> {
    await this.press('Control+KeyG');
    const input = this.page.locator('.quick-input-widget input.input:visible');
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  editor(): Locator {
    return this.page.locator('.editor-instance .monaco-editor').first();
  }

  /** The code lenses on the screen, as their texts. */
  lenses(): Locator {
    return this.page.locator('.codelens-decoration');
  }

  lens(text: string | RegExp): Locator {
    return this.lenses().filter({ hasText: text });
  }

  hover(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
  }

  /** Until the hover has faded in. */
  async hoverIsOpaque(): Promise<void> {
    await this.page.waitForFunction(
      "[...document.querySelectorAll('.monaco-hover:not(.hidden)')].every((e) => getComputedStyle(e).opacity === '1')",
    );
  }

  quickPickRows(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  /** Opens the extension's views in the side bar. */
  async openViews(): Promise<void> {
    await this.page.locator('.activitybar .action-label[aria-label^="Monolens"]').click();
    await this.pane('Codegen Units').waitFor();
  }

  /** Drags the border of the side bar, as one does to read long names. */
  async widenSideBar(to: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (box === null) return;
    const x = box.x + box.width;
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + to, y, { steps: 8 });
    await this.page.mouse.up();
  }

  pane(title: string): Locator {
    return this.page.locator('.split-view-view .pane').filter({
      has: this.page.locator('.pane-header').filter({ hasText: title }),
    });
  }

  /** The rows on the screen of one of the trees. */
  rows(pane: string): Locator {
    return this.pane(pane).locator('.monaco-list-row');
  }

  row(pane: string, text: string | RegExp): Locator {
    return this.rows(pane).filter({ hasText: text }).first();
  }

  statusBar(): Locator {
    return this.page.locator('.statusbar-item[id*="monolens"]');
  }
}
