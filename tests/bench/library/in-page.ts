/** What the benchmark runs inside a page of the extension: fills its library, asks it, and times both. */
import type { SafeHtml } from '../../../lib/model/article-html';
import { type ImportId, newId } from '../../../lib/model/ids';
import type { Arrival } from '../../../lib/model/import';
import { measureText } from '../../../lib/model/text-length';
import { chunkLimits } from '../../../lib/state/import-run';
import { createPace, giveWay } from '../../../lib/state/pace';
import { countClips, listClips } from '../../../lib/store/clips';
import { type ClipRow, type Database, openDatabase } from '../../../lib/store/database';
import { storeArrivals } from '../../../lib/store/importing';
import { rank, searchClips } from '../../../lib/store/search';
import { pendingFields, pendingText } from '../../../lib/store/search-pending';
import type { PendingRow } from '../../../lib/store/search-rows';
import { indexProgress, tidyIndex, upkeepStep } from '../../../lib/store/search-upkeep';
import { ask } from './ask';
import { createCorpus } from './corpus.mjs';
import type { Query } from './truth.mjs';

const db = openDatabase();
const alone = openDatabase('alone');
let story: ReturnType<typeof createCorpus> | undefined;
const limit = 50;

/** Makes the words that stories are made of: the benchmark's own work, to be done before anything is watched. */
export function prepare(): void {
  story = createCorpus();
}

function arrival(n: number): Arrival {
  story ??= createCorpus();
  const { title, text, tags, site, chinese, at } = story(n);
  const language = chinese ? 'zh' : 'en';
  const page = {
    url: `https://${site}/story/${n}`,
    title,
    byline: null,
    siteName: null,
    publishedAt: new Date(at - 86_400_000).toISOString().slice(0, 10),
    language,
    excerpt: text.slice(0, 160),
    html: '<p></p>' as SafeHtml, // the index reads the text alone
    text,
    length: measureText(text),
    images: [],
    leadImage: null,
  };
  return { page, tags, note: '', highlights: [], status: 'inbox', starred: n % 50 === 0, savedAt: at };
}

const ids = {
  clip: (savedAt: number) => newId<never>(savedAt),
  image: () => newId<never>(),
  annotation: () => newId<never>(),
};

/** Stores stories as an import does; how many milliseconds that took. */
export async function fill(from: number, to: number): Promise<number> {
  const started = performance.now();
  const importId = newId<ImportId>();
  const pace = createPace();
  for (let n = from; n < to; ) {
    const arrivals: Arrival[] = [];
    for (; arrivals.length < chunkLimits.entries && n < to; n++) {
      await pace(); // making stories is the benchmark's own work: it should be no long task
      arrivals.push(arrival(n));
    }
    await storeArrivals(db, importId, arrivals, Date.now(), ids);
    await giveWay();
  }
  return performance.now() - started;
}

/** Takes stories into an index that has no library beside it. */
export async function indexAlone(from: number, to: number): Promise<void> {
  for (let n = from; n < to; ) {
    const rows: PendingRow[] = [];
    for (const end = Math.min(to, n + chunkLimits.entries); n < end; n++) rows.push(...pendingRows(n));
    await alone.searchPending.bulkAdd(rows);
    await upkeepStep(alone, () => null);
  }
}

/** Merges until nothing is left to merge. */
export async function settleAlone() {
  while (await upkeepStep(alone, () => null));
  await tidyIndex(alone);
  return describeAlone();
}

export const describeAlone = () => describeSegments(alone);

/** What storing this story leaves for the index. */
function pendingRows(n: number): PendingRow[] {
  const { page, ...rest } = arrival(n);
  const known = { sourceTitle: '', kind: 'article', imageCount: 0, deletedAt: null, clippedAt: rest.savedAt };
  const row = { ...page, ...rest, ...known, doc: n + 1 } as unknown as ClipRow;
  return [pendingFields(row), pendingText(row, page.text)];
}

/** Comparing texts with each other, which the background does whenever it starts, is measured elsewhere. */
export const forgetComparisons = (): Promise<void> => db.storyQueue.clear();

