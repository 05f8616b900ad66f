// @ts-check
/**
 * Makes the pictures in docs/screenshots from the built extension with sample data.
 * `npm run screenshots -- --all` makes the views in every width, theme and language, into out/screenshots.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setUp } from './lib/setup.mjs';

setUp();
const { build } = await import('./lib/builds.mjs');
const { serveFixtures } = await import('./lib/serve-fixtures.mjs');
const { launchChromium } = await import('../tests/e2e/drivers/chromium.mjs');
const { readStore } = await import('../tests/e2e/read-store.mjs');
const { addTags, clipPage, waitForText } = await import('../tests/e2e/journeys/clip.mjs');
const { doMainJob } = await import('../tests/e2e/journeys/main-job.mjs');
const { unpack } = await import('../tests/e2e/journeys/unpack.mjs');
const { runnerImport } = await import('vite');
const { takePublishing } = await import('./lib/publishing/scenes.mjs');

/** @typedef {import('../tests/e2e/drivers/chromium.mjs').ChromiumDriver} ChromiumDriver */

const all = process.argv.includes('--all');
const folder = resolve(all ? 'out/screenshots' : 'docs/screenshots');
const work = mkdtempSync(join(tmpdir(), 'clipsheet-pictures-'));
const profile = join(work, 'profile');
mkdirSync(folder, { recursive: true });

// Publishing needs access to the blog, which nobody can give here.
const extension = all ? (await granted()).grantAll('chromium', ['http://localhost/*']) : build('chromium');
const site = await serveFixtures();
try {
  const driver = await launchChromium({ extension, profile });
  const post = await fillLibrary(driver).finally(() => driver.close());
  if (all)
    for (const language of /** @type {const} */ (['en-US', 'zh-CN'])) {
      await takeAll(language, post);
      await takePublishings(language);
    }
} finally {
  await site.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Pictures are in ${folder}`);

/**
 * Fills the library through the real gestures, and takes the pictures of the README on the way.
 * @param {ChromiumDriver} driver
 */
async function fillLibrary(driver) {
  for (const [path, tags] of /** @type {const} */ ([
    ['/zh-news/', ['新能源']],
    ['/live-blog/', ['trade fair']],
  ])) {
    const popup = await clipPage(driver, site.url + path);
    await waitForText(popup);
    await addTags(popup, tags);
    await popup.close();
  }
  const { page } = await doMainJob(driver, site.url, {
    show: async (view, name) => {
      // The lead image comes after the text.
      if (name === 'popup') await driver.pageOf(view).waitForSelector('img');
      else await driver.pageOf(view).setViewport({ width: 1280, height: 800 });
      await view.screenshot(join(folder, `${name}.png`));
      if (name !== 'popup') await driver.pageOf(view).setViewport(null);
    },
  });
  const [index = ''] = unpack(page.data, work).filter((path) => path.endsWith('index.html'));
  const post = `file://${join(work, index)}`;
  const view = await driver.openPage(post);
  await driver.pageOf(view).setViewport({ width: 960, height: 1200 });
  await view.screenshot(join(folder, 'post.png'));
  return post;
}

/** The build with everything optional granted to it. */
async function granted() {
  build('chromium');
  return /** @type {typeof import('../tests/e2e/drivers/granted')} */ (
    (await runnerImport(resolve('tests/e2e/drivers/granted.ts'))).module
  );
}

/**
 * Publishing, templates and posts in other hands, in one language: wide, narrow, and wide with large text.
 * @param {'en-US' | 'zh-CN'} language
 */
async function takePublishings(language) {
  const { module } = await runnerImport(resolve('tests/e2e/serve-wordpress.ts'));
  const { serveWordpress } = /** @type {typeof import('../tests/e2e/serve-wordpress')} */ (module);
  for (const look of [{ width: 1280 }, { width: 360 }, { width: 1280, text: 200 }]) {
    const copy = `${profile}-${language}-${look.width}-${look.text ?? 100}`;
    cpSync(profile, copy, { recursive: true });
    const blog = await serveWordpress();
    const driver = await launchChromium({ extension, profile: copy, language });
    try {
      await takePublishing(driver, blog, { language, ...look }, folder);
    } finally {
      await driver.close();
      await blog.close();
    }
  }
}

/**
 * Every view in every width and theme, in one language.
 * @param {string} language
 * @param {string} post
 */
async function takeAll(language, post) {
  const driver = await launchChromium({ extension, profile, language });
  try {
    const [clip] = await readStore(driver, 'clips');
    const [draft] = await readStore(driver, 'posts');
    const origin = `chrome-extension://${driver.extensionId()}`;
    const views = {
      library: `${origin}/library.html#/clips`,
      reader: `${origin}/library.html#/clip/${clip.id}`,
      search: `${origin}/library.html#/clips?in=all&q=${encodeURIComponent('is:article the or 的 ')}`,
      tags: `${origin}/library.html#/tags`,
      statistics: `${origin}/library.html#/statistics`,
      posts: `${origin}/library.html#/posts`,
      composer: `${origin}/library.html#/post/${draft.id}`,
      settings: `${origin}/library.html#/settings`,
      post,
    };
    for (const [name, url] of Object.entries(views))
      for (const theme of ['light', 'dark'])
        for (const width of [360, 768, 1280, 1920]) {
          const view = await driver.openPage('about:blank');
          const page = driver.pageOf(view);
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
          await page.goto(url, { waitUntil: 'networkidle0' });
          await view.screenshot(join(folder, `${name}-${language}-${theme}-${width}.png`));
          await view.close();
        }
  } finally {
    await driver.close();
  }
}
