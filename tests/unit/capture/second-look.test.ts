import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clipTab, restoreText } from '../../../lib/capture/capture';
import type { SafeHtml } from '../../../lib/model/article-html';
import type { Clip, ClipDraft } from '../../../lib/model/clip';
import { type ClipId, newId } from '../../../lib/model/ids';
import type { SecondLook } from '../../../lib/model/page-reading';
import { ok } from '../../../lib/model/result';
import { aDraft } from '../clip-maker';
import { createWorld, story, type World } from './world';

const better: SecondLook = {
  html: '<p>All of the article, at last.</p>' as SafeHtml,
  text: 'All of the article, at last.',
  images: [],
  pass: 'second-opinion',
  isSure: true,
};

describe('after a page is clipped', () => {
  let world: World;
  let id: ClipId;
  beforeEach(() => {
    id = newId<ClipId>();
    world = createWorld(`second-look-${id}`);
  });
  afterEach(() => world.db.delete());

  const clip = async (draft: Partial<ClipDraft> = {}): Promise<Clip> => {
    world.draft = { ...aDraft(), engine: 'readability', ...draft };
    const clipped = await clipTab(world.ports, story, id);
    if (!clipped.ok) throw new Error(clipped.failure.kind);
    await clipped.value.settled;
    return (await world.ports.store.get(id)) as Clip;
  };
  const html = async () => (await world.ports.store.draft(id))?.html;

  test('another text takes the place of a doubtful one, is reported, and can be undone', async () => {
    world.look = better;
    const stored = await clip({ warnings: ['short'] });
    expect(world.looks).toEqual([true]);
    expect(await html()).toBe(better.html);
    expect(stored.capture).toMatchObject({ passes: expect.arrayContaining(['second-opinion']), warnings: [] });
    expect((await restoreText(world.ports, id)).ok).toBe(true);
    expect(await html()).toBe(aDraft().html);
  });

  test('it stays in doubt when the page itself does not say that this is its text', async () => {
    world.look = { ...better, isSure: false };
    expect((await clip({ warnings: ['short'] })).capture.warnings).toEqual(['unsure']);
  });

  test('no other text is asked for where there is no doubt', async () => {
    await clip({ warnings: ['more-pages'] });
    expect(world.looks).toEqual([false]);
  });

  test.each([
    ['a wall', { warnings: ['short', 'paywall'] }],
    ["a site's rule", { engine: 'rule', warnings: ['short'] }],
    ['a selection', { engine: 'selection' }],
  ] satisfies [string, Partial<ClipDraft>][])('nobody looks again behind %s', async (_, draft) => {
    world.look = better;
    await clip(draft);
    expect(world.looks).toEqual([]);
    expect(await html()).toBe(aDraft().html);
  });

  test('a page that gave nothing becomes an article when the second look finds one', async () => {
    world.look = better;
    const stored = await clip({
      kind: 'bookmark',
      engine: 'none',
      html: '' as SafeHtml,
      text: '',
      images: [],
      warnings: ['empty'],
    });
    expect(stored).toMatchObject({ kind: 'article', capture: { engine: 'readability', warnings: [] } });
  });

  test('a text that has changed meanwhile is left alone', async () => {
    world.look = better;
    const { page, store } = world.ports;
    const own = { ...aDraft(), html: '<p>What a person chose.</p>' as SafeHtml, text: 'What a person chose.' };
    world.ports.page = {
      ...page,
      lookAgain: async (...asked) => {
        await store.update(id, own);
        return page.lookAgain(...asked);
      },
    };
    await clip({ warnings: ['short'] });
    expect(await html()).toBe(own.html);
  });

  test('a page that went away leaves the clip as it is', async () => {
    world.ports.page = { ...world.ports.page, lookAgain: () => Promise.reject(new Error('gone')) };
    expect((await clip({ warnings: ['short'] })).capture.warnings).toEqual(['short']);
    expect(await clipTab(world.ports, story, id)).toMatchObject(ok({ outcome: 'saved' }));
  });
});
