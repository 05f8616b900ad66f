// @ts-check
/** The network is gone at each step of fetching an article's images: the clip is whole without them, and they come later. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { seeText, until } from '../e2e/drivers/driver.mjs';
import { clipPage, statusLine, waitForText } from '../e2e/journeys/clip.mjs';
import { readStore } from '../e2e/read-store.mjs';
import { makeProfile, start } from './extension.mjs';

/** How an image does not come. @type {Record<string, (response: import('node:http').ServerResponse, image: Buffer) => void>} */
const drops = {
  'refused before an answer': (response) => response.destroy(),
  'an error for an answer': (response) => response.writeHead(503).end(),
  'dropped after the headers': (response, image) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': image.length });
    response.flushHeaders();
    setTimeout(() => response.destroy(), 20);
  },
  'dropped in the middle': (response, image) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': image.length });
    response.write(image.subarray(0, image.length >> 1), () => setTimeout(() => response.destroy(), 20));
  },
  'something else in its place': (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Please sign in</title>'),
};

/** @type {import('./experiment.mjs').Experiment} */
export const experiment = {
  name: 'network',
  browsers: ['chromium', 'firefox'],
  what: 'network dropped at each step of fetching images: clip and text stay, reading again brings the images',
  async run({ extension, short }) {
    const profile = makeProfile();
    const site = await serve();
    const driver = await start(extension, profile.path);
    const counts = { steps: 0, 'clip and text kept': 0, 'half images': 0, 'images after reading again': 0 };
    const missed = [];
    try {
      for (const step of Object.keys(drops).slice(0, short ? 2 : undefined)) {
        counts.steps++;
        site.drop(step);
        const path = `${step.replaceAll(' ', '-')}`;
        const popup = await clipPage(driver, `${site.url}/${path}`);
        await waitForText(popup);
        await new Promise((resolve) => setTimeout(resolve, 1500));
        const clip = (await readStore(driver, 'clips')).find(({ url }) => url.endsWith(path));
        const body = (await readStore(driver, 'bodies')).find(({ clipId }) => clipId === clip?.id);
        if (clip?.kind === 'article' && body?.text.includes('Part 6')) counts['clip and text kept']++;
        const imagesOf = async () => (await readStore(driver, 'images')).filter(({ clipId }) => clipId === clip?.id);
        counts['half images'] += (await imagesOf()).filter(({ bytes }) => bytes).length;
        await popup.close().catch(() => undefined); // reading past it may have closed it
        site.drop(null);
        await driver.openPage(`${site.url}/${path}?utm_source=mail`);
        const again = await driver.clickToolbarButton();
        await seeText(again, statusLine, /In your library/);
        await again.click({ role: 'button', name: 'Update text' });
        const came = until('the images', async () => (await imagesOf()).some(({ bytes }) => bytes), 8000);
        if (await came.then(Boolean, () => false)) counts['images after reading again']++;
        else missed.push(step);
        await driver.closeTabs();
      }
    } finally {
      await driver.close();
      await site.close();
      profile.remove();
    }
    const { steps } = counts;
    const holds =
      counts['clip and text kept'] === steps &&
      counts['half images'] === 0 &&
      counts['images after reading again'] === steps;
    return { counts: { ...counts, ...(missed.length > 0 && { missed: missed.join('; ') }) }, holds };
  },
};

async function serve() {
  const image = readFileSync(new URL('../../public/icons/128.png', import.meta.url));
  /** @type {string | null} */
  let dropping = null;
  const words = 'Mills in the region cut their output again this week, and traders expect prices to follow. '.repeat(3);
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.png')) {
      const drop = dropping && drops[dropping];
      if (drop) drop(response, image);
      else response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' }).end(image);
      return;
    }
    const name = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
    const parts = Array.from({ length: 6 }, (_, n) => `<p>Part ${n + 1} of ${name}. ${words}</p>`).join('');
    const figure = `<figure><img src="/${name}.png" width="640" height="400" alt="A mill"><figcaption>A mill</figcaption></figure>`;
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="en"><title>News of ${name}</title><article><h1>News of ${name}</h1>${figure}${parts}</article>`,
      );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}`,
    drop: (/** @type {string | null} */ step) => {
      dropping = step;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(null));
        server.closeAllConnections();
      }),
  };
}
