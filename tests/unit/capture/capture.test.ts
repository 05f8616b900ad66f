import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Clipping, clipLink, clipSelection, clipTab, saveImage, updateText } from '../../../lib/capture/capture';
import { newId } from '../../../lib/model/ids';
import { fail, ok, type Result } from '../../../lib/model/result';
import { deleteClips, editClips, getBody, getClip, listClips } from '../../../lib/store/clips';
import { getImages } from '../../../lib/store/images';
import { aDraft } from '../clip-maker';
import { createWorld, story, type World } from './world';

let world: World;
beforeEach(() => {
  world = createWorld('capture');
});
const going: Promise<void>[] = [];
afterEach(async () => {
  await Promise.all(going.splice(0));
  await world.db.delete();
});

function done(result: Result<Clipping>): Clipping {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  going.push(result.value.settled);
  return result.value;
}
const all = async () => (await listClips(world.db, {}, { after: null, limit: 99 })).clips;

describe('clipping a tab', () => {
  test('answers when address and title are on disk, before the page has been read', async () => {
    let read = (_: Result<ReturnType<typeof aDraft>, never>) => undefined as unknown;
    world.reading = () =>
      new Promise((resolve) => {
        read = resolve;
      });
    const id = newId<Clipping['clip']['id']>();
    const clipping = done(await clipTab(world.ports, story, id));
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
      expect(done(result).outcome).toBe('saved');
      await done(result).settled;
    }
    expect(await all()).toHaveLength(1);
    expect(await getImages(world.db, id)).toHaveLength(2);
  });

  test('of a page that is in the library answers with its clip and writes nothing', async () => {
    await done(await clipTab(world.ports, story, newId())).settled;
    const [before] = await all();
    const again = done(await clipTab(world.ports, { ...story, url: `${story.url}?utm_source=x#top` }, newId()));
    expect(again).toMatchObject({ outcome: 'known', clip: { id: before?.id } });
    await again.settled;
    expect(await all()).toEqual([before]);
    expect(world.reads).toHaveLength(1);
  });

  test('takes up a clip whose text was lost on the way', async () => {
    world.reading = () => new Promise(() => undefined);
    done(await clipTab(world.ports, story, newId()));
    world.reading = null;
    const again = done(await clipTab(world.ports, story, newId()));
    expect(again.outcome).toBe('known');
    expect(await again.finished).toMatchObject({ kind: 'article' });
  });

  test.each([
    ['chrome://settings', 'browser-page'],
    ['', 'browser-page'],
  ])('of %s says why not and stores nothing', async (url, reason) => {
    expect(await clipTab(world.ports, { ...story, url }, newId())).toEqual(fail({ kind: 'not-clippable', reason }));
    expect(await all()).toEqual([]);
  });

  test('of an extension store keeps a bookmark without trying to read it', async () => {
    const clipping = done(await clipTab(world.ports, { ...story, url: 'https://addons.mozilla.org/x' }, newId()));
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
    const clipping = done(await clipTab(world.ports, { ...story, url }, newId()));
    expect(await clipping.finished).toMatchObject({
      title: 'Tab title',
      kind: 'bookmark',
      capture: { state: 'done', warnings: [warning] },
    });
  });

  test('gives up after a while, and still takes the text when it comes', async () => {
    world.reading = () => new Promise((resolve) => setTimeout(resolve, 120, ok(world.draft)));
    const clipping = done(await clipTab(world.ports, story, newId()));
    expect(await clipping.finished).toMatchObject({ kind: 'bookmark', capture: { warnings: ['failed'] } });
    await vi.waitFor(async () =>
      expect((await all())[0]).toMatchObject({ kind: 'article', capture: { warnings: [] } }),
    );
  });

  test('keeps the address when the disk does not take the text, and says so', async () => {
    const full = new DOMException('Internal error committing transaction.', 'UnknownError');
    const store = { ...world.ports.store, finish: () => Promise.reject(full) };
    const clipping = done(await clipTab({ ...world.ports, store }, story, newId()));
    await expect(clipping.finished).rejects.toBe(full);
    const [clip] = await all();
    expect(clip).toMatchObject({ kind: 'bookmark', capture: { state: 'done', warnings: ['not-stored'] } });
  });

  test('never stores the text of a page the tab went to in the meantime', async () => {
    world.draft = aDraft({ url: 'https://www.example.com/news/2' });
    const clipping = done(await clipTab(world.ports, story, newId()));
    expect(await clipping.finished).toMatchObject({ kind: 'bookmark', capture: { warnings: ['interrupted'] } });
  });

  test('keeps what was typed while the page was read', async () => {
    world.reading = () => new Promise((resolve) => setTimeout(resolve, 20, ok(world.draft)));
    const clipping = done(await clipTab(world.ports, story, newId()));
    await editClips(world.db, [clipping.clip.id], { tags: ['ev'], note: 'n' }, 5);
    expect(await clipping.finished).toMatchObject({ kind: 'article', tags: ['ev'], note: 'n' });
  });

  test('undone while the page is read stays undone', async () => {
    world.reading = () => new Promise((resolve) => setTimeout(resolve, 20, ok(world.draft)));
    const clipping = done(await clipTab(world.ports, story, newId()));
    await deleteClips(world.db, [clipping.clip.id], 5);
    await clipping.settled;
    expect(await all()).toEqual([]);
  });
});

