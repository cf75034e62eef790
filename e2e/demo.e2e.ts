// What a person sees of the demo workspace in a real VS Code: lenses, hover, both trees, the text document,
// and all of them after typing. The tests run in order in one window, as a session of work would.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { inRoot } from '../scripts/paths.ts';
import { Workbench } from './workbench.ts';

const demo = inRoot('test-fixtures', 'demo');

/** The first analysis reads the workspace and std; everything after it is quick. */
const firstAnalysis = 120_000;

async function seen(what: Locator, timeout = 30_000): Promise<void> {
  await what.first().waitFor({ timeout });
}

describe('the demo workspace in VS Code', () => {
  let vscode: Workbench;

  before(async () => {
    vscode = await Workbench.open(demo);
  });

  after(async () => {
    await vscode?.close();
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'failed' || vscode === undefined) return;
    await vscode.screenshot(`failed-${test.title.replace(/\W+/g, '-')}`);
    console.log(`lenses: ${JSON.stringify(await vscode.lenses().allTextContents())}`);
    await vscode.press('Escape');
  });

  it('counts the items of a target that is chosen by keyboard', async () => {
    await vscode.openFile('shapes/src/lib.rs');
    await seen(vscode.statusBar().filter({ hasText: /\d+ items?/ }), firstAnalysis);
    await vscode.command('Monolens: Choose Target');
    await vscode.page.locator('.quick-input-widget input.input:visible').fill('report');
    const row = vscode.quickPickRows().filter({ hasText: /report.*bin/ });
    await seen(row);
    await vscode.press('Enter');
    await seen(vscode.statusBar().filter({ hasText: 'report (bin)' }));
  });

  it('shows above each generic function how many copies are made', async () => {
    await seen(vscode.lens('2 instantiations'), firstAnalysis);
    await vscode.goToLine(50);
    await seen(vscode.lens('never instantiated'));
    await vscode.openFile('report/src/format.rs');
    await seen(vscode.lens('5 instantiations'));
  });

  it('names unused generic parameters', async () => {
    await vscode.openFile('shapes/src/lib.rs');
    await vscode.goToLine(44);
    await seen(vscode.lens('param Unit unused, shared copy'));
    await seen(vscode.lens('param Kind unused, shared copy'));
  });

  it('peeks at the places that cause the copies', async () => {
    await vscode.goToLine(1);
    await vscode.page
      .locator('.codelens-decoration a')
      .filter({ hasText: '2 instantiations' })
      .first()
      .click();
    const peek = vscode.page.locator('.peekview-widget');
    await seen(peek.locator('.preview .view-lines').filter({ hasText: 'largest_by' }));
    assert.equal(await peek.locator('.ref-tree .monaco-list-row .referenceMatch').count(), 2);
    await vscode.screenshot('peek');
    await vscode.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('lists the copies with their types on hover', async () => {
    await vscode.openFile('report/src/format.rs');
    const name = vscode.page
      .locator('.view-line span')
      .filter({ hasText: /^line$/ })
      .first();
    await seen(name);
    await name.hover();
    const hover = vscode.hover();
    await seen(hover);
    await seen(hover.filter({ hasText: /5 (?:instantiations|copies)/ }));
    const text = (await hover.allTextContents()).join('\n');
    for (const type of ['&str', 'f64', 'u32', 'u64', 'String']) {
      assert.ok(text.includes(type), `the hover names the copy for ${type}: ${text}`);
    }
    await vscode.hoverIsOpaque();
    await vscode.screenshot('hover');
    await vscode.page.mouse.move(5, 5);
    await vscode.press('Escape');
  });

  it('shows each codegen unit with its items', async () => {
    await vscode.openViews();
    await seen(vscode.row('Codegen Units', /report.*bin/));
    const unit = vscode.row('Codegen Units', /format\.volatile/);
    await seen(unit);
    await unit.click();
    await seen(vscode.row('Codegen Units', /line::<u32>/));
    await seen(vscode.row('Codegen Units', /External|Internal/));
  });

  it('goes from an item to its source', async () => {
    await vscode.row('Codegen Units', /line::<u32>/).click();
    await seen(vscode.page.locator('.tab.active').filter({ hasText: 'format.rs' }));
  });

  it('groups the mono items by function, most copies first', async () => {
    await seen(vscode.row('Mono Items', /line/));
    const counts = await vscode.rows('Mono Items').locator('.label-description').allTextContents();
    const copies = counts.map((text) => Number(/^(\d+)×/.exec(text)?.[1] ?? Number.NaN));
    assert.ok(copies.length > 3 && copies.every((n) => n > 0), `each row has its count: ${counts}`);
    assert.deepEqual(
      copies,
      copies.toSorted((a, b) => b - a),
    );
    await vscode.row('Mono Items', /line/).click();
    await seen(vscode.row('Mono Items', /^.*\bf64\b/));
  });

  it('narrows the list while the filter is typed', async () => {
    await vscode.command('Monolens: Filter Mono Items');
    const box = vscode.page.locator('.quick-input-widget input.input:visible');
    await box.waitFor();
    await box.fill('registry find');
    await seen(vscode.row('Mono Items', /find/));
    await vscode.row('Mono Items', /format::line/).waitFor({ state: 'detached' });
    await vscode.press('Enter');
    await seen(vscode.row('Mono Items', /find/));
    await vscode.command('Monolens: Clear Mono Item Filter');
    await seen(vscode.row('Mono Items', /line/));
  });

  it('follows typing: a new call makes 2 instantiations 3, over broken code in between', async () => {
    await vscode.openFile('shapes/src/lib.rs');
    await vscode.goToLine(1);
    // Lenses are drawn one by one: three functions have two copies.
    const before = 3;
    await vscode
      .lens('2 instantiations')
      .nth(before - 1)
      .waitFor({ state: 'attached' });
    await vscode.press('Control+Backslash');
    await vscode.openFile('report/src/main.rs');
    const main = vscode.page.locator('.editor-group-container').nth(1);
    const library = vscode.page.locator('.editor-group-container').nth(0);
    const libraryLens = (text: string): Locator =>
      library.locator('.codelens-decoration').filter({ hasText: text });
    await seen(main.locator('.view-lines').filter({ hasText: 'fn main' }));

    await vscode.goToLine(14, 10);
    await vscode.press('End');
    await vscode.page.keyboard.type('\nlet third = largest_by(&circles, |circle| circle.', { delay: 15 });
    // Half a call: the counts stay, the server lives, and the rest of the file is still understood.
    await seen(vscode.statusBar().filter({ hasText: /\d+ items?/ }));
    await seen(libraryLens('2 instantiations'));
    await vscode.page.keyboard.type('radius);', { delay: 15 });
    await seen(libraryLens('3 instantiations'));
    assert.equal(await libraryLens('2 instantiations').count(), before - 1);
    await vscode.screenshot('typing');

    for (let i = 0; i < 6 && (await libraryLens('3 instantiations').count()) > 0; i++) {
      await vscode.press('Control+KeyZ');
      await vscode.page.waitForTimeout(400);
    }
    await libraryLens('3 instantiations').waitFor({ state: 'detached' });
    assert.equal(await libraryLens('2 instantiations').count(), before);
  });

  it('keeps expanded nodes open when the analysis changes', async () => {
    await seen(vscode.row('Codegen Units', /line::<u32>/));
  });

  it('explains why an instance exists', async () => {
    await vscode.command('Monolens: Explain Why an Instance Exists');
    const box = vscode.page.locator('.quick-input-widget input.input:visible');
    await box.waitFor();
    await box.fill('column render');
    await seen(vscode.quickPickRows().filter({ hasText: 'render' }));
    await vscode.quickPickRows().filter({ hasText: 'line' }).first().waitFor({ state: 'detached' });
    await vscode.press('Enter');
    await seen(vscode.quickPickRows().filter({ hasText: /\bmain\b/ }));
    await vscode.screenshot('explain');
    await vscode.press('Escape');
  });

  it('shows all items as a coloured text document', async () => {
    await vscode.command('Monolens: Show All Mono Items as Text');
    await seen(vscode.page.locator('.tab.active').filter({ hasText: 'Mono Items' }));
    const group = vscode.page.locator('.editor-group-container.active');
    const line = group.locator('.view-line').filter({ hasText: /MONO_ITEM.fn/ });
    await seen(line);
    assert.ok((await line.first().locator('span span').count()) > 3, 'the line has several colours');
    await seen(vscode.page.locator('.statusbar-item').filter({ hasText: 'Rust Mono Items' }));
  });

  it('says why there may be more copies than it counts', async () => {
    await vscode.openFile('report/src/main.rs');
    await vscode.goToLine(14, 10);
    await vscode.press('End');
    await vscode.page.keyboard.type('\nline("tiles", circles.tiles().count());', { delay: 15 });
    await vscode.openFile('report/src/format.rs');
    await seen(vscode.lens('5+ instantiations'));
    const name = vscode.page
      .locator('.editor-group-container.active .view-line span')
      .filter({ hasText: /^line$/ })
      .first();
    await name.hover();
    const hover = vscode.hover();
    await seen(hover.filter({ hasText: /no method tiles on \[.*Circle; 2\]/ }));
    await seen(hover.locator('a').filter({ hasText: 'main.rs:15' }));
    await vscode.hoverIsOpaque();
    await vscode.screenshot('unresolved');
  });

  it('comes back after a restart of the server', async () => {
    await vscode.command('Monolens: Restart Server');
    await seen(vscode.statusBar().filter({ hasText: /\d+ items?/ }), firstAnalysis);
    await seen(vscode.row('Codegen Units', /report/));
  });
});

describe('an untrusted workspace in VS Code', () => {
  let vscode: Workbench;

  before(async () => {
    vscode = await Workbench.open(demo, { trust: false });
  });

  after(async () => {
    await vscode?.close();
  });

  it('is analysed without running its toolchain', async () => {
    await vscode.openFile('report/src/format.rs');
    await seen(vscode.lens(/\d+ instantiations/), firstAnalysis);
  });
});
