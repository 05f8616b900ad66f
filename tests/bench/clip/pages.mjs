// @ts-check
/** Real pages for benchmarks: the median and the 95th percentile by size of a folder, or the project's fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { giantPage } from '../../../scripts/lib/giant-page.mjs';

/** @typedef {{name: string, label: string, html: Buffer}} Page */

/**
 * Two pages: a usual and a large one.
 * @param {string | null} folder holds `*.html` or `*.html.gz` at any depth; null for the fixtures
 * @returns {Page[]}
 */
export function choosePages(folder) {
  if (!folder) {
    const fixture = fileURLToPath(new URL('../../fixtures/baic-wordpress/source.html', import.meta.url));
    return [
      { name: 'fixture', label: 'fixture', html: readFileSync(fixture) },
      { name: 'giant', label: 'giant', html: Buffer.from(giantPage()) },
    ];
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.html(\.gz)?$/.test(file),
  );
  if (files.length === 0) throw new Error(`no *.html or *.html.gz in ${folder}`);
  const pages = files.map((file) => readPage(join(folder, file))).sort((a, b) => a.length - b.length);
  const at = (/** @type {number} */ share) => /** @type {Buffer} */ (pages[Math.floor((pages.length - 1) * share)]);
  return [
    { name: 'median', label: 'median', html: at(0.5) },
    { name: 'p95', label: 'p95', html: at(0.95) },
  ];
}

/** @param {string} path */
function readPage(path) {
  const data = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(data) : data;
}

/**
 * @param {readonly Page[]} pages
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function servePages(pages) {
  const server = createServer((request, response) => {
    const page = pages.find(({ name }) => request.url === `/${name}`);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page?.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
