// @ts-check
/**
 * Shows Clipsheet: builds it, serves the sample article and opens a browser with the extension in a profile of its
 * own. `npm start -- --browser firefox` takes Firefox, `npm start -- https://…` opens that page instead.
 * Where there is no display it does the main job by itself and leaves post and pictures in `out/`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './lib/setup.mjs';

const { values, positionals } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const browser = values.browser === 'firefox' ? 'firefox' : 'chromium';
const out = resolve(new URL('..', import.meta.url).pathname, 'out');

try {
  setUp();
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start() {
  const { requireBrowser } = await import('./lib/browsers.mjs');
  const { build } = await import('./lib/builds.mjs');
  const { serveFixtures } = await import('./lib/serve-fixtures.mjs');
  requireBrowser(browser);
  console.log(`Building for ${browser} …`);
  await timed('build', async () => build(browser));
  const site = await serveFixtures();
  try {
    if (hasDisplay() && !values.headless) await show(site.url);
    else await doItAlone(site.url);
  } finally {
    await site.close();
  }
}

/** Windows and macOS always have one. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens the browser for a person, until it is closed.
 * @param {string} site
 */
async function show(site) {
  const { launch } = await import('../tests/e2e/drivers/launch.mjs');
  const { sample } = await import('../tests/e2e/journeys/main-job.mjs');
  const profile = join(out, `profile-${browser}`);
  mkdirSync(profile, { recursive: true });
  const driver = await launch(browser, { profile, headless: false });
  const url = positionals[0] ?? site + sample.path;
  await driver.openPage(url);
  console.log(`
${driver.version} is open at ${url}
  1. Press Alt+Shift+Y, or click Clipsheet in the toolbar (in Chromium behind the puzzle piece, where it can be
     pinned): the page is saved.
  2. Tag it, add a note, choose "Make a post".
  3. Write, then Export.
Your clips stay in ${profile}. Close the browser or press Ctrl+C to end.`);
  await Promise.race([driver.whenClosed(), new Promise((resolve) => process.once('SIGINT', resolve))]);
  await driver.close().catch(() => undefined);
}

/**
 * The main job through the real gestures, without a person.
 * @param {string} site
 */
async function doItAlone(site) {
  const { launch } = await import('../tests/e2e/drivers/launch.mjs');
  const { doMainJob } = await import('../tests/e2e/journeys/main-job.mjs');
  const { unpack } = await import('../tests/e2e/journeys/unpack.mjs');
  const pictures = join(out, 'screenshots');
  const posts = join(out, 'post');
  rmSync(posts, { recursive: true, force: true });
  for (const folder of [pictures, posts]) mkdirSync(folder, { recursive: true });
  console.log(`No display: doing the main job in headless ${browser}.`);
  const driver = await timed('open the browser', () => launch(browser));
  try {
    const { page, markdown } = await doMainJob(driver, site, {
      step: (name, run) => timed(name, run),
      show: (view, name) => view.screenshot(join(pictures, `${name}.png`)),
    });
    const [index = ''] = unpack(page.data, posts).filter((path) => path.endsWith('index.html'));
    unpack(markdown.data, join(posts, 'markdown'));
    const post = await driver.openPage(`file://${join(posts, index)}`);
    await post.screenshot(join(pictures, 'post.png'));
    console.log(
      `\nThe post:    ${join(posts, index)}\nMarkdown:    ${join(posts, 'markdown')}\nScreenshots: ${pictures}`,
    );
  } finally {
    await driver.close();
  }
}

/**
 * Runs a step and prints how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} run
 */
async function timed(name, run) {
  const started = performance.now();
  const result = await run();
  console.log(`  ${name.padEnd(24)}${((performance.now() - started) / 1000).toFixed(2).padStart(7)} s`);
  return result;
}
