// @ts-check
/** Makes posts of hostile clips, exports them in each way, and opens what came out as its readers would. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { see, until } from '../e2e/drivers/driver.mjs';
import { exportFile, exportRichText } from '../e2e/journeys/post.mjs';
import { unpack } from '../e2e/journeys/unpack.mjs';
import { toLenientHtml } from './lenient.mjs';
import { watchPage } from './watch-page.mjs';

/** @typedef {import('./watch-page.mjs').Finding} Finding */
/** @typedef {import('./capture.mjs').Captured} Captured */

const clipsInPost = 8;

/** Milliseconds: what hangs is counted by the watch, this only ends the run of a machine that does too much. */
const patienceOfComposer = 120_000;

/**
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {readonly Captured[]} captured
 * @param {{patience: number, progress: (done: number, findings: readonly Finding[]) => void}} options
 * @returns {Promise<Finding[]>}
 */
export async function exportAll(driver, captured, { patience, progress }) {
  const kept = captured.filter(({ clip }) => clip !== null);
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-hostile-'));
  const bodies = await loadBodies();
  /** @type {Finding[]} */
  const findings = [];
  try {
    for (let at = 0; at < kept.length; at += clipsInPost) {
      const some = kept.slice(at, at + clipsInPost);
      try {
        findings.push(...(await exportPost(driver, some, join(folder, String(at)), patience)));
        findings.push(...(await openBodies(driver, bodies, some, join(folder, `bodies-${at}`), patience)));
      } catch (error) {
        // A post that cannot be made is a finding, and no reason to know nothing of all others.
        const ids = some.map(({ payload }) => payload.id);
        findings.push({ harm: 'hang', where: 'export', payloads: ids, detail: String(error).slice(0, 300) });
        await driver.closeTabs();
      }
      progress(Math.min(at + clipsInPost, kept.length), findings);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return findings;
}

/**
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {readonly Captured[]} captured
 * @param {string} folder
 * @param {number} patience
 */
async function exportPost(driver, captured, folder, patience) {
  const ids = captured.map(({ payload }) => payload.id);
  const page = await driver.browser().newPage();
  const watch = await watchPage(page, patience);
  const clips = captured.map(({ clip }) => clip).join(',');
  await watch.open(`chrome-extension://${driver.extensionId()}/library.html#/post/new?clips=${clips}`);
  const composer = driver.viewOf(page);
  await see(composer, { role: 'textbox', name: 'Why it matters' });
  await page.evaluate(
    fillPost,
    captured.map(({ payload }) => payload.payload),
  );
  await until(
    'the post to be saved',
    () => page.evaluate(() => /Saved \d/.test(document.body.textContent ?? '')),
    patienceOfComposer,
  );
  await new Promise((resolve) => setTimeout(resolve, 400)); // the preview follows what is written
  await watch.look('composer', ids);
  await page.bringToFront();
  const rich = await exportRichText(driver, composer);
  const web = await exportFile(driver, composer, 'Web page');
  const markdown = await exportFile(driver, composer, 'Markdown');
  await watch.look('composer after export', ids);
  await page.close();
  const opened = await openAll(driver, folder, ids, patience, {
    rich: rich.html,
    web: web.data,
    markdown: markdown.data,
  });
  return [...watch.findings, ...opened];
}

/**
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {string} folder
 * @param {string[]} ids
 * @param {number} patience
 * @param {{rich: string, web: Buffer, markdown: Buffer}} exported
 */
async function openAll(driver, folder, ids, patience, { rich, web, markdown }) {
  const files = { 'web page': pageOf(folder, web), 'rich text': '', markdown: '' };
  files['rich text'] = written(folder, 'rich.html', rich);
  files.markdown = written(folder, 'markdown.html', toLenientHtml(markdownOf(folder, markdown)));
  /** @type {Finding[]} */
  const findings = [];
  for (const [place, file] of Object.entries(files)) {
    const page = await driver.browser().newPage();
    const watch = await watchPage(page, patience);
    await watch.open(pathToFileURL(file).href);
    await watch.look(place, ids);
    await page.close();
    findings.push(...watch.findings);
  }
  return findings;
}

/** The code that publishes and exports, to be run here: what it needs of a browser has been read from one. */
async function loadBodies() {
  const file = fileURLToPath(new URL('bodies.ts', import.meta.url));
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
  return /** @type {typeof import('./bodies')} */ (module);
}

/**
 * What every publisher, target and exporter makes of the post and of its clips, each opened by itself.
 * @param {import('../e2e/drivers/chromium.mjs').ChromiumDriver} driver
 * @param {typeof import('./bodies')} bodies
 * @param {readonly Captured[]} captured
 * @param {string} folder
 * @param {number} patience
 */
async function openBodies(driver, { bodiesOfPost, bodiesOfClips, marked, unpacked }, captured, folder, patience) {
  mkdirSync(folder, { recursive: true });
  const harness = await driver.openExtensionPage('harness.html');
  const ids = captured.flatMap(({ clip }) => clip ?? []);
  const post = await harness.evaluate(() => /** @type {any} */ (globalThis).harness.lastPost());
  const entries = await harness.evaluate((given) => /** @type {any} */ (globalThis).harness.entries(given), ids);
  await harness.close();
  const clips = unpacked(entries).map((/** @type {any} */ entry) => marked(entry, entry.clip.note));
  /** Forms that are the same are opened once. @type {Map<string, string[]>} */
  const places = new Map();
  for (const { place, as, text } of [...(await bodiesOfPost(unpacked(post))), ...(await bodiesOfClips(clips))]) {
    const html = as === 'markdown' ? toLenientHtml(text) : text;
    places.set(html, [...(places.get(html) ?? []), place]);
  }
  const page = await driver.browser().newPage();
  const watch = await watchPage(page, patience);
  const payloads = captured.map(({ payload }) => payload.id);
  for (const [at, [html, names]] of [...places].entries()) {
    await watch.open(pathToFileURL(written(folder, `${at}.html`, html)).href);
    await watch.look([...new Set(names)].join(', '), payloads);
  }
  await page.close();
  return watch.findings;
}

/**
 * The exported page without its own policy: what is in it must be harmless by itself.
 * @param {string} folder
 * @param {Buffer} zip
 */
function pageOf(folder, zip) {
  const index = unpack(zip, join(folder, 'page')).find((path) => path.endsWith('index.html')) ?? '';
  const path = join(folder, 'page', index);
  const html = readFileSync(path, 'utf8');
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  if (open === html) throw new Error('the exported page has no policy of its own');
  writeFileSync(path, open);
  return path;
}

/**
 * @param {string} folder
 * @param {Buffer} zip
 */
function markdownOf(folder, zip) {
  const path = unpack(zip, join(folder, 'markdown')).find((file) => file.endsWith('.md')) ?? '';
  return readFileSync(join(folder, 'markdown', path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} html
 */
function written(folder, name, html) {
  const path = join(folder, name);
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><title>${name}</title>${html}`);
  return path;
}

/**
 * Runs in the composer: the whole text of each clip, and the payloads as a person's own words.
 * @param {readonly string[]} payloads
 */
function fillPost(payloads) {
  for (const label of document.querySelectorAll('label'))
    if (label.textContent?.trim() === 'Full text') label.querySelector('input')?.click();
  const fields = [...document.querySelectorAll('textarea')];
  for (const [at, field] of fields.entries()) {
    const payload = payloads[at % payloads.length] ?? '';
    field.value = at === 0 ? payload.replaceAll('\n', ' ') : `${payload}\n\n${payloads.join('\n\n')}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
