// @ts-check
/** Serves and drives the peers in a Chromium of their own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumSwitches, requireBrowser } from '../../../scripts/lib/browsers.mjs';
import { folderSize, processorOfBrowser, rest } from './measure.mjs';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const types = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** @param {string} path */
function fileFor(path) {
  if (path === '/minisearch.mjs') return `${modules}minisearch/dist/es/index.js`;
  if (path === '/flexsearch.mjs') return `${modules}flexsearch/dist/flexsearch.bundle.module.min.mjs`;
  if (path.startsWith('/sqlite/')) return `${modules}@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/${path.slice(8)}`;
  return `${here}${path.slice('/library/'.length)}`;
}

async function serve() {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    // SQLite's file system needs shared memory, which browsers give to isolated pages only.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><script type="module" src="/library/peers-page.mjs"></script>');
      return;
    }
    try {
      const path = fileFor(pathname);
      response.setHeader('content-type', /** @type {Record<string, string>} */ (types)[extname(path)] ?? 'text/plain');
      response.end(readFileSync(path));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, () => resolve(null)));
  const address = server.address();
  return { url: `http://localhost:${typeof address === 'object' ? address?.port : 0}/`, close: () => server.close() };
}

/**
 * Builds one peer's index of `size` stories, asks it everything, and opens it cold.
 * @param {'minisearch' | 'flexsearch' | 'sqlite'} name
 * @param {number} size
 * @param {readonly import('./truth.mjs').Query[]} queries
 * @param {import('./truth.mjs').Query} first asked first by a page that has just been opened
 * @param {number} rounds
 */
export async function measurePeer(name, size, queries, first, rounds) {
  const site = await serve();
  const profile = mkdtempSync(join(tmpdir(), 'clipsheet-peer-'));
  const launch = () =>
    puppeteer.launch({
      executablePath: requireBrowser('chromium'),
      pipe: true,
      userDataDir: profile,
      protocolTimeout: 1_800_000,
      args: chromiumSwitches,
    });
  /** @param {import('puppeteer-core').Browser} browser */
  const open = async (browser) => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction('globalThis.peers');
    return page;
  };
  let browser = await launch();
  try {
    const page = await open(browser);
    const heapBefore = await heapOf(page);
    const started = Date.now();
    await page.evaluate(
      (peer, count) => {
        const { peers } = /** @type {any} */ (globalThis);
        return peer === 'sqlite' ? peers.fillSqlite(0, count) : peers.build(peer, count);
      },
      name,
      size,
    );
    const built = Date.now() - started;
    const processor = processorOfBrowser(browser.process()?.pid);
    const before = processor();
    const results = await page.evaluate(
      (peer, asked, times) => {
        const { peers } = /** @type {any} */ (globalThis);
        return peer === 'sqlite' ? peers.querySqlite(asked, times) : peers.query(peer, asked, times);
      },
      name,
      queries,
      rounds,
    );
    const busy = before === null ? null : ((processor() ?? 0) - before) / (rounds * queries.length);
    const heap = (await heapOf(page)) - heapBefore;
    const cold = [];
    const coldBusy = [];
    for (let round = 0; round < 3; round++) {
      await browser.close();
      browser = await launch();
      await rest();
      const ofBrowser = processorOfBrowser(browser.process()?.pid);
      const start = ofBrowser();
      const again = await open(browser);
      const answer = await again.evaluate(
        (peer, asked) => /** @type {any} */ (globalThis).peers.firstAnswer(peer, asked),
        name,
        first,
      );
      cold.push(answer.at);
      if (start !== null) coldBusy.push((ofBrowser() ?? 0) - start);
    }
    await browser.close();
    const disk = folderSize(join(profile, 'Default', name === 'sqlite' ? 'File System' : 'IndexedDB'));
    const least = coldBusy.length > 0 ? Math.min(...coldBusy) : null;
    return { results, built, heap, cold: Math.min(...cold), busy, coldBusy: least, disk };
  } finally {
    await browser.close();
    site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Bytes of a page's objects after collecting what is not used. @param {import('puppeteer-core').Page} page */
export async function heapOf(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const usage = /** @type {{usedSize: number, backingStorageSize?: number}} */ (
    await session.send('Runtime.getHeapUsage')
  );
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}
