/**
 * std's sources out of its documentation.
 *
 * rustup installs `rust-docs` by default and `rust-src` not. The documentation holds the text of every file of std in
 * a page of its own, `share/doc/rust/html/src/core/option.rs.html`, marked up for reading. This host layer shows those
 * pages as the files they were made from, at the paths that `rust-src` would have: below the made-up directory
 * `html/src/@library`, `core/src/option.rs` is the text of that page.
 *
 * rustdoc drops `..` from paths, so a file that core includes from elsewhere (`../../stdarch/…`) is among core's.
 */
import type { DirectoryEntry, Host } from '../vfs/host.ts';

const marker = '/@library';

/** The made-up library directory for the `html/src` directory of some documentation. */
export function rustdocLibrary(htmlSrc: string): string {
  return htmlSrc + marker;
}

/** A host that shows the files in documentation besides those of `inner`. */
export function withRustdocSources(inner: Host): Host {
  return {
    readFile(path) {
      const page = sourcePage(inner, path);
      if (page === undefined) return inner.readFile(path);
      const html = inner.readFile(page);
      return html === undefined ? undefined : textOfPage(html);
    },
    ...(inner.stamp && { stamp: (path: string) => inner.stamp?.(sourcePage(inner, path) ?? path) }),
    ...(inner.readBytes && { readBytes: (path: string) => inner.readBytes?.(path) }),
    kindOf(path) {
      if (!path.includes(marker)) return inner.kindOf(path);
      if (sourcePage(inner, path) !== undefined) return 'file';
      const directory = sourceDirectory(path);
      return directory === undefined ? undefined : inner.kindOf(directory);
    },
    readDirectory(path) {
      if (!path.includes(marker)) return inner.readDirectory(path);
      const directory = sourceDirectory(path);
      return directory === undefined ? undefined : inner.readDirectory(directory)?.flatMap(withoutHtml);
    },
  };
}

function withoutHtml(entry: DirectoryEntry): DirectoryEntry[] {
  if (entry.isDirectory) return [entry];
  return entry.name.endsWith('.rs.html') ? [{ name: entry.name.slice(0, -5), isDirectory: false }] : [];
}

/** `…/html/src/@library/core/src/a.rs` → `…/html/src/core/a.rs.html`, if there is such a page. */
function sourcePage(host: Host, path: string): string | undefined {
  const at = path.indexOf(marker);
  if (at < 0 || !path.endsWith('.rs')) return undefined;
  const base = path.slice(0, at);
  const rest = path.slice(at + marker.length + 1);
  const inCrate = /^([^/]+)\/src\/(.+)$/.exec(rest);
  const candidates = inCrate ? [`${base}/${inCrate[1]}/${inCrate[2]}.html`] : [];
  // From outside of any crate's `src`: whichever crate included it.
  for (const krate of ['core', 'alloc', 'std']) candidates.push(`${base}/${krate}/${rest}.html`);
  return candidates.find((page) => host.kindOf(page) === 'file');
}

function sourceDirectory(path: string): string | undefined {
  const at = path.indexOf(marker);
  const base = path.slice(0, at);
  const rest = path.slice(at + marker.length);
  const inCrate = /^\/([^/]+)(?:\/src(\/.*)?)?$/.exec(rest);
  if (rest === '') return base;
  return inCrate ? `${base}/${inCrate[1]}${inCrate[2] ?? ''}` : undefined;
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

/** The text of a source page: what stands between its `<pre>` tags without line numbers and markup. */
export function textOfPage(html: string): string | undefined {
  const start = html.indexOf('<pre class="rust"><code>');
  if (start < 0) return undefined;
  const from = start + '<pre class="rust"><code>'.length;
  const end = html.lastIndexOf('</code></pre>');
  return html
    .slice(from, end < from ? undefined : end)
    .replace(/<a href=#\d+ id=\d+ data-nosnippet>\d+<\/a>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (entity) => entities[entity] ?? entity);
}
