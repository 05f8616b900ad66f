// @ts-check
/** The blocks of every page of a folder of sets, as the injected script sees them in Chromium. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { openPageWorld } from '../../tests/bench/extraction/page-world.mjs';

/** @typedef {import('../../tests/bench/extraction/sets.mjs').BenchSet} BenchSet */
/** @typedef {import('../../tests/bench/extraction/sets.mjs').BenchPage} BenchPage */
/** @typedef {import('./observe-blocks').SeenPage} SeenPage */
/** @typedef {{set: string, splitsWide: boolean, url: string, id: string, truth: BenchPage['truth'], seen: SeenPage}} ObservedPage */

/**
 * @param {readonly BenchSet[]} sets
 * @param {string} [folder] keeps what was seen: as long as the script that looks is the same, pages are opened once
 * @returns {Promise<ObservedPage[]>}
 */
export async function observePages(sets, folder) {
  const script = await bundle();
  /** @type {Awaited<ReturnType<typeof openPageWorld>> | undefined} */
  let world;
  /** @type {ObservedPage[]} */
  const observed = [];
  try {
    for (const { name: set, splitsWide, pages } of sets)
      for (const page of pages) {
        const kept = folder && keptName(folder, script, set, page);
        let seen = kept ? readKept(kept) : null;
        if (!seen) {
          world ??= await openPageWorld();
          seen = await (await world.open(page)).evaluate(`${script};train.observeBlocks()`);
          if (kept) writeFileSync(kept, gzipSync(JSON.stringify(seen)));
        }
        observed.push({
          set,
          splitsWide,
          url: page.url,
          id: page.id,
          truth: page.truth,
          seen: /** @type {SeenPage} */ (seen),
        });
      }
  } finally {
    await world?.close();
  }
  return observed;
}

/**
 * @param {string} folder
 * @param {string} script
 * @param {string} set
 * @param {BenchPage} page
 */
function keptName(folder, script, set, { id }) {
  mkdirSync(folder, { recursive: true });
  return join(folder, `${createHash('sha256').update(`${script}\0${set}\0${id}`).digest('hex').slice(0, 32)}.json.gz`);
}

/** @param {string} path @returns {SeenPage | null} */
function readKept(path) {
  return existsSync(path) ? JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) : null;
}

/** Without what comes after looking: a new model or measure does not ask for another look. */
const later =
  /\/lib\/extract\/(?:blocks\/measure-blocks|passes\/(?:choose-blocks|drop-teaser-images|recover-figures))\.ts$/u;
const nothing = `export const measureBlocks = () => [];
export const [chooseBlocks, dropTeaserImages, recoverFigures] = Array(3).fill({ name: '', reason: '', run: () => false });`;

async function bundle() {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-train-'));
  const entry = fileURLToPath(new URL('observe-blocks.ts', import.meta.url));
  const lib = { entry, formats: /** @type {['iife']} */ (['iife']), name: 'train', fileName: () => 'train.js' };
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'leave-out', load: (id) => (later.test(id) ? { code: nothing, moduleType: 'js' } : null) }],
    build: { lib, outDir: folder, minify: false },
  });
  const script = readFileSync(join(folder, 'train.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return script;
}