describe('images of a clip', () => {
  const images = async () => {
    const clipping = done(await clipTab(world.ports, story, newId()));
    await clipping.settled;
    return getImages(world.db, clipping.clip.id);
  };
  const draftWith = (...urls: string[]) => {
    const [one] = aDraft().images;
    if (one) world.draft = aDraft({ images: urls.map((url) => ({ ...one, url })), leadImage: null });
  };

  test('are kept with their bytes, and their size where it was unknown', async () => {
    expect(await images()).toMatchObject([
      { width: 8, height: 6, bytes: { type: 'image/png' } },
      { width: 8, height: 6, bytes: { type: 'image/png' } },
    ]);
  });

  test('are not fetched when the person does not want it', async () => {
    world.keeps = false;
    expect((await images()).map((image) => image.bytes)).toEqual([null, null]);
    expect(world.fetched).toEqual([]);
  });

  test('that cannot be had stay without bytes, and the others come', async () => {
    const fetchImage = world.fetchImage;
    world.fetchImage = (url) => (url.endsWith('a.jpg') ? null : fetchImage(url));
    expect((await images()).map((image) => image.bytes !== null)).toEqual([false, true]);
  });

  test('that their site refuses, or answers with a stand-in, are marked so and keep their address', async () => {
    const fetchImage = world.fetchImage;
    draftWith('https://cdn.example/refused.jpg', 'https://cdn.example/dot.gif', 'https://cdn.example/there.jpg');
    const dot = { bytes: { data: new Uint8Array(43), type: 'image/gif' }, width: 1, height: 1 };
    world.fetchImage = (url) => (url.includes('refused') ? 'withheld' : url.includes('dot') ? dot : fetchImage(url));
    expect(await images()).toMatchObject([
      { url: 'https://cdn.example/refused.jpg', bytes: null, withheld: true },
      { url: 'https://cdn.example/dot.gif', bytes: null, withheld: true },
      { url: 'https://cdn.example/there.jpg', bytes: { type: 'image/png' } },
    ]);
    expect((await images())[2]).not.toHaveProperty('withheld');
  });

  test('that were led on to a private address are not kept', async () => {
    const fetchImage = world.fetchImage;
    draftWith('https://cdn.example/led.jpg', 'https://cdn.example/there.jpg');
    world.fetchImage = (url) => {
      const got = fetchImage(url);
      return got && got !== 'withheld' && url.includes('led') ? { ...got, from: 'http://192.168.1.1/door.png' } : got;
    };
    expect((await images()).map((image) => image.bytes !== null)).toEqual([false, true]);
  });

  test('are left alone once the page is gone', async () => {
    world.ports.page.fetchImages = () => Promise.reject(new Error('No tab with id: 1'));
    expect((await images()).map((image) => image.bytes)).toEqual([null, null]);
  });

  test('of private addresses are not asked for, unless the page is from there', async () => {
    const doors = [
      'http://127.0.0.1/a.png',
      'http://[::1]/a.png',
      'http://2130706433/a.png',
      'http://169.254.169.254/a',
    ];
    draftWith(
      ...doors,
      'file:///etc/passwd',
      'data:image/png;base64,AA',
      'https://u:p@example.com/a.png',
      'https://cdn.example/a.png',
    );
    await images();
    expect(world.fetched).toEqual(['https://cdn.example/a.png']);
    world.fetched = [];
    const local = { ...story, url: 'http://127.0.0.1:8080/story' };
    draftWith('http://127.0.0.1:8080/a.png', 'http://127.0.0.1:9090/b.png', 'http://10.0.0.1/c.png');
    world.draft = { ...world.draft, url: local.url };
    await done(await clipTab(world.ports, local, newId())).settled;
    expect(world.fetched).toEqual(['http://127.0.0.1:8080/a.png']);
  });

  test('are forty at most and thirty megabytes together', async () => {
    draftWith(...Array.from({ length: 60 }, (_, i) => `https://www.example.com/${i}.jpg`));
    expect((await images()).filter((image) => image.bytes)).toHaveLength(40);
    const large = { bytes: { data: new Uint8Array(4 * 1024 * 1024), type: 'image/png' }, width: 1000, height: 800 };
    world.fetchImage = () => large;
    const other = { ...story, url: 'https://www.example.com/news/large' };
    world.draft = { ...world.draft, url: other.url };
    const clipping = done(await clipTab(world.ports, other, newId()));
    await clipping.settled;
    expect((await getImages(world.db, clipping.clip.id)).filter((image) => image.bytes)).toHaveLength(7);
  });
});

