import type { Signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AnnotationId } from '../../../lib/model/annotation';
import { type BlockId, newId, type PostId } from '../../../lib/model/ids';
import type { Settings } from '../../../lib/model/settings';
import { db } from '../../../lib/state/db';
import { startPost } from '../../../lib/state/posts';
import { settings } from '../../../lib/state/settings';
import { putAnnotation } from '../../../lib/store/annotations';
import { getPost, listPosts } from '../../../lib/store/posts';
import { fill, hide, preview, reopen, showComposer, showPosts } from './show';

afterEach(hide);

const kinds = async (id: PostId) => (await getPost(db, id))?.blocks.map((block) => block.kind).join(' ');
const handles = () => [...document.querySelectorAll<HTMLElement>('[data-sortable] button[aria-label^="Drag to move"]')];
const center = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { clientX: left + width / 2, clientY: top + height / 2 };
};

test('what is typed is in the preview and on disk, and reopens as it was left', async () => {
  const clips = await fill(1);
  const id = await showComposer(clips);
  await userEvent.fill(page.getByRole('textbox', { name: 'Headline' }), 'Wet-white, and who pays');
  await userEvent.fill(page.getByRole('textbox', { name: 'Commentary', exact: true }), 'We pay **first**.');
  const shown = await preview('Wet-white, and who pays');
  await vi.waitFor(() =>
    expect(
      document.querySelector<HTMLIFrameElement>('iframe[data-front]')?.contentDocument?.querySelector('strong')
        ?.textContent,
    ).toBe('first'),
  );
  expect(shown.scripts).toHaveLength(0);
  expect(await getPost(db, id)).toMatchObject({ title: 'Wet-white, and who pays', slug: 'wet-white-and-who-pays' });
  hide();
  await reopen(id);
  await expect.element(page.getByRole('textbox', { name: 'Headline' })).toHaveValue('Wet-white, and who pays');
});

test('the reports of a digest are among the clips of its post, and nothing of them is there to be read and quoted', async () => {
  const clips = await fill(3);
  const id = await startPost(clips.slice(0, 1).map((clip) => clip.id));
  const entries = clips.slice(1).map((clip) => ({ id: newId<BlockId>(), clipId: clip.id, comment: '' }));
  await db.posts.where({ id }).modify((post) => {
    post.blocks.push({ id: newId(), kind: 'digest', groups: [{ id: newId(), title: '', entries }] });
  });
  await reopen(id);
  const cards = page.getByRole('article');
  await vi.waitFor(() => expect(cards.elements()).toHaveLength(3));
  const quoting = cards.elements().map((card) => card.textContent?.includes('Read and quote'));
  expect(quoting).toEqual([true, false, false]);
});

test('the preview runs no script, leads nowhere and keeps its place', async () => {
  const clips = await fill(1);
  await showComposer(clips);
  await preview(clips[0]?.title ?? '');
  const frames = [...document.querySelectorAll('iframe')];
  expect(frames.map((frame) => frame.getAttribute('sandbox'))).toEqual(['allow-same-origin', 'allow-same-origin']);
  const front = () => document.querySelector<HTMLIFrameElement>('iframe[data-front]') as HTMLIFrameElement;
  front().contentDocument?.querySelector<HTMLElement>('a[href^="https:"]')?.click();
  front().contentWindow?.scrollTo(0, 300);
  const place = front().contentWindow?.scrollY;
  expect(place).toBeGreaterThan(0);
  await userEvent.fill(page.getByRole('textbox', { name: 'Why it matters' }), 'Because it does.');
  await preview('Because it does.');
  // Which of the two frames is in front by now depends on how often it was drawn meanwhile.
  await vi.waitFor(() => expect(front().contentWindow?.scrollY).toBe(place));
});

test('parts are put in order by keyboard, and the focus goes along', async () => {
  const clips = await fill(1);
  const id = await showComposer(clips);
  const part = page
    .getByRole('list', { name: 'Parts of the post' })
    .getByRole('button', { name: 'Gallery', exact: true });
  (part.element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await vi.waitFor(async () => expect(await kinds(id)).toBe('gallery commentary clip source share'));
  expect(document.activeElement).toBe(part.element());
  expect(document.querySelector('[role="status"]')?.textContent).toBe('Gallery is now number 1 of 5');
  await userEvent.keyboard('{Control>}z{/Control}');
  await vi.waitFor(async () => expect(await kinds(id)).toBe('commentary gallery clip source share'));
});

test('parts are put in order by dragging, and Escape leaves them', async () => {
  const clips = await fill(1);
  const id = await showComposer(clips);
  const drag = (from: Element, to: Element, last: 'pointerup' | 'escape') => {
    const fire = (type: string, at: object) =>
      from.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, ...at }));
    vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue(undefined);
    const { clientX, clientY } = center(to);
    fire('pointerdown', center(from));
    fire('pointermove', { clientX, clientY: clientY + 4 });
    if (last === 'escape') dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    else fire('pointerup', { clientX, clientY: clientY + 4 });
  };
  const [first, , third] = handles();
  drag(first as Element, third as Element, 'escape');
  drag(first as Element, third as Element, 'pointerup');
  await vi.waitFor(async () => expect(await kinds(id)).toBe('clip gallery commentary source share'));
});

