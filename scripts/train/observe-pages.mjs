// @ts-check
/** The blocks of every page of a folder of sets, as the injected script sees them in Chromium. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openPageWorld } from '../../tests/bench/extraction/page-world.mjs';

/** @typedef {{set: string, splitsWide: boolean, url: string, id: string, truth: import('../../tests/bench/extraction/sets.mjs').Truth, texts: string[], kept: boolean[], features: string}} ObservedPage */

/**
 * @param {readonly import('../../tests/bench/extraction/sets.mjs').BenchSet[]} sets
 * @returns {Promise<ObservedPage[]>}
 */
export async function observePages(sets) {
  const script = await bundle();
  const world = await openPageWorld();
  /** @type {ObservedPage[]} */
  const observed = [];
  try {
    for (const { name: set, splitsWide, pages } of sets)
      for (const page of pages) {
        const view = await world.open(page);
        const seen = await view.evaluate(`${script};train.observeBlocks()`);
        observed.push({ set, splitsWide, url: page.url, id: page.id, truth: page.truth, ...seen });
      }
  } finally {
    await world.close();
  }
  return observed;
}

async function bundle() {
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-train-'));
  const entry = fileURLToPath(new URL('observe-blocks.ts', import.meta.url));
  const lib = { entry, formats: /** @type {['iife']} */ (['iife']), name: 'train', fileName: () => 'train.js' };
  await build({ configFile: false, logLevel: 'error', build: { lib, outDir: folder, minify: false } });
  const script = readFileSync(join(folder, 'train.js'), 'utf8');
  rmSync(folder, { recursive: true });
  return script;
}