describe('clipping a selection', () => {
  const selected = () => aDraft({ kind: 'selection', engine: 'selection', text: 'Chosen words.' });

  test('makes a clip of its own beside the page’s', async () => {
    await done(await clipTab(world.ports, story, newId())).settled;
    world.draft = selected();
    const clipping = done(await clipSelection(world.ports, story, newId()));
    expect(await clipping.finished).toMatchObject({ kind: 'selection', siteName: 'Example News' });
    expect(await all()).toHaveLength(2);
    expect(world.reads).toEqual(['page', 'selection']);
    expect(done(await clipTab(world.ports, story, newId())).clip.kind).toBe('article');
  });

  test('fills the page’s clip where that is only a bookmark, and keeps its tags', async () => {
    world.reading = async () => fail('failed');
    const bookmark = await done(await clipTab(world.ports, story, newId())).finished;
    if (!bookmark) throw new Error('no clip');
    await editClips(world.db, [bookmark.id], { tags: ['ev'] }, 5);
    world.reading = null;
    world.draft = selected();
    const clipping = done(await clipSelection(world.ports, story, newId()));
    expect(clipping.clip).toMatchObject({
      id: bookmark.id,
      kind: 'selection',
      tags: ['ev'],
      capture: { warnings: [] },
    });
    expect(await all()).toHaveLength(1);
  });

  test('that is empty fails and leaves no clip', async () => {
    world.draft = aDraft({ kind: 'bookmark', engine: 'none', text: '', images: [], warnings: ['empty'] });
    expect(await clipSelection(world.ports, story, newId())).toEqual(fail({ kind: 'nothing-selected' }));
    expect(await all()).toEqual([]);
    expect(await world.db.clips.count()).toBe(0);
  });

  test('of a picture alone is a clip', async () => {
    world.draft = aDraft({ kind: 'selection', engine: 'selection', text: '' });
    const clipping = done(await clipSelection(world.ports, story, newId()));
    expect((await clipping.finished)?.imageCount).toBeGreaterThan(0);
  });
});

describe('clipping a link', () => {
  const link = { url: 'https://other.example/story', text: 'Words of the link' };

  test('opens the target behind the page and closes it again, where access was given', async () => {
    world.granted = true;
    world.draft = aDraft({ url: link.url });
    const clipping = done(await clipLink(world.ports, link, newId()));
    expect(clipping.clip.title).toBe('Words of the link');
    expect(await clipping.finished).toMatchObject({ kind: 'article', title: 'The headline of the page' });
    expect([world.opened, world.closed]).toEqual([[link.url], [7]]);
  });

  test('saves a bookmark that says so, where not', async () => {
    const clipping = done(await clipLink(world.ports, link, newId()));
    expect(await clipping.finished).toMatchObject({
      title: 'Words of the link',
      kind: 'bookmark',
      capture: { warnings: ['link-not-opened'] },
    });
    expect(world.opened).toEqual([]);
  });

  test('that leads to a redirect is filed under the page it led to, and known by both addresses', async () => {
    world.granted = true;
    world.ports.tabs.openBehind = async () => ({ id: 7, url: 'https://other.example/final', title: '' });
    world.draft = aDraft({ url: 'https://other.example/final' });
    await done(await clipLink(world.ports, link, newId())).settled;
    expect((await all())[0]?.url).toBe('https://other.example/final');
    for (const url of [link.url, 'https://other.example/final'])
      expect(done(await clipTab(world.ports, { ...story, url }, newId())).outcome).toBe('known');
  });

  test.each(['javascript:alert(1)', 'mailto:a@b.example', 'file:///etc/passwd'])('refuses %s', async (url) => {
    expect(await clipLink(world.ports, { url, text: 'x' }, newId())).toMatchObject({ ok: false });
    expect(await all()).toEqual([]);
  });
});

describe('reading a text again', () => {
  test('replaces it and keeps what people wrote', async () => {
    const { clip, settled } = done(await clipTab(world.ports, story, newId()));
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
    const { clip, settled } = done(await clipTab(world.ports, story, newId()));
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

describe('saving an image', () => {
  const url = 'https://www.example.com/photo.jpg';

  test('clips the page first, then adds the image with its words and bytes', async () => {
    const clipping = done(await saveImage(world.ports, story, url, newId()));
    await clipping.settled;
    const images = await getImages(world.db, clipping.clip.id);
    expect(images).toHaveLength(3);
    expect(images[2]).toMatchObject({
      url,
      alt: 'As the page says',
      width: 40,
      position: 2,
      bytes: { type: 'image/png' },
    });
    expect((await all())[0]).toMatchObject({ kind: 'article', imageCount: 3 });
  });

  test('goes to the clip that is there, once', async () => {
    await done(await clipTab(world.ports, story, newId())).settled;
    for (let i = 0; i < 2; i++) await done(await saveImage(world.ports, story, url, newId())).settled;
    expect(await all()).toMatchObject([{ imageCount: 3 }]);
  });

  test('that is no address of the web is refused', async () => {
    expect(await saveImage(world.ports, story, 'data:image/png;base64,AA', newId())).toMatchObject({ ok: false });
    expect(await all()).toEqual([]);
  });
});
