/** The index as searches of one page see it: what stays in memory between them, and reads of all else. */
import type { FilterNode } from '../model/search-query';
import { rangeIn } from '../search/beginnings';
import { BlockCursor } from '../search/block';
import type { Column } from '../search/column';
import { Entries } from '../search/entries';
import { partOf, reversedFamily, wordFamily } from '../search/families';
import type { Hits } from '../search/hits';
import { readList } from '../search/lists';
import { PendingIndex } from '../search/pending';
import { newPostings, type Postings } from '../search/postings';
import { Recent } from '../search/recent';
import { RunCounter } from '../search/run-list';
import type { SearchIndex, TermRange } from '../search/search-index';
import { reversed, type WordRange } from '../search/words';
import type { Database } from './database';
import { BlockCache } from './search-blocks';
import { meeting, textsOf } from './search-from-clips';
import { type IndexRow, indexFormat, type PendingRow } from './search-rows';
import { type BlockRange, loadSegments, readIndexRow, type Segment, voidReplaced } from './search-segments';
import { TimeColumn, type TimeName } from './search-times';

/** Bytes of columns kept: of six words or conditions that nearly all of 100,000 clips have. */
const mostColumns = 600 * 1024;
const noColumns = () => new Recent<Column>(mostColumns, ({ bytes }) => bytes);

/** Reads the index of one database; `refresh` before each search. */
export class IndexReader implements SearchIndex {
  private readonly db: Database;
  /** Null while there is no index. */
  private row: IndexRow | null = null;
  /** Whether `row` and `segments` are what was last read. */
  private known = false;
  private unreadable: number | undefined;
  private segments: Segment[] = [];
  private pending = new PendingIndex();
  private pendingRows: PendingRow[] = [];
  private readonly blocks = new BlockCache();
  kept = noColumns();
  /** Those that were asked for: most searches need but one. */
  private readonly timesRead = new Map<TimeName, { version: number; column: Promise<TimeColumn> }>();
  documents = 0;

  constructor(db: Database) {
    this.db = db;
  }

  /** Above every number of a document that it knows. */
  get top(): number {
    return Math.max(this.row?.top ?? 0, this.pending.top);
  }

  /** Whether it has read the index since it was made or reset. */
  get isLoaded(): boolean {
    return this.known;
  }

  /** The state of the segments that the reader goes by; it changes when they do. */
  get generation(): number {
    return this.row?.generation ?? -1;
  }

  /** Takes up what was written since the last search, by whatever page. */
  async refresh(): Promise<void> {
    if (!this.known) return this.reload();
    const { row, added, documents } = await this.look();
    if ((row?.generation ?? -1) !== this.generation) return this.reload();
    this.documents = documents;
    if (added.length > 0) await this.take(added);
  }

  /** Whether nothing was written that the reader does not know as it is when this is called. */
  async isCurrent(): Promise<boolean> {
    if (!this.known) return false;
    const before = { generation: this.generation, documents: this.documents };
    const { row, added, documents } = await this.look();
    return (
      (row?.generation ?? -1) === before.generation &&
      added.length === 0 &&
      documents === before.documents &&
      before.generation === this.generation
    );
  }

  private async look(): Promise<{ row: IndexRow | null; added: PendingRow[]; documents: number }> {
    const { db } = this;
    const known = this.pendingRows.at(-1)?.seq ?? 0;
    const [row, added, size] = await db.transaction('r', [db.searchState, db.searchPending, db.counters], () =>
      Promise.all([readIndexRow(db), db.searchPending.where(':id').above(known).toArray(), db.counters.get('all')]),
    );
    return { row: row ?? null, added, documents: size?.count ?? 0 };
  }

  /** Forgets everything, so that the next `refresh` reads it anew, but for segments of the generation `unreadable`. */
  reset(unreadable?: number): void {
    for (const segment of this.segments) segment.close();
    [this.known, this.segments, this.pendingRows] = [false, [], []];
    this.timesRead.clear();
    this.pending = new PendingIndex();
    this.blocks.clear();
    this.kept = noColumns();
    this.unreadable = unreadable;
  }

  /** Segments have changed, and pending rows have gone into them: all is read as it is at one moment. */
  private async reload(): Promise<void> {
    const { db } = this;
    const { row, pending, segments, size } = await db.transaction(
      'r',
      [db.searchState, db.searchPending, db.counters],
      async () => {
        const row = (await readIndexRow(db)) ?? null;
        const readable = row?.format === indexFormat && row.generation !== this.unreadable;
        const [pending, size, segments] = await Promise.all([
          db.searchPending.toArray(),
          db.counters.get('all'),
          loadSegments(db, readable ? row : null, this.segments),
        ]);
        return { row, pending, segments, size };
      },
    );
    for (const segment of this.segments) if (!segments.includes(segment)) segment.close();
    this.documents = size?.count ?? 0;
    this.row = row;
    [this.segments, this.known] = [segments, true];
    this.pending = new PendingIndex();
    this.blocks.clear();
    this.pendingRows = [];
    for (const [name, { version }] of this.timesRead) if (version !== row?.times) this.timesRead.delete(name);
    await this.take(pending);
  }