/** Whether all that was stored is in segments and these are merged. */
export async function isSettled(): Promise<boolean> {
  const [pending, merging, progress] = await Promise.all([
    db.searchPending.limit(64).primaryKeys(),
    db.searchState.get('merge'),
    indexProgress(db),
  ]);
  const held = (await navigator.locks.query()).held?.some(({ name }) => name === `${db.name}-index`);
  return pending.length < 64 && !merging && !progress && !held;
}

export const describeIndex = () => describeSegments(db);

async function describeSegments(of: Database) {
  const rows = await of.searchState.where('name').startsWith('segment:').toArray();
  const bytes = rows.map((row) => ('bytes' in row ? row.bytes : 0));
  const directories = rows.reduce((sum, row) => sum + ('directory' in row ? row.directory.length : 0), 0);
  return { segments: bytes.length, payload: bytes.reduce((a, b) => a + b, 0) + directories };
}

/**
 * Times each query `rounds` times, and says which stories it found first. All queries take turns, so that what else the
 * machine does for a moment is not held against a few of them.
 */
export async function query(queries: readonly Query[], rounds: number) {
  const asked = queries.map((each) => ({ query: ask(each), times: [] as number[] }));
  for (let round = 0; round < rounds; round++)
    for (const { query, times } of asked) {
      const started = performance.now();
      await rank(db, query, {}, { limit });
      times.push(performance.now() - started);
    }
  const results: { times: number[]; found: number[]; total: number }[] = [];
  for (const { query, times } of asked) {
    const { clips, total } = await searchClips(db, query, { limit });
    results.push({ times, found: clips.map(({ url }) => Number(url.split('/').at(-1))), total });
  }
  return results;
}

/** Times of `rounds` runs, in milliseconds. */
async function timed(rounds: number, run: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await run(round);
    times.push(performance.now() - started);
  }
  return times;
}

/** A search with the clips it shows, a page of the whole list and of one tag, and a filtered search. */
export async function pages(queries: readonly Query[], rounds: number) {
  const at = (round: number) => queries[round % queries.length] as Query;
  const tag = 'tag 7';
  return {
    shown: await timed(rounds, (round) => searchClips(db, ask(at(round)), { limit })),
    filtered: await timed(rounds, (round) => rank(db, ask(at(round), `tag:"${tag}"`), { status: 'inbox' }, { limit })),
    list: await timed(rounds, () => listClips(db, {}, { after: null, limit })),
    tagged: await timed(rounds, () => listClips(db, { tag }, { after: null, limit })),
    inTag: await countClips(db, { tag }),
  };
}

/** Milliseconds after which what upkeep does about a clip has begun, and those in which it has mostly ended. */
const upkeep = 1200;

/**
 * What storing a clip costs when the one before is settled, as when a person clips; what of it is the disk's (one small
 * row, flushed as a clip is); and what the index adds: weighing its words and writing them down, within the transaction
 * that flushes the clip. In a page that shows nothing, as the background does it. What upkeep then does is seen in the
 * longest tasks.
 */
export async function add(from: number, rounds: number) {
  const whole: number[] = [];
  const flush: number[] = [];
  const index: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const given = arrival(from + round);
    await new Promise((resolve) => setTimeout(resolve, upkeep));
    whole.push(...(await timed(1, () => storeArrivals(db, newId<ImportId>(), [given], Date.now(), ids))));
    await new Promise((resolve) => setTimeout(resolve, upkeep));
    flush.push(...(await timed(1, () => db.storyQueue.put({ clipId: `none-${round}` as never }))));
    const row = await db.clips.orderBy('doc').last();
    const text = (await db.bodies.get(row?.id ?? ''))?.text ?? '';
    if (!row) continue;
    await new Promise((resolve) => setTimeout(resolve, upkeep));
    await db.transaction('rw', db.searchPending, async () => {
      await db.searchPending.limit(1).primaryKeys(); // the transaction has begun
      const started = performance.now();
      await db.searchPending.bulkAdd([pendingFields(row), pendingText(row, text)]);
      index.push(performance.now() - started);
    });
  }
  return { whole, flush, index };
}
