/** When each document was clipped and published: two columns, so that sorting and ranges of time read no clips. */
import type { Hits } from '../search/hits';
import type { Database } from './database';
import { type ColumnRow, chunkSize, type PendingRow, type Times, unpublished } from './search-rows';

const seconds = (time: number): number => Math.max(1, Math.floor(time / 1000));
const minutes = (time: number): number => Math.floor(time / 60_000);

/** From `from` to before `to`; null is without that bound. */
export type TimeSpan = { from: number | null; to: number | null };

/** What is kept of each time: when documents were clipped in seconds, and published in minutes. */
export type TimeName = 'clipped' | 'published';
const units = { clipped: 1000, published: 60_000 } as const;
const missing = { clipped: 0, published: unpublished } as const;

/** What a column says of a document with these times; null for one that is gone. */
function keptOf(name: TimeName, times: Times | null): number {
  if (name === 'clipped') return times ? seconds(times.clipped) : missing.clipped;
  return times?.published == null ? missing.published : minutes(times.published);
}

/** One of the columns in memory. */
export class TimeColumn {
  private times: Uint32Array | Int32Array;
  private readonly name: TimeName;

  private constructor(name: TimeName) {
    this.name = name;
    this.times = this.ofSize(0);
  }

  static async load(db: Database, name: TimeName): Promise<TimeColumn> {
    const column = new TimeColumn(name);
    const rows = await db.searchColumns.toArray();
    column.reach(((rows.at(-1)?.chunk ?? -1) + 1) * chunkSize);
    for (const row of rows) column.times.set(row[name], row.chunk * chunkSize);
    return column;
  }

  private ofSize(size: number): Uint32Array | Int32Array {
    return this.name === 'clipped' ? new Uint32Array(size) : new Int32Array(size).fill(unpublished);
  }

  private reach(size: number): void {
    if (size <= this.times.length) return;
    const before = this.times;
    this.times = this.ofSize(size);
    this.times.set(before);
  }

  set(doc: number, times: Times | null): void {
    this.reach((Math.floor(doc / chunkSize) + 1) * chunkSize);
    this.times[doc] = keptOf(this.name, times);
  }

  /** Seconds or minutes since the epoch; when that is not known 0 for clipped, far below zero for published. */
  at(doc: number): number {
    return this.times[doc] ?? missing[this.name];
  }

  /** Documents with a time from `from` to before `to`, milliseconds since the epoch. */
  within(from: number | null, to: number | null): Hits {
    const [unit, none] = [units[this.name], missing[this.name]];
    const least = from === null ? Number.NEGATIVE_INFINITY : Math.floor(from / unit);
    const end = to === null ? Number.POSITIVE_INFINITY : Math.ceil(to / unit);
    const docs: number[] = [];
    for (let doc = 0; doc < this.times.length; doc++) {
      const time = this.times[doc] ?? none;
      if (time !== none && time >= least && time < end) docs.push(doc);
    }
    return { docs: Int32Array.from(docs), scores: new Float32Array(docs.length) };
  }

  /** How many of these documents were clipped in each span, milliseconds since the epoch; of the column `clipped`. */
  countClipped(docs: Int32Array, spans: readonly TimeSpan[]): number[] {
    const times = new Uint32Array(docs.length); // `from` with a function takes ten times as long
    for (let i = 0; i < docs.length; i++) times[i] = this.at(docs[i] as number);
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
    for (const name of ['clipped', 'published'] as const) row[name][doc % chunkSize] = keptOf(name, times ?? null);
  }
  await db.searchColumns.bulkPut([...columns.values()]);
  return true;
}

function emptyChunk(chunk: number): ColumnRow {
  return { chunk, clipped: new Uint32Array(chunkSize), published: new Int32Array(chunkSize).fill(unpublished) };
}
