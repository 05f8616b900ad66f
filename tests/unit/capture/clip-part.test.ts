import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clipLink, clipSelection, clipTab } from '../../../lib/capture/capture';
import { newId } from '../../../lib/model/ids';
import { fail } from '../../../lib/model/result';
import { editClips } from '../../../lib/store/clips';
import { aDraft } from '../clip-maker';
import { createWorld, story, type World } from './world';

let world: World;
beforeEach(() => {
  world = createWorld('clip-part');
});
afterEach(() => world.end());

describe('clipping a selection', () => {
  const selected = () => aDraft({ kind: 'selection', engine: 'selection', text: 'Chosen words.' });

  test('makes a clip of its own beside the page’s', async () => {
    await world.done(await clipTab(world.ports, story, newId())).settled;
    world.draft = selected();
    const clipping = world.done(await clipSelection(world.ports, story, newId()));
    expect(await clipping.finished).toMatchObject({ kind: 'selection', siteName: 'Example News' });
    expect(await world.all()).toHaveLength(2);
    expect(world.reads).toEqual(['page', 'selection']);
    expect(world.done(await clipTab(world.ports, story, newId())).clip.kind).toBe('article');
  });

  test('fills the page’s clip where that is only a bookmark, and keeps its tags', async () => {
    world.reading = async () => fail('failed');
    const bookmark = await world.done(await clipTab(world.ports, story, newId())).finished;
    if (!bookmark) throw new Error('no clip');
    await editClips(world.db, [bookmark.id], { tags: ['ev'] }, 5);
    world.reading = null;
    world.draft = selected();
    const clipping = world.done(await clipSelection(world.ports, story, newId()));
    expect(clipping.clip).toMatchObject({
      id: bookmark.id,
      kind: 'selection',
      tags: ['ev'],
      capture: { warnings: [] },
    });
    expect(await world.all()).toHaveLength(1);
  });

  test('that is empty fails and leaves no clip', async () => {
    world.draft = aDraft({ kind: 'bookmark', engine: 'none', text: '', images: [], warnings: ['empty'] });
    expect(await clipSelection(world.ports, story, newId())).toEqual(fail({ kind: 'nothing-selected' }));
    expect(await world.all()).toEqual([]);
    expect(await world.db.clips.count()).toBe(0);
  });

  test('of a picture alone is a clip', async () => {
    world.draft = aDraft({ kind: 'selection', engine: 'selection', text: '' });
    const clipping = world.done(await clipSelection(world.ports, story, newId()));
    expect((await clipping.finished)?.imageCount).toBeGreaterThan(0);
  });
});

describe('clipping a link', () => {
  const link = { url: 'https://other.example/story', text: 'Words of the link' };

  test('opens the target behind the page and closes it again, where access was given', async () => {
    world.granted = true;
    world.draft = aDraft({ url: link.url });
    const clipping = world.done(await clipLink(world.ports, link, newId()));
    expect(clipping.clip.title).toBe('Words of the link');
    expect(await clipping.finished).toMatchObject({ kind: 'article', title: 'The headline of the page' });
    expect([world.opened, world.closed]).toEqual([[link.url], [7]]);
  });

  test('saves a bookmark that says so, where not', async () => {
    const clipping = world.done(await clipLink(world.ports, link, newId()));
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
    await world.done(await clipLink(world.ports, link, newId())).settled;
    expect((await world.all())[0]?.url).toBe('https://other.example/final');
    for (const url of [link.url, 'https://other.example/final'])
      expect(world.done(await clipTab(world.ports, { ...story, url }, newId())).outcome).toBe('known');
  });

  test.each(['javascript:alert(1)', 'mailto:a@b.example', 'file:///etc/passwd'])('refuses %s', async (url) => {
    expect(await clipLink(world.ports, { url, text: 'x' }, newId())).toMatchObject({ ok: false });
    expect(await world.all()).toEqual([]);
  });
});