test('a removed part comes back to its place, whatever was written since', async () => {
  const clips = await fill(1);
  const id = await showComposer(clips);
  const list = page.getByRole('list', { name: 'Parts of the post' });
  await userEvent.click(list.getByRole('button', { name: 'Actions for Gallery' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Remove' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Headline' }), 'Later words');
  await userEvent.click(page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }));
  await vi.waitFor(async () => expect(await kinds(id)).toBe('commentary clip gallery source share'));
  await vi.waitFor(async () => expect((await getPost(db, id))?.title).toBe('Later words'));
});

test('highlights of the clip are taken as quotes, with their notes, and given back', async () => {
  const clips = await fill(1);
  const [clip] = clips;
  if (!clip) throw new Error('no clip');
  const text = (await db.bodies.get(clip.id))?.text ?? '';
  const [first, second] = [text.slice(0, 60), text.slice(100, 160)].map((words) => words.trim());
  const mark = (exact: string, note: string) =>
    putAnnotation(db, {
      id: newId<AnnotationId>(),
      clipId: clip.id,
      target: {
        kind: 'text',
        source: clip.url,
        quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        position: { type: 'TextPositionSelector', start: text.indexOf(exact), end: text.indexOf(exact) + exact.length },
        range: null,
      },
      note,
      tags: [],
      colour: 'green',
      createdAt: 1,
      updatedAt: 1,
    });
  await mark(second ?? '', '');
  await mark(first ?? '', 'As we said in spring.');
  const id = await showComposer(clips);
  await userEvent.click(page.getByRole('button', { name: 'Quote all' }));
  const quotes = async () =>
    (await getPost(db, id))?.blocks.flatMap((block) => (block.kind === 'clip' ? block.quotes : []));
  await vi.waitFor(async () =>
    expect(await quotes()).toMatchObject([{ text: first, comment: 'As we said in spring.' }, { text: second }]),
  );
  const shown = await preview('As we said in spring.');
  expect(shown.querySelector('blockquote')?.cite).toContain('#:~:text=');
  await userEvent.click(page.getByRole('checkbox', { name: first ?? '' }));
  await vi.waitFor(async () => expect(await quotes()).toMatchObject([{ text: second }]));
});

test('words selected in the source become a quote, in the order of the source', async () => {
  const clips = await fill(1);
  const id = await showComposer(clips);
  await userEvent.click(page.getByRole('button', { name: 'Read and quote' }));
  const passages = [...document.querySelectorAll('[role="button"][aria-pressed]')];
  await userEvent.click(passages[1] as Element);
  const words = passages[0]?.firstChild as Text;
  getSelection()?.setBaseAndExtent(words, 0, words, 9);
  await userEvent.click(page.getByRole('button', { name: 'Quote this' }));
  await vi.waitFor(async () => {
    const block = (await getPost(db, id))?.blocks.find((one) => one.kind === 'clip');
    expect(block).toMatchObject({ use: 'quotes' });
    const texts = block?.kind === 'clip' ? block.quotes.map((quote) => quote.text) : [];
    expect(texts).toEqual([words.data.slice(0, 9).trim(), passages[1]?.textContent]);
  });
  await preview(words.data.slice(0, 9).trim());
});

test('images are off until they are chosen, and images from disk join them', async () => {
  const clips = await fill(1);
  const id = await showComposer(clips);
  const gallery = async () => {
    const block = (await getPost(db, id))?.blocks.find((one) => one.kind === 'gallery');
    return block?.kind === 'gallery' ? block.images : [];
  };
  expect((await preview(clips[0]?.title ?? '')).images).toHaveLength(0);
  await userEvent.click(page.getByRole('button', { name: /^Use all/ }));
  await vi.waitFor(async () => expect((await gallery()).length).toBeGreaterThan(2));
  const before = (await gallery()).length;
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
  const file = new File([await canvas.convertToBlob({ type: 'image/png' })], 'hide.png', { type: 'image/png' });
  const fake = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'fake.png', { type: 'image/png' });
  await userEvent.upload(document.querySelector('input[type="file"]') as Element, [file, fake]);
  await vi.waitFor(async () => expect(await gallery()).toHaveLength(before + 1));
  await expect.element(page.getByText('fake.png', { exact: false })).toBeVisible();
  await userEvent.fill(page.getByRole('textbox', { name: 'Caption' }).last(), 'Our own hide');
  await preview('Our own hide');
});

