import { beforeEach, describe, expect, it } from 'vitest';
import type { PostId } from '../../../lib/model/ids';
import type { Post, Receipt } from '../../../lib/model/post';
import { db } from '../../../lib/state/db';
import { collectFeed } from '../../../lib/state/feeds';
import { putPost } from '../../../lib/store/posts';
import { makeAsset, makePost, ownImage, png } from '../compose/make';

const out = (at: number, publisher = 'html-page'): Receipt => ({
  id: `r${at}`,
  publisher,
  at,
  target: 'x.zip',
  hash: '',
  bytes: 1,
});
const put = (id: string, changes: Partial<Post>) =>
  putPost(db, makePost({ id: id as PostId, title: id, status: 'published', ...changes }));

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.assets.put(makeAsset('pic', { bytes: png }));
});

describe('a feed', () => {
  it('holds what readers can have, the newest first', async () => {
    await put('older', { receipts: [out(1000)] });
    await put('newer', { receipts: [out(2000)], status: 'corrected' });
    await put('draft', { status: 'draft' });
    await put('retracted', { status: 'retracted', receipts: [out(3000)] });
    await put('held', { receipts: [out(4000)], notBefore: { at: 9e12, zone: 'UTC' } });
    expect((await collectFeed(10_000)).items.map(({ title }) => title)).toEqual(['newer', 'older']);
  });

  it('names images where they are on the web, and only there', async () => {
    const gallery = { id: 'g', kind: 'gallery', title: '', images: [ownImage('i', 'pic')] } as never;
    await put('page', { blocks: [gallery], receipts: [out(2000)], canonicalUrl: 'https://blog.example/p/' });
    await put('pasted', {
      blocks: [gallery],
      receipts: [out(1000, 'rich-text')],
      canonicalUrl: 'https://blog.example/q/',
    });
    const [page, pasted] = (await collectFeed(10_000)).items;
    expect(page?.html).toMatch(/src="https:\/\/blog\.example\/p\/images\//);
    expect(pasted?.html).not.toContain('<img');
    expect(page).toMatchObject({
      id: 'urn:clipsheet:page',
      url: 'https://blog.example/p/',
      published: '1970-01-01T00:00:02.000Z',
    });
  });
});
