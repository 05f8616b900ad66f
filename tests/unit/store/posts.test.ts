import { afterEach, beforeEach, expect, test } from 'vitest';
import { blankPost } from '../../../lib/compose/create-post';
import { type AssetId, newId, type PostId, type StandingId } from '../../../lib/model/ids';
import type { Post } from '../../../lib/model/post';
import { getAssets, putAsset } from '../../../lib/store/assets';
import { type Database, openDatabase } from '../../../lib/store/database';
import { addReceipt, deletePost, getPost, listPosts, putPost, restorePost } from '../../../lib/store/posts';
import { deleteStanding, getStanding, listStanding, putStanding } from '../../../lib/store/standing';

let db: Database;
beforeEach(() => {
  db = openDatabase('posts');
});
afterEach(() => db.delete());

const aPost = (title: string, updatedAt: number): Post => ({ ...blankPost(newId<PostId>(), 1), title, updatedAt });
const receipt = { id: 'r1', publisher: 'html-page', at: 5, target: 'a.zip', hash: 'ff', bytes: 9 };

test('posts are listed last changed first, without deleted ones, which come back', async () => {
  const [old, recent] = [aPost('old', 1), aPost('recent', 2)];
  await putPost(db, old);
  await putPost(db, recent);
  expect((await listPosts(db)).map((post) => post.title)).toEqual(['recent', 'old']);
  await deletePost(db, recent.id, 3);
  expect((await listPosts(db)).map((post) => post.title)).toEqual(['old']);
  expect((await getPost(db, recent.id))?.deletedAt).toBe(3);
  await restorePost(db, recent.id);
  expect(await listPosts(db)).toEqual([recent, old]);
});

test('a receipt makes a post published and does not undo what was written meanwhile', async () => {
  const post = aPost('draft', 1);
  await putPost(db, post);
  await putPost(db, { ...post, title: 'written while it was exported' });
  await addReceipt(db, post.id, receipt);
  const twice = await addReceipt(db, post.id, { ...receipt, at: 6 });
  expect(twice).toMatchObject({
    title: 'written while it was exported',
    status: 'published',
    receipts: [{ id: 'r1', at: 6 }],
  });
  expect(await addReceipt(db, newId<PostId>(), receipt)).toBeNull();
});

test('standing blocks are listed by name', async () => {
  const block = (name: string) => ({
    ...{ id: newId<StandingId>(), name, markdown: '', images: [], createdAt: 1, updatedAt: 1 },
  });
  const [about, contact] = [block('About'), block('Contact')];
  await putStanding(db, contact);
  await putStanding(db, about);
  expect((await listStanding(db)).map(({ name }) => name)).toEqual(['About', 'Contact']);
  await deleteStanding(db, about.id);
  expect(await getStanding(db, about.id)).toBeNull();
  expect(await getStanding(db, contact.id)).toEqual(contact);
});

test('assets come in the order they are asked for, with their bytes', async () => {
  const asset = (name: string) => ({
    ...{ id: newId<AssetId>(), name, width: 1, height: 1, createdAt: 1 },
    bytes: { data: new Uint8Array([1, 2, 3]), type: 'image/png' },
  });
  const [a, b] = [asset('a'), asset('b')];
  await putAsset(db, a);
  await putAsset(db, b);
  const got = await getAssets(db, [b.id, newId<AssetId>(), a.id]);
  expect(got.map(({ name }) => name)).toEqual(['b', 'a']);
  expect(Array.from(got[0]?.bytes.data ?? [])).toEqual([1, 2, 3]);
});
