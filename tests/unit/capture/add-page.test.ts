import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPage } from '../../../lib/capture/add-page';
import { clipTab, restoreText, updateText } from '../../../lib/capture/capture';
import type { SafeHtml } from '../../../lib/model/article-html';
import type { Clip } from '../../../lib/model/clip';
import { newId } from '../../../lib/model/ids';
import { fail, ok } from '../../../lib/model/result';
import { editClips, getBody } from '../../../lib/store/clips';
import { aDraft } from '../clip-maker';
import { createWorld, story, type World } from './world';

let world: World;
let made = 0;
beforeEach(() => {
  world = createWorld(`add-page-${made++}`);
});
afterEach(() => world.db.delete());

const pageAt = (number: number) => `${story.url}?page=${number}`;
const pages = (next: string | null, total = 3) => ({ joined: [] as string[], next, total });

/** A clip of an article of three pages, of which the first was read. */
async function clipped(fields = {}): Promise<Clip> {
  world.draft = aDraft({ pages: pages(pageAt(2)), warnings: ['more-pages'], ...fields });
  const clipping = await clipTab(world.ports, story, newId());
  if (!clipping.ok) throw new Error('not clipped');
  await clipping.value.settled;
  return (await clipping.value.finished) as Clip;
}

/** The page leads on to `next`, and each page adds a sentence. */
function leadsTo(next: string | null) {
  world.nextPage = (url, html) => ({
    html: `${html}<p>Text of ${url}</p>` as SafeHtml,
    text: `First sentence.\n\nText of ${url}, and more of it than there was.`,
    images: [],
    next,
    total: 3,
  });
}

const textOf = async (clip: Clip) => (await getBody(world.db, clip.id))?.text;
const notAdded = (reason: 'unreachable' | 'empty') => fail({ kind: 'page-not-added', reason });

describe('adding the next page', () => {
  test('puts its text behind that of the clip, which keeps its headline, author and date', async () => {
    const clip = await clipped();
    leadsTo(pageAt(3));
    const added = await addPage(world.ports, story, clip.id, pageAt(2));
    expect(added).toMatchObject({
      ok: true,
      value: { title: clip.title, byline: clip.byline, publishedAt: clip.publishedAt },
    });
    expect(added).toMatchObject({
      value: { capture: { warnings: ['more-pages'], pages: { joined: [pageAt(2)], next: pageAt(3), total: 3 } } },
    });
    expect(await textOf(clip)).toContain(pageAt(2));
    expect(world.nextAsked).toEqual([pageAt(2)]);
  });

  test('asked twice adds it once', async () => {
    const clip = await clipped();
    leadsTo(pageAt(3));
    await addPage(world.ports, story, clip.id, pageAt(2));
    expect(await addPage(world.ports, story, clip.id, pageAt(2))).toMatchObject({ ok: true });
    expect(world.nextAsked).toEqual([pageAt(2)]);
  });

  test('the last one settles the doubts that it was the answer to', async () => {
    const clip = await clipped({ warnings: ['paywall', 'incomplete', 'more-pages'] });
    leadsTo(null);
    const added = await addPage(world.ports, story, clip.id, pageAt(2));
    expect(added).toMatchObject({ value: { capture: { warnings: ['paywall'], pages: { next: null } } } });
  });

  test('ends where a site leads back to a page that is there', async () => {
    const clip = await clipped();
    leadsTo(story.url);
    expect(await addPage(world.ports, story, clip.id, pageAt(2))).toMatchObject({
      value: { capture: { pages: { next: null } } },
    });
  });

  test('is only done for the page that the clip names, in the tab of the clip', async () => {
    const clip = await clipped();
    leadsTo(null);
    expect(await addPage(world.ports, story, clip.id, 'https://www.example.com/other')).toEqual(
      notAdded('unreachable'),
    );
    const elsewhere = { ...story, url: 'https://www.example.com/news/2' };
    expect(await addPage(world.ports, elsewhere, clip.id, pageAt(2))).toEqual(notAdded('unreachable'));
    expect(await addPage(world.ports, story, newId(), pageAt(2))).toEqual(fail({ kind: 'not-found' }));
    expect(world.nextAsked).toEqual([]);
  });

  test('that cannot be had, or has nothing new, leaves the clip as it was', async () => {
    const clip = await clipped();
    expect(await addPage(world.ports, story, clip.id, pageAt(2))).toEqual(notAdded('unreachable'));
    world.nextPage = () => {
      throw new Error('the tab was closed');
    };
    expect(await addPage(world.ports, story, clip.id, pageAt(2))).toEqual(notAdded('unreachable'));
    world.nextPage = (_, html) => ({
      html: html as SafeHtml,
      text: 'First sentence.',
      images: [],
      next: null,
      total: 3,
    });
    expect(await addPage(world.ports, story, clip.id, pageAt(2))).toEqual(notAdded('empty'));
    expect(await textOf(clip)).toBe('First sentence.');
  });
});

