import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeBlock } from '../../../lib/compose/edit-post';
import type { PostId } from '../../../lib/model/ids';
import { type Composer, openComposer } from '../../../lib/state/compose';
import { db } from '../../../lib/state/db';
import { addReceipt, getPost, putPost } from '../../../lib/store/posts';
import { makeClip, makePost } from '../compose/make';

const id = makePost().id;
const stored = () => getPost(db, id);
const composers: Composer[] = [];

async function open(): Promise<Composer> {
  const composer = await openComposer(id, db);
  if (!composer) throw new Error('no post');
  composers.push(composer);
  return composer;
}

const retitle = (composer: Composer, title: string, key = 'title') =>
  composer.edit((post) => ({ ...post, title }), key);

beforeEach(async () => {
  await Promise.all([db.posts, db.clips].map((table) => table.clear()));
  await putPost(db, makePost({ slugEdited: true }));
});

afterEach(async () => {
  for (const composer of composers.splice(0)) {
    await composer.flush();
    composer.close();
  }
});

describe('a post being written', () => {
  it('is stored by itself a moment later', async () => {
    const composer = await open();
    const before = composer.savedAt.value;
    retitle(composer, 'New headline');
    expect(composer.saving.value.state).toBe('saving');
    await vi.waitFor(async () => expect((await stored())?.title).toBe('New headline'), { timeout: 4000, interval: 20 });
    await vi.waitFor(() => expect(composer.saving.value.state).toBe('saved'));
    expect(composer.savedAt.value).toBeGreaterThan(before);
  });

  it('is written at once when the page is hidden or left', async () => {
    const composer = await open();
    // No pause in typing ever ends, so that nothing is written but by what happens here.
    const later = setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms = 0) =>
      ms < 100 ? later(run, ms) : 0) as typeof setTimeout);
    retitle(composer, 'Hidden');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(async () => expect((await stored())?.title).toBe('Hidden'), { timeout: 8000, interval: 20 });
    retitle(composer, 'Left');
    dispatchEvent(new Event('pagehide'));
    await vi.waitFor(async () => expect((await stored())?.title).toBe('Left'), { timeout: 8000, interval: 20 });
  });

  it('is written when it is closed', async () => {
    const composer = await open();
    retitle(composer, 'Closed');
    composers.pop();
    composer.close();
    await vi.waitFor(async () => expect((await stored())?.title).toBe('Closed'));
  });

  it('takes every change back and does it again, and saves that, too', async () => {
    const composer = await open();
    retitle(composer, 'T');
    retitle(composer, 'Tw');
    retitle(composer, 'Two');
    composer.edit((post) => removeBlock(post, 'b1' as never));
    expect(composer.post.value.blocks).toHaveLength(4);
    composer.undo();
    expect(composer.post.value).toMatchObject({ title: 'Two' });
    expect(composer.post.value.blocks).toHaveLength(5);
    composer.undo();
    expect(composer.post.value.title).toBe(makePost().title);
    expect(composer.canUndo.value).toBe(false);
    composer.redo();
    await composer.flush();
    expect((await stored())?.title).toBe('Two');
    expect(composer.canRedo.value).toBe(true);
  });

  it('has a slug that follows the headline until somebody writes one, in the same step of undo', async () => {
    await putPost(db, makePost());
    const composer = await open();
    retitle(composer, '真皮座椅');
    await vi.waitFor(() => expect(composer.post.value.slug).toBe('zhen-pi-zuo-yi'));
    composer.undo();
    expect(composer.post.value).toMatchObject({ title: makePost().title, slug: makePost().slug });
    composer.edit((post) => ({ ...post, slug: 'mine', slugEdited: true }), 'slug');
    retitle(composer, 'Another headline');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(composer.post.value.slug).toBe('mine');
    composer.edit((post) => ({ ...post, slugEdited: false }));
    await vi.waitFor(() => expect(composer.post.value.slug).toBe('another-headline'));
  });

  it('never takes the slug of another post without a word', async () => {
    await putPost(db, makePost({ id: 'post-b' as PostId, slug: 'leather' }));
    const composer = await open();
    const stop = composer.problems.subscribe(() => undefined); // as the view does
    composer.edit((post) => ({ ...post, slug: 'leather' }), 'slug');
    await vi.waitFor(() => expect(composer.problems.value.map((one) => one.kind)).toContain('slug-taken'));
    composer.edit((post) => ({ ...post, title: 'Leather', slugEdited: false }));
    await vi.waitFor(() => expect(composer.post.value.slug).toBe('leather-2'));
    expect(composer.problems.value.map((one) => one.kind)).not.toContain('slug-taken');
    stop();
  });

  it('tells of clips that change elsewhere', async () => {
    const composer = await open();
    expect(composer.problems.value.map((one) => one.kind)).toContain('clip-gone');
    await db.clips.put(makeClip() as never);
    await vi.waitFor(() => expect(composer.problems.value.map((one) => one.kind)).not.toContain('clip-gone'));
  });

  it('is nothing when there is no such post', async () => {
    expect(await openComposer('nobody' as PostId, db)).toBeNull();
  });
});

describe('two windows on one post', () => {
  it('show each other’s changes', async () => {
    const [one, two] = [await open(), await open()];
    retitle(one, 'From one');
    await vi.waitFor(() => expect(two.post.value.title).toBe('From one'));
    two.edit((post) => ({ ...post, author: 'Two' }));
    await vi.waitFor(() => expect(one.post.value).toMatchObject({ title: 'From one', author: 'Two' }));
    expect([one.conflict.value, two.conflict.value]).toEqual([null, null]);
  });

  it('never overwrite each other silently: both versions wait for a choice', async () => {
    const [one, two] = [await open(), await open()];
    retitle(one, 'From one');
    retitle(two, 'From two');
    await one.flush();
    await two.flush();
    expect(two.conflict.value?.title).toBe('From one');
    expect((await stored())?.title).toBe('From one');
    two.resolve('mine');
    await vi.waitFor(async () => expect((await stored())?.title).toBe('From two'));
    await vi.waitFor(() => expect(one.post.value.title).toBe('From two'));
  });

  it('can take the other version and still go back to the own one', async () => {
    const [one, two] = [await open(), await open()];
    retitle(one, 'From one');
    retitle(two, 'From two');
    await one.flush();
    await two.flush();
    two.resolve('theirs');
    expect(two.post.value.title).toBe('From one');
    two.undo();
    expect(two.post.value.title).toBe('From two');
  });

  it('keep a receipt that came while something was written, whatever is undone', async () => {
    const composer = await open();
    retitle(composer, 'Before');
    await composer.flush();
    const receipt = { id: 'r', publisher: 'html-page', at: 5, target: 'x.zip', hash: 'h', bytes: 1 };
    await addReceipt(db, id, receipt);
    await vi.waitFor(() => expect(composer.post.value.receipts).toEqual([receipt]));
    composer.undo();
    await composer.flush();
    expect(await stored()).toMatchObject({ title: makePost().title, receipts: [receipt], status: 'published' });
    expect(composer.conflict.value).toBeNull();
  });
});
