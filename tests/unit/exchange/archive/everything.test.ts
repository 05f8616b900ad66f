import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveTables } from '../../../../lib/exchange/archive/tables';
import type { Annotation, AnnotationId } from '../../../../lib/model/annotation';
import type { BlockId, ClipId, ImportId, PostId } from '../../../../lib/model/ids';
import { newId } from '../../../../lib/model/ids';
import type { Post } from '../../../../lib/model/post';
import type { SearchId } from '../../../../lib/model/saved-search';
import { putAnnotation } from '../../../../lib/store/annotations';
import { deleteClips, editClips, markRead } from '../../../../lib/store/clips';
import { type Database, openDatabase } from '../../../../lib/store/database';
import { storeArrivals } from '../../../../lib/store/importing';
import { putImport } from '../../../../lib/store/imports';
import { putPost } from '../../../../lib/store/posts';
import { addSearch } from '../../../../lib/store/searches';
import { putShared } from '../../../../lib/store/shared-posts';
import { anArrival, aRecord, ids } from '../arrivals';
import { archiveOf, fillLibrary, restore } from './library';

/** Made again from the rest. */
const derived = [
  ...['counters', 'tallies', 'stories', 'storyQueue'],
  ...['searchPending', 'searchState', 'searchBlocks', 'searchColumns'],
];
/** What takes back what was done here, for days: it names rows of this library as they are now. */
const undoing = ['imports', 'importSteps', 'tagJobs', 'tagSteps', 'earlier'];
const archived = archiveTables.map(({ name }) => name);

let from: Database;
let to: Database;
beforeEach(() => {
  from = openDatabase(`from-${newId()}`);
  to = openDatabase(`to-${newId()}`);
});
afterEach(async () => {
  await from.delete();
  await to.delete();
});

describe('an archive of a library that has something of everything', () => {
  test('has a place for every table of the database that people’s work is in', () => {
    expect([...archived, ...derived, ...undoing].sort()).toEqual(from.tables.map(({ name }) => name).sort());
  });

  test('comes back byte for byte, table by table', async () => {
    await fillEverything(from);
    const restored = await restore(to, await archiveOf(from));
    expect(restored.problems).toEqual([]);
    for (const name of archived) {
      const rows = await rowsOf(from, name);
      expect(rows, `${name} has something to lose`).not.toEqual([]);
      expect(await rowsOf(to, name), name).toEqual(rows);
    }
  });

  test('gives a library that is counted as the first one was', async () => {
    await fillEverything(from);
    await restore(to, await archiveOf(from));
    for (const name of ['counters', 'tallies']) expect(await rowsOf(to, name), name).toEqual(await rowsOf(from, name));
  });
});

/** A table's rows as they are on disk; numbers in the search index are those of one library. */
async function rowsOf(db: Database, name: string): Promise<object[]> {
  return (await db.table<object>(name).toArray()).map((row) => ({ ...row, doc: undefined }));
}

/** What `fillLibrary` makes, and imported clips, highlights, versions of a post, a post that travels, a search. */
async function fillEverything(db: Database): Promise<void> {
  await fillLibrary(db);
  const record = aRecord('import1' as ImportId);
  await putImport(db, record);
  const imported = [
    anArrival('https://a.example/1', { tags: ['皮革', 'Import'], note: 'Theirs', starred: true, savedAt: 2000 }),
    anArrival('https://a.example/2', { highlights: [{ quote: 'a', note: 'b', tags: ['c'], colour: 'blue', at: 9 }] }),
  ];
  await storeArrivals(db, record.id, imported, 5000, ids);
  const [first, second, third] = (await db.clips.toArray()).map(({ id }) => id) as [ClipId, ClipId, ClipId];
  await putAnnotation(db, aHighlight(first));
  await putAnnotation(db, { ...aHighlight(first), id: 'h2' as AnnotationId, target: anImage });
  await editClips(db, [second], { title: 'Mine', status: 'archived', byline: 'Li', language: 'zh' }, 1_900_000_000_000);
  await markRead(db, second, 1_900_000_000_001);
  await db.clips.update(second, { facts: { modifiedAt: '2026-11-02', section: 'Trade', licence: 'CC BY' } });
  await deleteClips(db, [third], 1_900_000_000_002);
  await db.images.toCollection().modify((image) => {
    if (!image.bytes) image.withheld = true;
  });
  const post = (await db.posts.get('p1')) as Post;
  await putPost(db, { ...post, id: 'p2' as PostId, language: 'en', blocks: [words], updatedAt: 8 });
  await putShared(db, { postId: post.id, post, at: 9 });
  await addSearch(db, { id: 's1' as SearchId, name: '供应商', query: 'tag:皮革 -"x y"', place: 'inbox' }, 7);
}

const anImage = { kind: 'image', source: 'https://www.example.com/story/0', url: 'https://a.example/i.png' } as const;
const words: Post['blocks'][number] = { id: 'k1' as BlockId, kind: 'commentary', markdown: 'Auf *Deutsch* 😀\u2028' };

function aHighlight(clipId: ClipId): Annotation {
  const quote = { type: 'TextQuoteSelector', exact: 'Text', prefix: '', suffix: ' of' } as const;
  const at = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end }) as const;
  const startSelector = { type: 'XPathSelector', value: '/p[1]', refinedBy: at(0, 0) } as const;
  const endSelector = { type: 'XPathSelector', value: '/p[1]', refinedBy: at(4, 4) } as const;
  return {
    id: 'h1' as AnnotationId,
    clipId,
    target: {
      ...{ kind: 'text', source: 'https://www.example.com/story/0', quote, position: at(0, 4) },
      range: { type: 'RangeSelector', startSelector, endSelector },
    },
    ...{ note: '备注', tags: ['a', 'b'], colour: 'pink', createdAt: 1, updatedAt: 2 },
  };
}