describe('the earlier text', () => {
  test('comes back whole: text, pictures with their bytes, what was found, doubts', async () => {
    const clip = await clipped({ warnings: ['unsure', 'more-pages'] });
    const images = await world.ports.store.images(clip.id);
    expect(images.every(({ bytes }) => bytes)).toBe(true);
    world.draft = aDraft({
      kind: 'article',
      engine: 'block',
      text: 'Chosen.',
      html: '<p>Chosen.</p>' as SafeHtml,
      images: [],
      leadImage: null,
      byline: 'Somebody Else',
    });
    expect(await updateText(world.ports, story, clip.id, 'block')).toMatchObject({
      ok: true,
      value: { imageCount: 0, byline: 'Somebody Else' },
    });
    const back = await restoreText(world.ports, clip.id);
    expect(back).toEqual(ok({ ...clip, updatedAt: expect.any(Number) }));
    expect(await textOf(clip)).toBe('First sentence.');
    const again = await world.ports.store.images(clip.id);
    expect(again.map(({ id, bytes }) => [id, bytes])).toEqual(images.map(({ id, bytes }) => [id, bytes]));
  });

  test('comes back once', async () => {
    const clip = await clipped();
    await updateText(world.ports, story, clip.id);
    await restoreText(world.ports, clip.id);
    expect(await restoreText(world.ports, clip.id)).toEqual(fail({ kind: 'not-found' }));
  });

  test('keeps what people wrote meanwhile', async () => {
    const clip = await clipped();
    world.draft = aDraft({ text: 'Second version.', html: '<p>Second version.</p>' as SafeHtml });
    await updateText(world.ports, story, clip.id);
    await editClips(world.db, [clip.id], { note: 'Mine', tags: ['ev'] }, 1_800_000_000_000);
    expect(await restoreText(world.ports, clip.id)).toMatchObject({ value: { note: 'Mine', tags: ['ev'] } });
  });

  test('is that from before the first page when several were added', async () => {
    const clip = await clipped();
    leadsTo(pageAt(3));
    await addPage(world.ports, story, clip.id, pageAt(2));
    world.nextPage = (_, html) => ({
      html: `${html}<p>Third</p>` as SafeHtml,
      text: `${'Longer '.repeat(40)}`,
      images: [],
      next: null,
      total: 3,
    });
    await addPage(world.ports, story, clip.id, pageAt(3));
    expect(await restoreText(world.ports, clip.id)).toMatchObject({
      value: { capture: { pages: { joined: [], next: pageAt(2) } } },
    });
    expect(await textOf(clip)).toBe('First sentence.');
  });

  test('of a text that was read twice the same is the one from before both', async () => {
    const clip = await clipped();
    world.draft = aDraft({ text: 'Second version.', html: '<p>Second version.</p>' as SafeHtml });
    await updateText(world.ports, story, clip.id);
    await updateText(world.ports, story, clip.id);
    await restoreText(world.ports, clip.id);
    expect(await textOf(clip)).toBe('First sentence.');
  });
});
