import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Clipping, clipTab, updateText } from '../../../lib/capture/capture';
import { newId } from '../../../lib/model/ids';
import { fail, ok, type Result } from '../../../lib/model/result';
import { deleteClips, editClips, getBody, getClip } from '../../../lib/store/clips';
import { getImages } from '../../../lib/store/images';
import { aDraft } from '../clip-maker';
import { createWorld, story, type World } from './world';

let world: World;
beforeEach(() => {
  world = createWorld('clip-tab');
});
afterEach(() => world.end());

describe('clipping a tab', () => {
  test('answers when address and title are on disk, before the page has been read', async () => {
    let read = (_: Result<ReturnType<typeof aDraft>, never>) => undefined as unknown;
    world.reading = () =>
      new Promise((resolve) => {
        read = resolve;
      });
    const id = newId<Clipping['clip']['id']>();
    const clipping = world.done(await clipTab(world.ports, story, id));
    expect(await getClip(world.db, id)).toMatchObject({ title: 'Tab title', capture: { state: 'pending' } });
    expect(clipping).toMatchObject({ outcome: 'saved', clip: { id } });
    await vi.waitFor(() => expect(world.reads).toHaveLength(1));
    read(ok(aDraft()));
    expect(await clipping.finished).toMatchObject({ kind: 'article', title: 'The headline of the page' });
    expect((await getBody(world.db, id))?.text).toBe('First sentence.');
  });

  test('asked twice with one id makes one clip', async () => {
    const id = newId<Clipping['clip']['id']>();
    const both = await Promise.all([clipTab(world.ports, story, id), clipTab(world.ports, story, id)]);
    for (const result of both) {
      expect(world.done(result).outcome).toBe('saved');
      await world.done(result).settled;
    }
    expect(await world.all()).toHaveLength(1);
    expect(await getImages(world.db, id)).toHaveLength(2);
  });

  test('of a page that is in the library answers with its clip and writes nothing', async () => {
    await world.done(await clipTab(world.ports, story, newId())).settled;
    const [before] = await world.all();
    const again = world.done(await clipTab(world.ports, { ...story, url: `${story.url}?utm_source=x#top` }, newId()));
    expect(again).toMatchObject({ outcome: 'known', clip: { id: before?.id } });
    await again.settled;
    expect(await world.all()).toEqual([before]);
    expect(world.reads).toHaveLength(1);
  });

  test('takes up a clip whose text was lost on the way', async () => {
    world.reading = () => new Promise(() => undefined);
    world.done(await clipTab(world.ports, story, newId()));
    world.reading = null;
    const again = world.done(await clipTab(world.ports, story, newId()));
    expect(again.outcome).toBe('known');
    expect(await again.finished).toMatchObject({ kind: 'article' });
  });

  test.each([
    ['chrome://settings', 'browser-page'],
    ['', 'browser-page'],
  ])('of %s says why not and stores nothing', async (url, reason) => {
    expect(await clipTab(world.ports, { ...story, url }, newId())).toEqual(fail({ kind: 'not-clippable', reason }));
    expect(await world.all()).toEqual([]);
  });

  test('of an extension store keeps a bookmark without trying to read it', async () => {
    const clipping = world.done(await clipTab(world.ports, { ...story, url: 'https://addons.mozilla.org/x' }, newId()));
    expect(await clipping.finished).toMatchObject({ kind: 'bookmark', capture: { warnings: ['extension-store'] } });
    expect(world.reads).toEqual([]);
  });

  test.each([
    ['https://example.com/paper.pdf', 'no-access', 'pdf'],
    ['https://example.com/film.mp4', 'no-access', 'media'],
    ['https://example.com/paper', 'pdf', 'pdf'],
    ['https://example.com/locked', 'no-access', 'no-access'],
    ['https://example.com/gone', 'interrupted', 'interrupted'],
  ] as const)('%s that cannot be read (%s) is a bookmark that says %s', async (url, failure, warning) => {
    world.reading = async () => fail(failure);
    const clipping = world.done(await clipTab(world.ports, { ...story, url }, newId()));
    expect(await clipping.finished).toMatchObject({
      title: 'Tab title',
      kind: 'bookmark',
      capture: { state: 'done', warnings: [warning] },
    });
  });

  test('gives up after a while, and still takes the text when it comes', async () => {
    world.reading = () => new Promise((resolve) => setTimeout(resolve, 120, ok(world.draft)));
    const clipping = world.done(await clipTab(world.ports, story, newId()));
    expect(await clipping.finished).toMatchObject({ kind: 'bookmark', capture: { warnings: ['failed'] } });
    await vi.waitFor(async () =>
      expect((await world.all())[0]).toMatchObject({ kind: 'article', capture: { warnings: [] } }),
    );
  });

  test('keeps the address when the disk does not take the text, and says so', async () => {
    const full = new DOMException('Internal error committing transaction.', 'UnknownError');
    const store = { ...world.ports.store, finish: () => Promise.reject(full) };
    const clipping = world.done(await clipTab({ ...world.ports, store }, story, newId()));
    await expect(clipping.finished).rejects.toBe(full);
    const [clip] = await world.all();
    expect(clip).toMatchObject({ kind: 'bookmark', capture: { state: 'done', warnings: ['not-stored'] } });
  });

  test('never stores the text of a page the tab went to in the meantime', async () => {
    world.draft = aDraft({ url: 'https://www.example.com/news/2' });
    const clipping = world.done(await clipTab(world.ports, story, newId()));
    expect(await clipping.finished).toMatchObject({ kind: 'bookmark', capture: { warnings: ['interrupted'] } });
  });

  test('keeps what was typed while the page was read', async () => {
    world.reading = () => new Promise((resolve) => setTimeout(resolve, 20, ok(world.draft)));
    const clipping = world.done(await clipTab(world.ports, story, newId()));
    await editClips(world.db, [clipping.clip.id], { tags: ['ev'], note: 'n' }, 5);
    expect(await clipping.finished).toMatchObject({ kind: 'article', tags: ['ev'], note: 'n' });
  });

  test('undone while the page is read stays undone', async () => {
    world.reading = () => new Promise((resolve) => setTimeout(resolve, 20, ok(world.draft)));
    const clipping = world.done(await clipTab(world.ports, story, newId()));
    await deleteClips(world.db, [clipping.clip.id], 5);
    await clipping.settled;
    expect(await world.all()).toEqual([]);
  });
});

