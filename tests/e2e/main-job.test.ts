import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import openGraph from 'open-graph-scraper';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFixtures } from '../../scripts/lib/serve-fixtures.mjs';
import type { ChromiumDriver } from './drivers/chromium.mjs';
import { type Driver, see, until } from './drivers/driver.mjs';
import { launch } from './drivers/launch.mjs';
import { clipPage, waitForText } from './journeys/clip.mjs';
import { doMainJob, type Exports, sample } from './journeys/main-job.mjs';
import { openClip } from './journeys/post.mjs';
import { unpack } from './journeys/unpack.mjs';
import { readStore } from './read-store.mjs';

const browser = process.env.CLIPSHEET_BROWSER === 'firefox' ? 'firefox' : 'chromium';
const expected: { paragraphs: string[]; images: { caption: string }[] } = JSON.parse(
  readFileSync('tests/fixtures/baic-wordpress/expected.json', 'utf8'),
);
const captions = expected.images.map(({ caption }) => caption);
const slug = 'what-openness-means-for-leather-suppliers';

let driver: Driver;
let site: Awaited<ReturnType<typeof serveFixtures>>;
let exports: Exports;
const folder = mkdtempSync(join(tmpdir(), 'clipsheet-post-'));
const index = join(folder, slug, 'index.html');

