import '../../../components/ui/base.css';
import { render } from 'preact';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportView } from '../../../components/exchange/import-view';
import { Toasts } from '../../../components/ui/toasts';
import { readKept } from '../../../lib/extract/read-kept';
import type { SafeHtml } from '../../../lib/model/article-html';
import type { PostId } from '../../../lib/model/ids';
import type { Post } from '../../../lib/model/post';
import { ok } from '../../../lib/model/result';
import { db } from '../../../lib/state/db';
import { type InterfaceLanguage, useMessages } from '../../../lib/state/i18n';
import { offerFiles } from '../../../lib/state/import-stage';
import { leaveBundle } from '../../../lib/state/open-bundle';
import { readBundle, takeInBundle } from '../../../lib/state/read-bundle';
import { followAddress, go, route } from '../../../lib/state/route';
import { writeBundle } from '../../../lib/state/write-bundle';
import { openDatabase } from '../../../lib/store/database';
import { getPost, putPost } from '../../../lib/store/posts';
import english from '../../../public/_locales/en/messages.json';
import chinese from '../../../public/_locales/zh_CN/messages.json';
import { fillLibrary, opened } from '../../unit/exchange/archive/library';
import { findViolations, inBothThemes } from '../axe';

const id = 'p1' as PostId;
const colleague = openDatabase('colleague');
let root: HTMLElement;
let stop: () => void;

async function fileOf(from: typeof db): Promise<Blob> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  const post = (await getPost(from, id)) as Post;
  const wish = { message: 'Please look at the second paragraph.', review: false };
  await writeBundle(from, post, wish, { by: 'Mei Lin', generator: '1' }, async (pieces) => {
    for await (const piece of pieces) parts.push(piece);
    return ok({ bytes: 0 });
  });
  return new Blob(parts);
}

async function edit(of: typeof db, change: (post: Post) => Partial<Post>): Promise<void> {
  const post = (await getPost(of, id)) as Post;
  await putPost(of, { ...post, ...change(post), updatedAt: post.updatedAt + 1 });
}

const say = (markdown: string) => (post: Post) => ({
  blocks: post.blocks.map((block) => (block.kind === 'commentary' ? { ...block, markdown } : block)),
});

/** A post that a colleague has worked on and sent back. */
async function sentBack(): Promise<Blob> {
  await edit(db, (post) => ({
    status: 'in-review',
    language: 'en',
    ...say('Import tariffs have been lowered.')(post),
  }));
  const received = await readBundle(colleague, await opened(await fileOf(db)));
  if (!received.ok) throw new Error(received.failure.kind);
  const sanitise = (html: string) => html as SafeHtml;
  const effects = { sanitise, progress: () => undefined, signal: new AbortController().signal, now: Date.now };
  await takeInBundle(colleague, received.value, new Map(), effects);
  await edit(colleague, (post) => ({
    ...say('Import duties have been lowered again, 汽车皮革供应商因此受益。')(post),
    standfirst: 'Why it matters to seat makers',
    status: 'approved',
    steps: [{ at: 9, to: 'approved', by: 'Mei Lin', note: 'Fine with me' }],
  }));
  await edit(db, () => ({ title: 'A post with another headline', standfirst: 'Why it matters to us' }));
  return fileOf(colleague);
}

async function show(file: Blob, language: InterfaceLanguage = 'en', width = 1280) {
  await page.viewport(width, 900);
  useMessages(language, language === 'en' ? english : chinese);
  root = document.body.appendChild(document.createElement('div'));
  stop = followAddress();
  go({ view: 'import' });
  render(
    <>
      <ImportView readKept={readKept} />
      <Toasts />
    </>,
    root,
  );
  offerFiles([{ path: 'post.zip', blob: file }]);
  await vi.waitFor(() => expect(document.querySelector('dialog h3')).not.toBeNull(), { timeout: 8000 });
}

beforeEach(async () => {
  for (const one of [db, colleague]) await Promise.all(one.tables.map((table) => table.clear()));
  await fillLibrary(db, 2);
});
afterEach(() => {
  leaveBundle();
  stop();
  render(null, root);
  root.remove();
});
afterAll(() => colleague.delete());

const button = (name: string) => page.getByRole('button', { name });
const part = (key: string) => document.querySelector(`[data-key="${key}"]`) as HTMLElement;
const marked = (key: string) => [...part(key).querySelectorAll('mark')].map((mark) => mark.textContent);
const headline = async () => (await getPost(db, id))?.title;

test('a post that is not here is shown with what it is made of, and added with a way back', async () => {
  const file = await fileOf(db);
  await db.posts.clear();
  await show(file);
  expect(document.querySelector('dialog')?.textContent).toContain('Mei Lin');
  expect(document.querySelector('dialog')?.textContent).toContain('Please look at the second paragraph.');
  await inBothThemes(async () => expect(await findViolations()).toEqual([]));
  await userEvent.click(button('Add to my posts'));
  await vi.waitFor(async () => expect(await headline()).toBe('A post'));
  expect(route.peek()).toEqual({ view: 'post', id });
  await userEvent.click(button('Undo'));
  await vi.waitFor(async () => expect(await getPost(db, id)).toBeNull());
});

test('changes stand beside one’s own words, and what both changed must be decided', async () => {
  await show(await sentBack());
  expect(marked('block k1')).toContain('tariffs');
  expect(marked('block k1')).toContain('duties');
  expect(part('standfirst').dataset.by).toBe('both');
  expect(part('title').dataset.by).toBe('mine');
  await expect.element(button('Take in')).toBeDisabled();
  await userEvent.click(part('standfirst').querySelector('input[value="theirs"]')?.closest('label') as HTMLElement);
  await userEvent.click(button('Take in'));
  await vi.waitFor(async () =>
    expect(await getPost(db, id)).toMatchObject({
      title: 'A post with another headline',
      standfirst: 'Why it matters to seat makers',
      status: 'approved',
    }),
  );
  await userEvent.click(button('Undo'));
  await vi.waitFor(async () =>
    expect(await getPost(db, id)).toMatchObject({ standfirst: 'Why it matters to us', status: 'in-review' }),
  );
});

test.each([
  ['en', 1280],
  ['zh-CN', 360],
] as const)('axe finds nothing wrong in the changes, in %s, %i pixels wide', async (language, width) => {
  await show(await sentBack(), language, width);
  await inBothThemes(async () => {
    expect(await findViolations()).toEqual([]);
  });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

test('what another window writes meanwhile is shown before anything is taken in', async () => {
  await show(await sentBack());
  await edit(db, () => ({ author: 'Another window' }));
  await userEvent.click(button('Keep all of mine'));
  await userEvent.click(button('Take in'));
  await vi.waitFor(() => expect(document.querySelector('dialog')?.textContent).toContain('in the meantime'));
  expect(part('author').dataset.by).toBe('mine');
});
