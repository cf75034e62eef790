// `npm run screenshots -- [WORKSPACE FILE [LINE]]`: makes the pictures of the README with the packaged
// extension in a real VS Code. Without arguments the demo's; else one picture of any workspace, named
// after its directory. Look at them before they are committed.
import { basename, resolve } from 'node:path';
import { Workbench } from '../e2e/workbench.ts';
import { inRoot } from './paths.ts';

interface Subject {
  workspace: string;
  file: string;
  line: number;
  name: string;
}

async function take({ workspace, file, line, name }: Subject): Promise<void> {
  const vscode = await Workbench.open(workspace);
  try {
    await vscode.openFile(file);
    await vscode
      .statusBar()
      .filter({ hasText: /\d+ items?/ })
      .waitFor({ timeout: 120_000 });
    await vscode.openViews();
    await vscode.widenSideBar(460);
    await vscode.goToLine(line);
    // The first lenses of an analysis that is not finished may be without counts.
    await vscode
      .lenses()
      .filter({ hasText: /\d instantiation/ })
      .first()
      .waitFor({ timeout: 60_000 });
    // A volatile unit shows best what the tree is for.
    const unit = vscode.row('Codegen Units', /\.volatile/);
    await unit.click();
    await vscode.rows('Mono Items').first().click();
    await vscode.goToLine(line);
    await vscode.page.waitForLoadState('networkidle').catch(() => undefined);
    await vscode
      .lenses()
      .filter({ hasText: /\d instantiation/ })
      .first()
      .waitFor();
    await vscode.screenshot(name);
  } finally {
    await vscode.close();
  }
}

process.env.MONOLENS_SCREENSHOTS = '1';
const [workspace, file, line] = process.argv.slice(2);
await take(
  workspace !== undefined && file !== undefined
    ? { workspace: resolve(workspace), file, line: Number(line ?? 1), name: basename(resolve(workspace)) }
    : { workspace: inRoot('test-fixtures', 'demo'), file: 'shapes/src/lib.rs', line: 1, name: 'overview' },
);