  private async take(added: readonly PendingRow[]): Promise<void> {
    for (const row of added) this.pending.add(row);
    this.kept = noColumns();
    this.pendingRows.push(...added);
    voidReplaced(this.segments, { body: this.pending.docs('body'), meta: this.pending.docs('meta') });
    for (const { column } of this.timesRead.values()) setTimes(await column, added);
  }

  /** When documents were clipped, or published. */
  times(name: TimeName): Promise<TimeColumn> {
    const read = this.timesRead.get(name) ?? { version: this.row?.times ?? -1, column: this.loadTimes(name) };
    this.timesRead.set(name, read);
    return read.column;
  }

  private async loadTimes(name: TimeName): Promise<TimeColumn> {
    const column = await TimeColumn.load(this.db, name);
    setTimes(column, this.pendingRows);
    return column;
  }

  async read(ranges: readonly TermRange[]): Promise<Entries[]> {
    const found = ranges.map(() => new Entries());
    const visits = this.segments.map((segment) =>
      this.visit(segment, ranges, (cursor, range) => {
        found[range]?.add(cursor, segment.without[partOf(ranges[range]?.from ?? '')]);
      }),
    );
    for (const visit of await Promise.all(visits)) visit();
    found.forEach((entries, i) => {
      const { from, to } = ranges[i] as TermRange;
      this.pending.collect(from, to, entries);
    });
    return found;
  }

  /** Reads the blocks of the ranges; what it returns walks over their entries. */
  private async visit(
    segment: Segment,
    ranges: readonly TermRange[],
    see: (cursor: BlockCursor, range: number) => void,
  ): Promise<() => void> {
    const places = ranges.map((range) => rangeIn(segment.firsts, range, segment.whole));
    const wanted: BlockRange[] = [];
    const slots = places.map(({ first, last }) => {
      if (last < first) return -1;
      const same = wanted.findIndex((range) => range[0] === first && range[1] === last);
      return same >= 0 ? same : wanted.push([first, last]) - 1;
    });
    const blocks = await this.blocks.read(segment, wanted);
    return () =>
      places.forEach(({ range: { from, to } }, i) => {
        for (const bytes of blocks[slots[i] ?? -1] ?? []) {
          const cursor = new BlockCursor(bytes);
          for (let more = cursor.seek(from); more && cursor.isBefore(to); more = cursor.next() > 0) see(cursor, i);
        }
      });
  }

  async words(wanted: readonly WordRange[] | 'all'): Promise<string[]> {
    const ranges = (wanted === 'all' ? [{ beginning: '' }] : wanted).map((range) => {
      const from = 'beginning' in range ? wordFamily + range.beginning : reversedFamily + reversed(range.ending);
      return { from, to: `${from}\uffff` };
    });
    const words = this.pending.words();
    const visits = this.segments.map((segment) =>
      this.visit(segment, ranges, (cursor) => {
        const { term } = cursor;
        words.add(term.startsWith(wordFamily) ? term.slice(1) : reversed(term.slice(1)));
      }),
    );
    for (const visit of await Promise.all(visits)) visit();
    return [...words];
  }

  /** Every term from `from` to before `to`, with its documents. */
  async entries({ from, to }: TermRange): Promise<Map<string, Postings>> {
    const terms = new Map<string, Postings>();
    const add = (cursor: BlockCursor, segment: Segment | null) => {
      const { term } = cursor;
      const list = terms.get(term) ?? newPostings(4);
      terms.set(term, list);
      readList(cursor.list(), cursor.form, cursor.count, list, segment?.without[partOf(term)] ?? null);
    };
    for (const segment of this.segments)
      (await this.visit(segment, [{ from, to }], (cursor) => add(cursor, segment)))();
    for (const { cursor } of this.pending.entries(from, to)) add(cursor, null);
    return terms;
  }

  /** How many of these documents (ascending) each condition from `from` to before `to` has; none are left out. */
  async counts({ from, to }: TermRange, docs: Int32Array): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const add = (term: string, count: number) => count > 0 && counts.set(term, (counts.get(term) ?? 0) + count);
    const visits = this.segments.map((segment) => {
      const counter = new RunCounter(docs, segment.without.meta);
      return this.visit(segment, [{ from, to }], (cursor) => {
        add(cursor.term, counter.count(cursor.list(), cursor.count));
      });
    });
    for (const visit of await Promise.all(visits)) visit();
    const wanted = new Set(docs);
    for (const { cursor, doc } of this.pending.entries(from, to)) if (wanted.has(doc)) add(cursor.term, 1);
    return counts;
  }

  async within(name: 'clipped' | 'published', from: number | null, to: number | null): Promise<Hits> {
    return (await this.times(name)).within(from, to);
  }

  special(filter: FilterNode): Promise<Hits> {
    return meeting(this.db, filter);
  }

  texts(docs: readonly number[]): Promise<(readonly string[] | null)[]> {
    return textsOf(this.db, docs);
  }
}

function setTimes(column: TimeColumn, rows: readonly PendingRow[]): void {
  for (const { doc, times } of rows) if (times !== undefined) column.set(doc, times);
}