test('a click on what is missing goes there', async () => {
  const clips = await fill(1, () => ({ siteName: null }));
  await showComposer(clips);
  await userEvent.click(page.getByRole('button', { name: /to check/ }));
  await userEvent.click(page.getByRole('menuitem', { name: /which outlet/ }));
  await vi.waitFor(() => expect(document.activeElement?.closest('[data-place^="source-"]')).not.toBeNull());
  await userEvent.keyboard('Leather Business');
  await vi.waitFor(async () => expect((await db.clips.toArray())[0]?.siteName).toBe('Leather Business'));
});

test('a post is duplicated and deleted, and deletion is taken back', async () => {
  const clips = await fill(1);
  await showComposer(clips);
  hide();
  await showPosts();
  const open = async (item: string) => {
    await userEvent.click(page.getByRole('button', { name: /^Actions for/ }).first());
    await userEvent.click(page.getByRole('menuitem', { name: item }));
  };
  await open('Duplicate');
  await vi.waitFor(async () => expect(await listPosts(db)).toHaveLength(2));
  await vi.waitFor(() => expect(document.querySelectorAll('article')).toHaveLength(2));
  await open('Delete');
  await vi.waitFor(() => expect(document.querySelectorAll('article')).toHaveLength(1));
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await vi.waitFor(() => expect(document.querySelectorAll('article')).toHaveLength(2));
});

test('one main landmark, and headings that lead through the post', async () => {
  const clips = await fill(1);
  await showComposer(clips);
  await preview(clips[0]?.title ?? '');
  const main = page.getByRole('main').elements();
  expect(main).toHaveLength(1);
  const headings = [...(main[0]?.querySelectorAll('h1, h2, h3, h4') ?? [])].map((one) => ({
    level: Number(one.tagName[1]),
    text: one.textContent,
  }));
  expect(headings[0]).toEqual({ level: 1, text: clips[0]?.title });
  expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
  for (const [i, { level }] of headings.entries()) expect(level - (headings[i - 1]?.level ?? 0)).toBeLessThanOrEqual(1);
});

test('each use of an image has a place of its own: the gallery’s with it, the text’s with the clip', async () => {
  const [clip] = await fill(1);
  if (!clip) throw new Error('no clip');
  const [image] = await db.images.where('clipId').equals(clip.id).toArray();
  if (!image) throw new Error('no image');
  await db.bodies.update(clip.id, { html: `<p>Text</p><img src="${image.url}">` as never });
  const id = await showComposer([clip]);
  await userEvent.click(page.getByText('Full text', { exact: true }));
  await expect.element(page.getByRole('button', { name: /^Use all/ })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Keep all 1 in the text' }));
  await vi.waitFor(async () => {
    const block = (await getPost(db, id))?.blocks.find((one) => one.kind === 'clip');
    expect(block).toMatchObject({ inlineImages: [image.id] });
  });
  await userEvent.click(page.getByRole('button', { name: /to check/ }));
  await userEvent.click(page.getByRole('menuitem', { name: /1 image lacks/ }));
  await vi.waitFor(() => expect(document.activeElement?.closest(`[data-place="image-${image.id}"]`)).not.toBeNull());
  await userEvent.fill(page.getByRole('textbox', { name: 'Rights' }), 'Used by permission');
  await vi.waitFor(async () => expect(await db.images.get(image.id)).toMatchObject({ rights: 'Used by permission' }));
});

test('the address that the blog gives a post is proposed, and taken by a click', async () => {
  const clips = await fill(1);
  const id = await showComposer(clips);
  const chosen = settings as Signal<Settings>;
  const before = chosen.peek();
  chosen.value = { ...before, blogUrl: 'https://blog.example.com/news' };
  await userEvent.click(page.getByText('Post details'));
  const { slug } = (await getPost(db, id)) ?? {};
  const proposed = `https://blog.example.com/news/${slug}/`;
  await userEvent.click(page.getByRole('button', { name: `Use ${proposed}` }));
  await vi.waitFor(async () => expect((await getPost(db, id))?.canonicalUrl).toBe(proposed));
  chosen.value = before;
});
