/** The database: its tables, and who may open it. Every other module of the store takes it as first argument. */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { Annotation, AnnotationId } from '../model/annotation';
import type { Body, Clip, ClipDraft, ClipImage, ClipPatch } from '../model/clip';
import type { Failure } from '../model/failure';
import type { ClipId, ImportId } from '../model/ids';
import type { ImportRecord } from '../model/import';
import type { Asset, Post, SharedPost, StandingBlock } from '../model/post';
import type { Publication } from '../model/publication';
import type { SavedSearch } from '../model/saved-search';
import type { Tag } from '../model/tag';
import type { TagJob, TagStep } from '../model/tag-job';
import type { Connection } from '../model/target';
import type { Template } from '../model/template';
import { type ColumnRow, emptyIndex, type PendingRow, type SearchStateRow } from './search-rows';
import { addTallies } from './tally-keys';

/** Raised with every change of the tables; a database of a higher version is never written by this code. */
const schemaVersion = 3;

/** Version 1, as it is on people's disks: never to be changed. */
const firstTables = {
  clips: 'id, *keys, *lists, pendingSince',
  bodies: 'clipId',
  images: 'id, clipId',
  tags: 'key, count',
  counters: 'prefix',
  posts: 'id, updatedAt',
  assets: 'id',
  standing: 'id, name',
};

/** What version 2 changes, as it is on people's disks: a table named here again has all its indexes written out. */
const secondTables = {
  clips: 'id, *keys, *lists, pendingSince, doc',
  searchPending: '++seq',
  searchState: 'name',
  searchBlocks: '',
  searchColumns: 'chunk',
  tallies: 'key',
  tagJobs: 'id, state',
  tagSteps: '++step, jobId',
  stories: 'clipId, *keys',
  storyQueue: 'clipId',
  storyApart: 'pair, *clips',
  imports: 'id',
  importSteps: '++seq, importId',
  earlier: 'clipId, keptAt',
  searches: 'id, position',
  annotations: 'id, clipId',
  connections: 'id',
  publications: 'id, postId, *clips',
  posts: 'id, updatedAt, versions',
};

/** What version 3 adds. */
const thirdTables = {
  shared: 'postId',
  templates: 'id',
};

/** The facts of a capture that a person may overwrite, as the page had them (its headline is `sourceTitle`). */
type FoundFields = Pick<Clip, 'byline' | 'siteName' | 'publishedAt' | 'language'>;

/** A clip as stored: what lists, look-up and merging need beside it never leaves the store. */
export type ClipRow = Clip & {
  /** Every key by which the page is known: of the address visited and of the canonical one. */
  keys: string[];
  /** Where the clip stands in each list it is in; see `list-keys.ts`. */
  lists: string[];
  /** Only while the text is on its way: the index holds nothing else. */
  pendingSince?: number;
  /** The clip's number in the search index, from when it is first indexed; never given to another. */
  doc?: number;
  /** Set while the other clips of its story are deleted: `is:duplicate` does not find it then. */
  alone?: true;
  found: FoundFields;
  /** When a person last changed each field: what decides when two people's edits are merged. */
  changed: Partial<Record<keyof ClipPatch | 'deletedAt', number>>;
};

/** A row before and after; null before: it is new, null after: it goes. */
export type Change = { before: ClipRow | null; after: ClipRow | null };
/** A clip's text as it was before it was last replaced, to bring it back. One for each clip, for a limited time. */
export type EarlierText = {
  clipId: string;
  draft: ClipDraft;
  /** Images that the newer text no longer has. */
  images: ClipImage[];
  textUpdatedAt: number | null;
  keptAt: number;
};

/** How many clips a list has. */
type Counter = { prefix: string; count: number };

/** What statistics add up: see `tallies.ts`. */
export type Tally = { key: string; amount: number };

/** A clip among texts that may be reprints of each other; `keys` as made by whoever signs. */
export type StoryRow = { clipId: ClipId; keys: number[] };
/** A clip whose text has changed since it was last compared. */
type QueuedStory = { clipId: ClipId };
/** Two clips of which a person said that they are not one story; `pair` is their ids, sorted. */
export type ApartRow = { pair: string; clips: [ClipId, ClipId]; at: number };

/** What one transaction of an import changed, so that it can be taken back. */
export type ImportStep = {
  seq?: number;
  importId: ImportId;
  /** `updatedAt` of every row that the step wrote: a row that says another time has been changed since. */
  at: number;
  added: ClipId[];
  /** The fields that it changed, as they were. */
  merged: { id: ClipId; before: Partial<ClipRow>; gotText: boolean }[];
  /** Highlights that it put onto these clips. */
  annotations: AnnotationId[];
};

