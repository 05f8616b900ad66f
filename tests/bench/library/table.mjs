// @ts-check
/** The figures of a run as rows, and the table of the last run of each size that the project keeps. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { quantile } from './measure.mjs';
import { judge, kinds } from './truth.mjs';

/** @typedef {import('../../../scripts/bench.mjs').Row} Row */
/** @typedef {import('./truth.mjs').Query} Query */
/** @typedef {{times: number[], found: number[]}} Result */
/** @typedef {import('./own.mjs').Measured} Measured */
/** @typedef {Awaited<ReturnType<typeof import('./peers.mjs').measurePeer>>} Peer */

const table = new URL('../../../docs/benchmarks-library.md', import.meta.url);

/**
 * How fast and how right the answers were. `busy` and `coldBusy`: milliseconds of the processor in all processes of the
 * browser, for a query and from a page's navigation to its first answer; null where the system does not say.
 * @param {string} who
 * @param {readonly Query[]} queries
 * @param {readonly Set<number>[]} truths
 * @param {{results: readonly Result[], cold: number, busy: number | null, coldBusy: number | null}} measured
 * @returns {Row[]}
 */
export function describe(who, queries, truths, { results, cold, busy, coldBusy }) {
  const best = results.map(({ times }) => Math.min(...times));
  /** @type {Row[]} */
  const rows = [
    { name: `${who}query p50`, value: quantile(best, 0.5), unit: 'ms', note: 'best of the rounds of each of 108' },
    { name: `${who}query p95`, value: quantile(best, 0.95), unit: 'ms', note: `most ${Math.max(...best).toFixed(1)}` },
    {
      name: `${who}query p95, every round`,
      value: quantile(
        results.flatMap(({ times }) => times),
        0.95,
      ),
      unit: 'ms',
    },
    { name: `${who}cold open → first answer`, value: cold, unit: 'ms', note: 'new browser, search alone, best' },
  ];
  if (busy !== null)
    rows.push({ name: `${who}query, processor`, value: busy, unit: 'ms', note: 'mean, whole browser' });
  if (coldBusy !== null)
    rows.push({ name: `${who}cold open, processor`, value: coldBusy, unit: 'ms', note: 'whole browser, best' });
  for (const kind of kinds) {
    const of = queries.flatMap((query, i) => (query.kind === kind ? [i] : []));
    const judged = of.map((i) => judge(truths[i] ?? new Set(), results[i]?.found ?? []));
    const mean = (/** @type {'recall' | 'precision'} */ what) =>
      judged.reduce((sum, each) => sum + each[what], 0) / judged.length;
    rows.push({
      name: `${who}recall@50 ${kind}`,
      value: 100 * mean('recall'),
      unit: '%',
      note: `precision ${(100 * mean('precision')).toFixed(1)}, slowest ${Math.max(...of.map((i) => best[i] ?? 0)).toFixed(1)} ms`,
    });
  }
  return rows;
}

/**
 * @param {Measured} own
 * @param {number} textBytes
 * @returns {Row[]}
 */
export function describeOwn({ filled, index, heap, pages, added, disk, seen, coldProcessor, pageBusy }, textBytes) {
  const p50 = (/** @type {number[]} */ times) => quantile(times, 0.5);
  const kilobytes = (/** @type {number} */ bytes) => bytes / 1000;
  return [
    { name: 'query, processor of the page', value: pageBusy, unit: 'ms', note: 'mean' },
    {
      name: 'cold open → first answer, processor',
      value: coldProcessor,
      unit: 'ms',
      note: 'the page alone',
    },
    {
      name: 'cold open → first clip on the screen',
      value: seen.cold,
      unit: 'ms',
      note: `processor ${seen.coldProcessor.toFixed(0)}`,
    },
    { name: 'search with its 50 clips p50', value: p50(pages.shown), unit: 'ms' },
    { name: 'search in a tag and a status p50', value: p50(pages.filtered), unit: 'ms' },
    { name: 'list page p50', value: p50(pages.list), unit: 'ms' },
    { name: 'tag page p50', value: p50(pages.tagged), unit: 'ms', note: `${pages.inTag} clips` },
    {
      name: 'store one clip p50',
      value: p50(added.whole),
      unit: 'ms',
      note: `row, text, lists, counters, index; best ${Math.min(...added.whole).toFixed(1)}`,
    },
    {
      name: 'of it the index p50',
      value: p50(added.index),
      unit: 'ms',
      note: `best ${Math.min(...added.index).toFixed(1)}`,
    },
    { name: 'of it the disk p50', value: p50(added.flush), unit: 'ms', note: 'one small row stored and flushed' },
    { name: 'import, each clip', value: filled.importing, unit: 'ms', note: `load ${filled.load}` },
    ...filled.longest.map((/** @type {Row} */ row) => ({ ...row, name: `longest task, ${row.name}` })),
    { name: 'index complete after the import', value: filled.indexing, unit: 'ms' },
    { name: 'heap for search', value: kilobytes(heap), unit: 'KB' },
    { name: 'index', value: kilobytes(index.payload), unit: 'KB', note: `${index.segments} segments` },
    { name: 'index / text', value: index.payload / textBytes, unit: '×' },
    {
      name: 'library and index on disk',
      value: kilobytes(disk),
      unit: 'KB',
      note: `text ${kilobytes(textBytes).toFixed(0)}`,
    },
  ];
}

