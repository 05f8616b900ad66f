/** Serves tests/fixtures over HTTP, as the sites that the pages imitate would. */
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giantPage } from './giant-page.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../tests/fixtures');

/** HTML goes without a charset: the pages name their own, and one is in GBK. */
const types = {
  '.html': 'text/html',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Starts the server on localhost; `port` 0 or none takes a free one. `/<fixture>/` is that fixture's source.html,
 * `/images/…` the pictures, `/giant/` a page of 5 MB made on the spot.
 * @param {{ port?: number }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` has no slash at its end
 */
export async function serveFixtures({ port = 0 } = {}) {
  let giant;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/giant/') {
      giant ??= giantPage();
      response.writeHead(200, { 'content-type': 'text/html' }).end(giant);
      return;
    }
    const file = await findFile(path);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(await readFile(file));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file of a path, never one outside the folder; null when there is none. */
async function findFile(path) {
  const relative = normalize(path).replace(/^([/\\]|\.\.)+/u, '');
  const file = join(root, path.endsWith('/') ? join(relative, 'source.html') : relative);
  const isFile = file.startsWith(root) && (await stat(file).catch(() => null))?.isFile();
  return isFile ? file : null;
}
