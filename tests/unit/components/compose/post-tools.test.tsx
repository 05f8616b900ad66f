import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDesk, DeskProvider } from '../../../../components/compose/desk';
import { DigestEditor } from '../../../../components/compose/digest-editor';
import { PostDetails } from '../../../../components/compose/post-details';
import { PostState } from '../../../../components/compose/post-state';
import type { BlockId, ClipId } from '../../../../lib/model/ids';
import type { Block } from '../../../../lib/model/post';
import { type Composer, openComposer } from '../../../../lib/state/compose';
import { db } from '../../../../lib/state/db';
import { getPost, putPost } from '../../../../lib/store/posts';
import { speak } from '../../../messages';
import { english, makeBody, makeClip, makePost } from '../../compose/make';

const clips = ['a', 'b', 'c'].map((id) =>
  makeClip({ id: id as ClipId, title: `Title ${id}`, key: id, tags: id === 'c' ? [] : ['Trade'] }),
);
const digest: Extract<Block, { kind: 'digest' }> = {
  id: 'd' as BlockId,
  kind: 'digest',
  groups: [
    {
      id: 'g' as BlockId,
      title: '',
      entries: clips.map(({ id }) => ({ id: `e${id}` as BlockId, clipId: id, comment: '' })),
    },
  ],
};
let composer: Composer;
let root: HTMLElement;

beforeEach(async () => {
  speak('en');
  await Promise.all([db.posts, db.clips, db.bodies, db.annotations].map((table) => table.clear()));
  await db.clips.bulkPut(clips as never);
  await db.bodies.put(makeBody(english));
  await putPost(db, makePost({ blocks: [digest, { id: 's' as BlockId, kind: 'source' }] }));
  composer = (await openComposer(makePost().id)) as Composer;
  root = document.body.appendChild(document.createElement('div'));
  await act(() =>
    render(
      <DeskProvider value={createDesk(composer)}>
        <PostState />
        <PostDetails />
        <DigestEditor block={digest} />
      </DeskProvider>,
      root,
    ),
  );
  await vi.waitFor(() => expect(composer.materials.value.clips.size).toBe(3));
});

afterEach(() => {
  render(null, root);
  root.remove();
  composer.close();
});

const button = (name: string) =>
  [...root.querySelectorAll<HTMLElement>('button, [role="menuitem"]')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent)?.includes(name),
  );
const type = (element: Element | null | undefined, text: string) => {
  (element as HTMLInputElement).value = text;
  element?.dispatchEvent(new Event('input', { bubbles: true }));
};

test('a digest shows its reports and keeps the line on each', async () => {
  expect(root.textContent).toContain('Title a');
  type(root.querySelector('textarea[aria-label*="Title b"], textarea'), 'Why it matters');
  await composer.flush();
  const stored = (await getPost(db, makePost().id))?.blocks[0];
  expect(JSON.stringify(stored)).toContain('Why it matters');
});

test('an embargo is kept as the moment and the time zone it was said in', async () => {
  type(root.querySelector('input[type="datetime-local"]'), '2030-01-02T09:30');
  await vi.waitFor(() => expect(composer.post.value.notBefore?.at).toBeTypeOf('number'));
  type(root.querySelector('input[type="datetime-local"]'), '');
  await vi.waitFor(() => expect(composer.post.value.notBefore).toBeUndefined());
});

test('a post is sent to review, and the step is kept', async () => {
  button('Draft')?.click();
  await vi.waitFor(() => expect(button('Send to review')).toBeDefined());
  button('Send to review')?.click();
  await vi.waitFor(async () =>
    expect(await getPost(db, makePost().id)).toMatchObject({ status: 'in-review', steps: [{ to: 'in-review' }] }),
  );
});
