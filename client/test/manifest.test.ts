// The extension's manifest is checked against itself, against the code that it names, and against the
// settings that the server reads: nothing else would notice a typing mistake in it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/paths.ts';

interface Manifest {
  version: string;
  contributes: {
    commands: { command: string; title: string; category?: string }[];
    menus: Record<string, { command: string; when?: string }[]>;
    keybindings: { command: string }[];
    views: Record<string, { id: string }[]>;
    viewsWelcome: { view: string; contents: string }[];
    configuration: {
      title: string;
      properties: Record<string, { description?: string; markdownDescription?: string; default: unknown }>;
    }[];
    walkthroughs: {
      steps: { id: string; description: string; media: { markdown: string }; completionEvents: string[] }[];
    }[];
    languages: { id: string; configuration: string }[];
    grammars: { language: string; scopeName: string; path: string }[];
  };
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
}

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(inRoot(...path), 'utf8')) as T;

const manifest = readJson<Manifest>('package.json');
const { contributes } = manifest;
const declared = new Set(contributes.commands.map(({ command }) => command));
const clientSource = readdirSync(inRoot('client', 'src'))
  .map((file) => readFileSync(inRoot('client', 'src', file), 'utf8'))
  .join('\n');
const protocolSource = readFileSync(inRoot('server', 'src', 'lsp', 'protocol.ts'), 'utf8');
const settings = Object.assign(
  {},
  ...contributes.configuration.map(({ properties }) => properties),
) as Record<string, { description?: string; markdownDescription?: string; default: unknown }>;

describe('the manifests', () => {
  it('give one version to the extension, the client and the server', () => {
    assert.equal(readJson<Manifest>('client', 'package.json').version, manifest.version);
    assert.equal(readJson<Manifest>('server', 'package.json').version, manifest.version);
  });

  it('give each command a title and the category', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.ok(title.length > 0 && category === 'Monolens', command);
    }
  });

  it('name only declared commands in menus, key bindings, welcome texts and the walkthrough', () => {
    const named = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].map(
      ({ command }) => command,
    );
    const texts = [
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
    ].join('\n');
    for (const [, command = ''] of texts.matchAll(/\(command:(monolens\.[\w.]+)\)/g)) named.push(command);
    const views = Object.values(contributes.views).flat();
    const focus = new Set(views.map(({ id }) => `${id}.focus`));
    assert.deepEqual(
      named.filter((command) => !declared.has(command) && !focus.has(command)),
      [],
    );
  });

  it('declare only commands that the client registers', () => {
    const lensCommands = [...protocolSource.matchAll(/'(monolens\.\w+)'/g)].map(([, command]) => command);
    for (const command of declared) {
      const registered = clientSource.includes(`register('${command}'`) || lensCommands.includes(command);
      assert.ok(registered, command);
    }
  });

  it('describe each setting and give it a default', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.ok(setting.description ?? setting.markdownDescription, name);
      assert.notEqual(setting.default, undefined, name);
    }
  });

  it('restrict only settings that exist', () => {
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
      assert.ok(name in settings, name);
    }
  });

  it('declare the settings that the protocol module lists, and no others', () => {
    const body = /interface Configuration \{([\s\S]*?)\n\}/.exec(protocolSource)?.[1] ?? '';
    const listed: string[] = [];
    for (const [, section = '', fields = ''] of body.matchAll(/^ {2}(\w+)\?: \{([\s\S]*?)^ {2}\};/gm)) {
      for (const [, field = ''] of fields.matchAll(/^ {4}(\w+)\?:/gm)) {
        listed.push(`monolens.${section}.${field}`);
      }
    }
    assert.ok(listed.length > 0);
    // What only the client reads: how the server process is started and its messages are logged.
    const clientOnly = (name: string): boolean => /^monolens\.(?:server|trace)\./.test(name);
    assert.deepEqual(
      Object.keys(settings)
        .filter((name) => !clientOnly(name))
        .sort(),
      listed.sort(),
    );
  });

  it('name only files that exist', () => {
    const files = [
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
    ];
    for (const file of files) assert.ok(existsSync(inRoot(file)), file);
  });
});

describe('the lock file', () => {
  interface Locked {
    version?: string;
    resolved?: string;
    link?: boolean;
    optionalDependencies?: Record<string, string>;
  }
  const { packages } = readJson<{ packages: Record<string, Locked> }>('package-lock.json');

  it('names no registry, so that an install asks the one that npm is configured for', () => {
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('//'));
    assert.deepEqual(named, []);
  });

  it('holds the binaries of every platform, whichever one it was written on', () => {
    const missing: string[] = [];
    for (const [path, { optionalDependencies }] of Object.entries(packages)) {
      for (const name of Object.keys(optionalDependencies ?? {})) {
        const own = `${path}/node_modules/${name}`;
        if (!(own in packages) && !(`node_modules/${name}` in packages)) missing.push(name);
      }
    }
    assert.deepEqual(missing, []);
  });
});
