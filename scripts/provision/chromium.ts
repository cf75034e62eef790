// A Chromium for the end-to-end tests and for screenshots: the one that MONOLENS_CHROMIUM names, or one
// on the PATH, or Debian's package. Playwright's own download is not used.
import { installDebian, which } from './debian.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const find = (): string | undefined => {
  for (const name of names) {
    const path = which(name);
    if (path !== undefined) return path;
  }
  return undefined;
};

export async function provisionChromium(): Promise<string> {
  const configured = process.env.MONOLENS_CHROMIUM;
  if (configured) return configured;
  const found = find();
  if (found !== undefined) return found;
  await installDebian(['chromium', 'fonts-dejavu-core'], 'A browser is needed');
  const installed = find();
  if (installed === undefined) throw new Error('Chromium was installed, but is not on the PATH.');
  return installed;
}
