import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SafeHtml } from '../../../lib/model/article-html';
import { type BlockId, type ImageId, newId, type PostId } from '../../../lib/model/ids';
import {
  deleteClips,
  editClips,
  findClipByKey,
  getBody,
  getClip,
  purgeClips,
  restoreClips,
} from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { addImage, editImage, getImages, setImageBytes } from '../../../lib/store/images';
import { putPost } from '../../../lib/store/posts';
import {
  finishClip,
  repairInterrupted,
  restoreText,
  saveStub,
  settleAsBookmark,
  updateText,
} from '../../../lib/store/saving';
import { aClip, aDraft } from '../clip-maker';

let db: Database;
const imageId = () => newId<ImageId>();

beforeEach(() => {
  db = openDatabase('saving');
});
afterEach(() => db.delete());

test('a page is there from the first moment, as a pending bookmark', async () => {
  const clip = aClip({ url: 'https://example.com/a' });
  expect(await saveStub(db, clip)).toEqual({ clip, outcome: 'saved' });
  expect(await getClip(db, clip.id)).toEqual(clip);
  expect(await getBody(db, clip.id)).toBeNull();
});

test('asking again with the same id gives the same clip, also when it has been deleted since', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  expect((await saveStub(db, clip)).outcome).toBe('saved');
  await deleteClips(db, [clip.id], 5);
  const again = await saveStub(db, clip);
  expect(again.outcome).toBe('saved');
  expect(again.clip.deletedAt).toBe(5);
  expect(await db.clips.count()).toBe(1);
});

test('two clicks at once on one page make one clip', async () => {
  const outcomes = await Promise.all(
    ['https://example.com/a?utm_source=x', 'https://www.example.com/a/#top'].map((url) => saveStub(db, aClip({ url }))),
  );
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['known', 'saved']);
  expect(await db.clips.count()).toBe(1);
});

test('a page is known by the address visited and by the canonical one', async () => {
  const clip = aClip({ url: 'https://news.example.com/read?id=7' });
  await saveStub(db, clip);
  await finishClip(db, clip.id, aDraft({ canonicalUrl: 'https://news.example.com/story/seven' }), 9, imageId);
  expect((await findClipByKey(db, 'news.example.com/read?id=7'))?.id).toBe(clip.id);
  expect((await findClipByKey(db, 'news.example.com/story/seven'))?.id).toBe(clip.id);
});

test('a deleted clip does not stand in the way of clipping its page again', async () => {
  const clip = aClip({ url: 'https://example.com/a' });
  await saveStub(db, clip);
  await deleteClips(db, [clip.id], 5);
  expect((await saveStub(db, aClip({ url: 'https://example.com/a' }))).outcome).toBe('saved');
});

test('the text arrives with its images in order and the lead image named', async () => {
  const clip = aClip({ url: 'https://example.com/a' });
  await saveStub(db, clip);
  const done = await finishClip(db, clip.id, aDraft(), 9, imageId);
  const images = await getImages(db, clip.id);
  expect(done).toMatchObject({
    kind: 'article',
    title: 'The headline of the page',
    byline: 'Ann Author',
    imageCount: 2,
    leadImage: images[0]?.id,
    capture: { state: 'done', engine: 'readability', durationMs: 7 },
  });
  expect(images.map(({ url, position }) => [url, position])).toEqual([
    ['https://www.example.com/a.jpg', 0],
    ['https://www.example.com/b.jpg', 1],
  ]);
  expect((await getBody(db, clip.id))?.html).toBe('<p>First sentence.</p>');
});

test('what a person changed before the text arrived stays', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  await editClips(db, [clip.id], { title: 'Mine', tags: ['ev'], note: 'n', status: 'kept', byline: 'Me' }, 2);
  const done = await finishClip(db, clip.id, aDraft(), 9, imageId);
  expect(done).toMatchObject({ title: 'Mine', tags: ['ev'], note: 'n', status: 'kept', byline: 'Me' });
  expect(done).toMatchObject({ sourceTitle: 'The headline of the page', siteName: 'Example News' });
});

test('text that arrives for a clip undone in the meantime is there when it is restored', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  await deleteClips(db, [clip.id], 2);
  await finishClip(db, clip.id, aDraft(), 9, imageId);
  expect((await getClip(db, clip.id))?.deletedAt).toBe(2);
  const [back] = await restoreClips(db, [clip.id], 10);
  expect(back).toMatchObject({ deletedAt: null, kind: 'article' });
  expect((await getBody(db, clip.id))?.text).toBe('First sentence.');
});

test('finishing twice changes nothing, and a clip that is gone is not made again', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  const once = await finishClip(db, clip.id, aDraft(), 9, imageId);
  expect(await finishClip(db, clip.id, aDraft({ title: 'Other' }), 10, imageId)).toEqual(once);
  expect(await finishClip(db, aClip().id, aDraft(), 9, imageId)).toBeNull();
  expect(await db.images.count()).toBe(2);
});

test('an empty text is never kept silently: the clip is a bookmark that says so', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  const done = await finishClip(db, clip.id, aDraft({ text: ' \n', html: '<p></p>' as SafeHtml }), 9, imageId);
  expect(done).toMatchObject({ kind: 'bookmark', capture: { warnings: ['empty'] } });
  expect(await getBody(db, clip.id)).toBeNull();
});

test('text read after the clip was given up on still arrives', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  await settleAsBookmark(db, clip.id, 'failed', 5);
  expect(await finishClip(db, clip.id, aDraft(), 9, imageId)).toMatchObject({ kind: 'article' });
});

