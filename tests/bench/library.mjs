// @ts-check
/** A library of 1,000 to 100,000 clips: searching, listing, adding, importing; and its peers in the same run. */
import { loadavg } from 'node:os';
import { createCorpus } from './library/corpus.mjs';
import { measureIndexAlone, measureOwn } from './library/own.mjs';
import { measurePeer } from './library/peers.mjs';
import { describe, describeDisk, describeOwn, describePeer, keepTable } from './library/table.mjs';
import { makeQueries, scan } from './library/truth.mjs';
import { run as runSameStory } from './same-story.mjs';

/** @typedef {import('../../scripts/bench.mjs').Row} Row */

const defaultSize = 1000;
/** Up to how many clips each peer is asked: MiniSearch keeps everything in memory and reads it all to start. */
const peerSizes = { sqlite: 100_000, flexsearch: 100_000, minisearch: 10_000 };
const sameStoryRows = ['precision', 'recall'];

/**
 * `--size n` clips (1000), `--peers` also the peers (`--only name`: one of them), `--rounds n` of each query, `--fresh`
 * fills the library again although an earlier run has kept one, `--data folder` of real pages for same story.
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<Row[]>}
 */
export async function run({ size: given, peers = false, rounds, fresh = false, data = null, only }) {
  const size = Number(given ?? defaultSize);
  const [before = 0] = loadavg();
  const story = createCorpus();
  const queries = makeQueries(story, size);
  const first = queries.find(({ kind }) => kind === 'two') ?? { kind: 'two', words: [] };
  const { answers: truths, bytes: textBytes } = scan(story, size, queries);
  const own = await measureOwn(size, queries, first, rounds, fresh);
  const rows = [...describe('', queries, truths, own), ...describeOwn(own, textBytes)];
  keepTable(size, rows); // what follows takes long, and may be stopped
  rows.push(...describeDisk(await measureIndexAlone(size), textBytes));
  if (data)
    for (const row of await runSameStory({ rounds, data }))
      if (sameStoryRows.includes(row.name)) rows.push({ ...row, name: `same story ${row.name}` });
  keepTable(size, rows);
  const compared = /** @type {(keyof typeof peerSizes)[]} */ (Object.keys(peerSizes));
  for (const name of compared.filter((each) => peers && size <= peerSizes[each] && (only ?? each) === each)) {
    const peer = await measurePeer(name, size, queries, first, Math.min(rounds, 3)).catch((error) => {
      console.error(`${name}: ${error instanceof Error ? error.message : error}`); // the others are still compared
      return null;
    });
    if (!peer) continue;
    rows.push(...describe(`${name}: `, queries, truths, peer), ...describePeer(name, peer, own, queries));
    keepTable(size, rows);
  }
  rows.push({ name: 'load of the machine', value: loadavg()[0] ?? 0, unit: '', note: `at first ${before.toFixed(1)}` });
  keepTable(size, rows);
  return rows;
}