type Tables = {
  clips: Table<ClipRow, string>;
  bodies: Table<Body, string>;
  images: Table<ClipImage, string>;
  tags: Table<Tag, string>;
  counters: Table<Counter, string>;
  posts: Table<Post, string>;
  assets: Table<Asset, string>;
  standing: Table<StandingBlock, string>;
  tallies: Table<Tally, string>;
  tagJobs: Table<TagJob, string>;
  tagSteps: Table<TagStep, number>;
  stories: Table<StoryRow, string>;
  storyQueue: Table<QueuedStory, string>;
  storyApart: Table<ApartRow, string>;
  imports: Table<ImportRecord, string>;
  importSteps: Table<ImportStep, number>;
  searchPending: Table<PendingRow, number>;
  searchState: Table<SearchStateRow, string>;
  searchBlocks: Table<Uint8Array, number>;
  searchColumns: Table<ColumnRow, number>;
  earlier: Table<EarlierText, string>;
  searches: Table<SavedSearch, string>;
  annotations: Table<Annotation, string>;
  /** Without secrets: these are in a database of their own. */
  connections: Table<Connection, string>;
  publications: Table<Publication, string>;
  shared: Table<SharedPost, string>;
  templates: Table<Template, string>;
};

/** What the tables of version 2 say of the clips of version 1. */
async function fillSecondTables(upgrade: Transaction): Promise<void> {
  const amounts = new Map<string, number>();
  await upgrade.table<ClipRow>('clips').each((row) => {
    try {
      addTallies(amounts, row, 1);
    } catch {
      // One damaged clip must not lock people out of all others; the check mends it and counts anew.
    }
  });
  await upgrade.table<Tally>('tallies').bulkAdd([...amounts].map(([key, amount]) => ({ key, amount })));
  const texts = await upgrade.table<Body, ClipId>('bodies').toCollection().primaryKeys();
  await upgrade.table<QueuedStory>('storyQueue').bulkAdd(texts.map((clipId) => ({ clipId })));
}

export type Database = Dexie &
  Tables & {
    /** Why the database can no longer be used by this page, or null. */
    refusal: Failure | null;
  };

/** Thrown in place of opening a database that newer code has changed. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

export type OpenOptions = {
  /** Told once when newer code takes the database over, or another page keeps it from being upgraded. */
  onRefused?: (failure: Failure) => void;
  /** Milliseconds an upgrade may wait for other pages to let go. */
  patience?: number;
};

/**
 * The database, opened by its first use. Transactions are durable when they resolve (flushed to disk), and a live
 * query sees only what is committed. Code older than the database, and code whose database was upgraded under it,
 * gets errors instead of access; `failureOf` says which.
 */
export function openDatabase(name = 'clipsheet', options: OpenOptions = {}): Database {
  const db = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    indexedDB: { ...guardedFactory },
    IDBKeyRange,
  }) as Database;
  db.refusal = null;
  db.version(1).stores(firstTables);
  db.version(2).stores(secondTables).upgrade(fillSecondTables);
  db.version(schemaVersion).stores(thirdTables);
  db.on('populate', (created) => created.table('searchState').add(emptyIndex()));
  const refuse = (failure: Failure) => {
    if (db.refusal) return;
    db.refusal = failure;
    db.close({ disableAutoOpen: true });
    options.onRefused?.(failure);
  };
  db.on('versionchange', (event) => {
    if (event.newVersion !== null) refuse({ kind: 'database-newer' });
  });
  db.on('blocked', () => {
    setTimeout(() => !db.isOpen() && refuse({ kind: 'database-blocked' }), options.patience ?? 3000);
  });
  return db;
}

/**
 * Dexie answers a VersionError by opening whatever version is there, and may then even "repair" the newer schema;
 * so opening without the version this code knows is refused.
 */
const guardedFactory = {
  open(name: string, version?: number): IDBOpenDBRequest {
    if (version === undefined || version > schemaVersion * 10)
      throw new NewerDatabaseError(`${name} was written by a newer version`);
    return indexedDB.open(name, version);
  },
  databases: (): Promise<IDBDatabaseInfo[]> => indexedDB.databases(),
  deleteDatabase: (name: string): IDBOpenDBRequest => indexedDB.deleteDatabase(name),
};