test('a clip without text becomes a bookmark that says why, and a finished one stays', async () => {
  const [clip, finished] = [aClip(), aClip()];
  await saveStub(db, clip);
  await saveStub(db, finished);
  await finishClip(db, finished.id, aDraft(), 9, imageId);
  expect(await settleAsBookmark(db, clip.id, 'no-access', 5)).toMatchObject({ capture: { warnings: ['no-access'] } });
  expect(await settleAsBookmark(db, finished.id, 'failed', 5)).toMatchObject({ kind: 'article' });
});

test('text read again keeps tags, note, edited fields and the words, bytes and ids of images', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  await finishClip(db, clip.id, aDraft(), 9, imageId);
  const [lead] = await getImages(db, clip.id);
  if (!lead) throw new Error('no image');
  await editClips(db, [clip.id], { title: 'Mine', tags: ['ev'], note: 'n', publishedAt: '2024-01-01' }, 10);
  await editImage(db, lead.id, { caption: 'My words', rights: 'ours' }, 11);
  await setImageBytes(db, lead.id, { data: new Uint8Array([1, 2]), type: 'image/png' }, 12, { width: 4, height: 3 });
  const again = aDraft({
    title: 'New headline',
    byline: 'Bea',
    publishedAt: '2025',
    text: 'More.',
    images: aDraft().images.slice(0, 1),
  });
  expect(await updateText(db, clip.id, again, 20, imageId)).toMatchObject({
    title: 'Mine',
    sourceTitle: 'New headline',
    tags: ['ev'],
    note: 'n',
    publishedAt: '2024-01-01',
    byline: 'Bea',
    textUpdatedAt: 20,
    imageCount: 1,
  });
  expect(await getImages(db, clip.id)).toMatchObject([
    { id: lead.id, caption: 'My words', rights: 'ours', width: 4, bytes: { type: 'image/png' } },
  ]);
});

test('what a page says of itself goes when it no longer says so, and is back when that is undone', async () => {
  const clip = aClip();
  const facts = { section: 'Industry', licence: 'CC BY 4.0' };
  await saveStub(db, clip);
  await finishClip(db, clip.id, aDraft({ facts }), 5, imageId);
  expect((await getClip(db, clip.id))?.facts).toEqual(facts);
  await updateText(db, clip.id, aDraft({ html: '<p>New.</p>' as SafeHtml }), 9, imageId);
  expect(await getClip(db, clip.id)).not.toHaveProperty('facts');
  expect((await restoreText(db, clip.id, 10, imageId))?.facts).toEqual(facts);
});

test('text read again under an address with tracking parameters leaves the address as it was', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  await finishClip(db, clip.id, aDraft({ url: clip.url }), 9, imageId);
  const again = await updateText(db, clip.id, aDraft({ url: `${clip.url}?utm_source=mail#top` }), 20, imageId);
  expect(again?.url).toBe(clip.url);
});

test('an image that a post shows outlives a text read again, and its clip outlives a purge', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  await finishClip(db, clip.id, aDraft(), 9, imageId);
  const gallery = (await getImages(db, clip.id))[1];
  if (!gallery) throw new Error('no image');
  const image = { id: newId<BlockId>(), caption: '', credit: '', alt: '', rights: '' };
  await putPost(db, {
    ...{ id: newId<PostId>(), title: '', slug: '', slugEdited: false, language: 'en', author: '', standfirst: '' },
    ...{ tags: [], canonicalUrl: '', status: 'draft', receipts: [], createdAt: 1, updatedAt: 1, deletedAt: null },
    blocks: [
      {
        id: newId<BlockId>(),
        kind: 'gallery',
        title: '',
        images: [{ ...image, from: { kind: 'clip', clipId: clip.id, imageId: gallery.id } }],
      },
    ],
  });
  await updateText(db, clip.id, aDraft({ images: [] }), 20, imageId);
  expect((await getImages(db, clip.id)).map(({ id }) => id)).toEqual([gallery.id]);
  await deleteClips(db, [clip.id], 21);
  expect(await purgeClips(db, [clip.id], 22)).toBe(0);
  expect(await getClip(db, clip.id)).not.toBeNull();
});

test('a clip that is not deleted is never purged', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  expect(await purgeClips(db, [clip.id], 22)).toBe(0);
  await deleteClips(db, [clip.id], 21);
  expect(await purgeClips(db, [clip.id], 22)).toBe(1);
  expect(await getClip(db, clip.id)).toBeNull();
});

test('clips whose text never came are bookmarks that say so after a minute', async () => {
  const [old, fresh, done] = [aClip({ createdAt: 1000 }), aClip({ createdAt: 50_000 }), aClip({ createdAt: 1000 })];
  for (const clip of [old, fresh, done]) await saveStub(db, clip);
  await finishClip(db, done.id, aDraft(), 2000, imageId);
  expect(await repairInterrupted(db, 61_001)).toBe(1);
  expect(await getClip(db, old.id)).toMatchObject({ capture: { state: 'done', warnings: ['interrupted'] } });
  expect(await getClip(db, fresh.id)).toMatchObject({ capture: { state: 'pending' } });
  expect(await repairInterrupted(db, 61_001)).toBe(0);
});

test('an image saved by hand goes behind the others, once', async () => {
  const clip = aClip();
  await saveStub(db, clip);
  const image = { ...aDraft().images[0], url: 'https://example.com/c.png', role: 'body' as const };
  const draft = { caption: '', credit: '', alt: '', width: null, height: null, ...image };
  const added = await addImage(db, clip.id, draft, 5, imageId);
  expect(await addImage(db, clip.id, draft, 6, imageId)).toEqual(added);
  expect(await getClip(db, clip.id)).toMatchObject({ imageCount: 1, leadImage: added?.id });
});