describe('reading a text again', () => {
  test('replaces it and keeps what people wrote', async () => {
    const { clip, settled } = world.done(await clipTab(world.ports, story, newId()));
    await settled;
    await editClips(world.db, [clip.id], { title: 'Mine', tags: ['ev'] }, 5);
    world.draft = aDraft({ text: 'Second version.' });
    expect(await updateText(world.ports, story, clip.id)).toMatchObject({
      ok: true,
      value: { title: 'Mine', tags: ['ev'] },
    });
    expect((await getBody(world.db, clip.id))?.text).toBe('Second version.');
  });

  test('leaves the clip as it was when the page gives nothing, or is another one', async () => {
    const { clip, settled } = world.done(await clipTab(world.ports, story, newId()));
    await settled;
    const other = { ...story, url: 'https://www.example.com/news/2' };
    const failed = { ok: false, failure: { kind: 'extraction-failed' } };
    world.draft = aDraft({ text: '' });
    expect(await updateText(world.ports, story, clip.id)).toMatchObject(failed);
    world.reading = async () => fail('no-access');
    expect(await updateText(world.ports, story, clip.id)).toMatchObject(failed);
    world.reading = async () => ok(aDraft({ url: other.url }));
    expect(await updateText(world.ports, other, clip.id)).toMatchObject(failed);
    expect((await getBody(world.db, clip.id))?.text).toBe('First sentence.');
  });

  test('of a clip that is gone says so', async () => {
    expect(await updateText(world.ports, story, newId())).toEqual(fail({ kind: 'not-found' }));
  });
});