/**
 * @param {string} name
 * @param {Peer} peer
 * @param {Measured} own
 * @param {readonly Query[]} queries
 * @returns {Row[]}
 */
export function describePeer(name, peer, own, queries) {
  const p95 = (/** @type {readonly Result[]} */ results) =>
    quantile(
      queries.map((_, i) => Math.min(...(results[i]?.times ?? []))),
      0.95,
    );
  return [
    { name: `${name}: index built`, value: peer.built, unit: 'ms' },
    { name: `${name}: heap`, value: peer.heap / 1000, unit: 'KB' },
    { name: `${name}: on disk`, value: peer.disk / 1000, unit: 'KB' },
    { name: `ours / ${name}: query p95`, value: p95(own.results) / p95(peer.results), unit: '×' },
    { name: `ours / ${name}: cold open`, value: own.cold / peer.cold, unit: '×' },
    ...ratio(`ours / ${name}: query, processor`, own.busy, peer.busy),
    ...ratio(`ours / ${name}: cold open, processor`, own.coldBusy, peer.coldBusy),
  ];
}

/** @param {string} name @param {number | null} ours @param {number | null} theirs @returns {Row[]} */
const ratio = (name, ours, theirs) =>
  ours === null || theirs === null ? [] : [{ name, value: ours / theirs, unit: '×' }];

/**
 * An index without a library, so that what it takes on disk can be told from what clips take.
 * @param {{payload: number, disk: number, segments: number}} alone
 * @param {number} textBytes
 * @returns {Row[]}
 */
export function describeDisk({ payload, disk, segments }, textBytes) {
  return [
    {
      name: 'index alone on disk',
      value: disk / 1000,
      unit: 'KB',
      note: `payload ${(payload / 1000).toFixed(0)}, ${segments} segments`,
    },
    { name: 'index on disk / text', value: disk / textBytes, unit: '×' },
    { name: 'index on disk / payload', value: disk / payload, unit: '×', note: 'after merging' },
  ];
}

/** Keeps the last table of each size. @param {number} size @param {readonly Row[]} rows */
export function keepTable(size, rows) {
  const path = fileURLToPath(table);
  const head = `## ${size.toLocaleString('en')} clips`;
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, value, unit, note = '' }) =>
    `${name.padEnd(width)} ${value.toFixed(unit === '×' ? 2 : 1).padStart(10)} ${unit.padEnd(3)} ${note}`.trimEnd(),
  );
  const section = [head, '', '```text', ...lines, '```', ''].join('\n');
  const [title = '', ...others] = readFileSync(path, 'utf8').split(/^(?=## )/mu);
  const kept = others.filter((other) => !other.startsWith(`${head}\n`));
  const sizeOf = (/** @type {string} */ text) => Number(text.slice(3).split(' ')[0]?.replaceAll(',', ''));
  const sections = [...kept.map((other) => `${other.trim()}\n`), section].sort((a, b) => sizeOf(a) - sizeOf(b));
  writeFileSync(path, `${title.trim()}\n\n${sections.join('\n')}`);
}