beforeAll(async () => {
  site = await serveFixtures();
  driver = await launch(browser);
  exports = await doMainJob(driver, site.url);
  unpack(exports.page.data, folder);
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a reader sees of the exported page: paragraphs, images with captions, and the sections after them. */
async function readPost() {
  const tidy = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const figures = [...document.querySelectorAll('figure')].filter((figure) => figure.checkVisibility());
  // Pictures far below wait until they are scrolled to.
  for (const picture of document.images) picture.loading = 'eager';
  await Promise.allSettled([...document.images].map((picture) => picture.decode()));
  return {
    title: tidy(document.querySelector('h1')),
    paragraphs: [...document.querySelectorAll('.clip p:not(.origin)')].map(tidy),
    captions: figures.map((figure) => tidy(figure.querySelector('figcaption'))),
    pictures: figures.map((figure) => figure.querySelector('img')?.naturalWidth ?? 0),
    source: tidy(document.querySelector('.source')),
    share: [...document.querySelectorAll('.share li:not([hidden])')].map((item) =>
      tidy(item.querySelector('a, summary, button')),
    ),
    text: tidy(document.body),
  };
}

describe('the exported page', () => {
  test('holds the article paragraph by paragraph, its images with captions in order, source and share row', async () => {
    const view = await driver.openPage(pathToFileURL(index).href);
    const post = await view.evaluate(readPost);
    expect(post.title).toBe(sample.headline);
    expect(post.paragraphs).toEqual(expected.paragraphs);
    expect(post.captions).toEqual(captions);
    expect(post.pictures.every((width) => width > 0)).toBe(true);
    for (const fact of ['Harbour Leather Journal', 'Lin Mei', sample.title, 'June 18, 2021'])
      expect(post.source).toContain(fact);
    const targets = ['X', 'LinkedIn', 'Facebook', 'Reddit', 'WhatsApp', 'Telegram', 'Weibo', 'WeChat', 'E-mail'];
    expect(post.share).toEqual(targets);
    expect(post.text).toContain(sample.standfirst);
  });

  test('has nothing of the page around the article', async () => {
    const html = readFileSync(index, 'utf8');
    expect(html).not.toMatch(/cookie|related posts|leave a (reply|comment)|newsletter sign/i);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const report = await validator.validateFile(index);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  test('has no accessibility violations', async () => {
    // The page's own policy refuses scripts that it does not know, so it is tested without it.
    const open = readFileSync(index, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    const copy = join(folder, slug, 'axe.html');
    writeFileSync(join(folder, slug, 'axe.js'), axe.source);
    writeFileSync(
      copy,
      open.replace('</body>', () => '<script src="axe.js"></script></body>'),
    );
    const page = await driver.openPage(pathToFileURL(copy).href);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(document);
      if (found.passes.length < 10) throw new Error('axe has hardly looked');
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });

  test('says what it is in Open Graph, as a parser not written here reads it', async () => {
    const { error, result } = await openGraph({ html: readFileSync(index, 'utf8') });
    expect(error).toBe(false);
    expect(result).toMatchObject({
      ogTitle: sample.headline,
      ogType: 'article',
      ogDescription: sample.standfirst,
      ogLocale: 'en_US',
      twitterCard: 'summary_large_image',
    });
    expect(result.ogImage?.[0]?.url).toMatch(/images\/01-/);
  });

  test.runIf(browser === 'chromium')(
    'opens with scripts off and the network off, and asks for nothing else',
    async () => {
      const chromium = driver as ChromiumDriver;
      const page = await chromium.browser().newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setJavaScriptEnabled(false);
      await page.setOfflineMode(true);
      await page.goto(pathToFileURL(index).href);
      const post = await page.evaluate(readPost);
      expect(post.paragraphs).toEqual(expected.paragraphs);
      expect(post.pictures.filter((width) => width > 0)).toHaveLength(captions.length);
      expect(asked.length).toBeGreaterThan(captions.length);
      expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
      await page.close();
    },
  );
});

describe('the other exports', () => {
  test('Markdown has front matter, the text in order and the images beside it', () => {
    const target = join(folder, 'markdown');
    const files = unpack(exports.markdown.data, target);
    expect(files.filter((path) => /\/images\//.test(path))).toHaveLength(captions.length);
    const markdown = readFileSync(join(target, files.find((path) => path.endsWith('.md')) ?? ''), 'utf8');
    expect(markdown).toMatch(new RegExp(`^---\n[^]*title: "?${sample.headline}"?\n[^]*\n---\n`));
    const places = [...expected.paragraphs, ...captions].map((text) => markdown.indexOf(text.slice(0, 40)));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('rich text is on the clipboard as HTML and as plain text at once', () => {
    for (const paragraph of expected.paragraphs) {
      expect(exports.copied.text).toContain(paragraph);
      expect(exports.copied.html).toContain(paragraph.slice(0, 60).replaceAll('&', '&amp;'));
    }
    expect(exports.copied.html).toMatch(/<a href="http/);
    expect(exports.copied.html).not.toMatch(/<script|<style/);
  });

  test('each leaves a receipt on the post', async () => {
    const [post] = await readStore(driver, 'posts');
    expect(post.receipts.map(({ publisher }: { publisher: string }) => publisher).sort()).toHaveLength(3);
    for (const receipt of post.receipts)
      expect(receipt).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe('after the browser was closed and opened again', () => {
  beforeAll(() => driver.restart());

  test('the clip is there with text, tags, note and images', async () => {
    const [clip, ...others] = await readStore(driver, 'clips');
    expect(others).toEqual([]);
    expect(clip).toMatchObject({
      title: sample.title,
      tags: sample.tags,
      note: sample.note,
      imageCount: captions.length,
    });
    const library = await openClip(driver, sample.title);
    const read = () => library.evaluate(() => document.body.textContent);
    const last = captions.at(-1) ?? '';
    await until('the article in the reader', async () => (await read())?.includes(last));
    const shown = await read();
    for (const text of [...expected.paragraphs, ...captions]) expect(shown).toContain(text);
    await library.close();
  });

  test('the post is there as it was left', async () => {
    const library = await driver.openExtensionPage('library.html#/posts');
    await library.click({ role: 'link', name: new RegExp(`^${sample.headline}`) });
    await see(library, { role: 'textbox', name: 'Why it matters' });
    const words = await library.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value));
    expect(words.slice(0, 2)).toEqual([sample.headline, sample.standfirst]);
    await library.close();
  });
});

describe.each(['baic-soup', 'baic-components'])('the same article as %s lays it out', (layout) => {
  test('gives the same text and the same images with captions', async () => {
    const popup = await clipPage(driver, `${site.url}/${layout}/`);
    await waitForText(popup);
    await popup.close();
    const clip = (await readStore(driver, 'clips')).find(({ url }) => url.includes(layout));
    const body = (await readStore(driver, 'bodies')).find(({ clipId }) => clipId === clip.id);
    const images = (await readStore(driver, 'images'))
      .filter(({ clipId }) => clipId === clip.id)
      .sort((a, b) => a.position - b.position);
    for (const paragraph of expected.paragraphs) expect(body.text).toContain(paragraph);
    expect(body.text.replace(/\s+/g, '').length).toBeLessThan(
      expected.paragraphs.join('').replace(/\s+/g, '').length * 1.05 + 250,
    );
    expect(images.map(({ caption }) => caption)).toEqual(captions);
  });
});
