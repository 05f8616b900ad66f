// @ts-check
/** What `lib/extract/blocks` makes of observed pages, without a browser: their features, and which blocks it chooses. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @typedef {import('./observe-pages.mjs').ObservedPage} ObservedPage */
/** @typedef {import('../../lib/extract/blocks/collect-blocks').Block} Block */
/** @typedef {ObservedPage & {rows: Float32Array[], texts: string[], kept: boolean[]}} MeasuredPage */

const load = async (/** @type {string} */ name) => {
  const path = fileURLToPath(new URL(`../../lib/extract/blocks/${name}.ts`, import.meta.url));
  return (await runnerImport(path, { configFile: false })).module;
};
const { measureBlocks } = /** @type {typeof import('../../lib/extract/blocks/measure-blocks')} */ (
  await load('measure-blocks')
);
const { chooseArticle } = /** @type {typeof import('../../lib/extract/blocks/choose')} */ (await load('choose'));

/**
 * @param {ObservedPage} page
 * @returns {MeasuredPage}
 */
export function measurePage(page) {
  const { blocks, kept, witnesses } = readSeen(page.seen);
  const measured = witnesses ? measureBlocks(blocks, kept, witnesses) : [];
  return {
    ...page,
    rows: measured.map(({ features }) => Float32Array.from(features)),
    texts: measured.map(({ block }) => block.text),
    kept: measured.map((it) => it.isKept),
  };
}

/**
 * The text that is chosen when `likelihood` gives the chances.
 * @param {MeasuredPage} page
 * @param {import('../../lib/extract/blocks/choose').Likelihood} likelihood
 */
export function chooseText({ seen }, likelihood) {
  const { blocks, kept, witnesses } = readSeen(seen);
  const chosen = witnesses ? chooseArticle(blocks, kept, witnesses, likelihood) : [];
  return Array.from(chosen, ({ text }) => text).join('\n');
}

/**
 * Blocks and frames whose elements and texts are stand-ins that answer all that is asked of them.
 * @param {import('./observe-blocks').SeenPage} seen
 */
function readSeen({ blocks, frames, witnesses }) {
  /** @type {any[]} */
  const made = [];
  for (const { tag, parent, ...frame } of frames)
    made.push({ ...frame, element: { localName: tag }, parent: made[parent] ?? null });
  const tables = new Map(blocks.map(({ table }) => [table, table ? { table } : null]));
  const all = blocks.map(({ frame, ...block }) => ({
    ...block,
    frame: made[frame],
    texts: [textIn(tables.get(block.table) ?? null)],
  }));
  const kept = new Set(all.filter(({ isKept }) => isKept));
  return { blocks: { blocks: all, frames: made }, kept, witnesses };
}

/** A text of which only the table can be asked that it is a cell of. @param {object | null} table @returns {any} */
function textIn(table) {
  const row = table && { children: [0, { closest: () => table }] };
  return { parentElement: { closest: () => row } };
}
