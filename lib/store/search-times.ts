/** When each document was clipped and published: two columns, so that sorting and ranges of time read no clips. */
import type { Hits } from '../search/hits';
import type { Database } from './database';
import { type ColumnRow, chunkSize, type PendingRow, type Times, unpublished } from './search-rows';

const seconds = (time: number): number => Math.max(1, Math.floor(time / 1000));
const minutes = (time: number): number => Math.floor(time / 60_000);

/** From `from` to before `to`; null is without that bound. */
export type TimeSpan = { from: number | null; to: number | null };

/** The columns in memory. */
export class TimeColumns {
  private clipped = new Uint32Array(0);
  private published = new Int32Array(0);

  static async load(db: Database): Promise<TimeColumns> {
    const columns = new TimeColumns();
    for (const row of await db.searchColumns.toArray()) {
      columns.reach((row.chunk + 1) * chunkSize);
      columns.clipped.set(row.clipped, row.chunk * chunkSize);
      columns.published.set(row.published, row.chunk * chunkSize);
    }
    return columns;
  }

  private reach(size: number): void {
    if (size <= this.clipped.length) return;
    const [clipped, published] = [new Uint32Array(size), new Int32Array(size).fill(unpublished)];
    clipped.set(this.clipped);
    published.set(this.published);
    [this.clipped, this.published] = [clipped, published];
  }

  set(doc: number, times: Times | null): void {
    this.reach((Math.floor(doc / chunkSize) + 1) * chunkSize);
    this.clipped[doc] = times ? seconds(times.clipped) : 0;
    this.published[doc] = times?.published == null ? unpublished : minutes(times.published);
  }

  /** Seconds since the epoch; 0 when it is not known. */
  clippedAt(doc: number): number {
    return this.clipped[doc] ?? 0;
  }

  /** Minutes since the epoch; far below zero when it is not known. */
  publishedAt(doc: number): number {
    return this.published[doc] ?? unpublished;
  }

  /** Documents with a time from `from` to before `to`, milliseconds since the epoch. */
  within(name: 'clipped' | 'published', from: number | null, to: number | null): Hits {
    const column = name === 'clipped' ? this.clipped : this.published;
    const unit = name === 'clipped' ? 1000 : 60_000;
    const none = name === 'clipped' ? 0 : unpublished;
    const least = from === null ? Number.NEGATIVE_INFINITY : Math.floor(from / unit);
    const end = to === null ? Number.POSITIVE_INFINITY : Math.ceil(to / unit);
    const docs: number[] = [];
    for (let doc = 0; doc < column.length; doc++) {
      const time = column[doc] ?? none;
      if (time !== none && time >= least && time < end) docs.push(doc);
    }
    return { docs: Int32Array.from(docs), scores: new Float32Array(docs.length) };
  }

  /** How many of these documents were clipped in each span, milliseconds since the epoch. */
  countClipped(docs: Int32Array, spans: readonly TimeSpan[]): number[] {
    const times = new Uint32Array(docs.length); // `from` with a function takes ten times as long
    for (let i = 0; i < docs.length; i++) times[i] = this.clippedAt(docs[i] as number);
    times.sort();
    const below = (time: number) => lowerBound(times, Math.max(1, time / 1000));
    return spans.map(({ from, to }) => (to === null ? times.length : below(to)) - below(from ?? 0));
  }
}

/** How many of sorted times are below `time`. */
function lowerBound(times: Uint32Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the times of documents that leave the pending rows. Needs a transaction over `searchColumns`. */
export async function writeTimes(db: Database, rows: readonly PendingRow[]): Promise<boolean> {
  const timed = rows.filter((row) => row.times !== undefined);
  if (timed.length === 0) return false;
  const chunks = [...new Set(timed.map(({ doc }) => Math.floor(doc / chunkSize)))];
  const stored = await db.searchColumns.bulkGet(chunks);
  const columns = new Map<number, ColumnRow>(chunks.map((chunk, i) => [chunk, stored[i] ?? emptyChunk(chunk)]));
  for (const { doc, times } of timed) {
    const row = columns.get(Math.floor(doc / chunkSize));
    if (!row) continue;
    row.clipped[doc % chunkSize] = times ? seconds(times.clipped) : 0;
    row.published[doc % chunkSize] = times?.published == null ? unpublished : minutes(times.published);
  }
  await db.searchColumns.bulkPut([...columns.values()]);
  return true;
}

function emptyChunk(chunk: number): ColumnRow {
  return { chunk, clipped: new Uint32Array(chunkSize), published: new Int32Array(chunkSize).fill(unpublished) };
}
