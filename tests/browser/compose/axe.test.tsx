import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { db } from '../../../lib/state/db';
import { addReceipt, listPosts } from '../../../lib/store/posts';
import { findViolations, inBothThemes } from '../axe';
import { fill, hide, preview, showComposer, showPosts } from './show';

afterEach(hide);

const settled = () =>
  Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));

async function expectNone(scope?: Element) {
  await inBothThemes(async (theme) => {
    await settled();
    expect(await findViolations(scope), theme).toEqual([]);
  });
}

describe('axe finds nothing wrong in both themes', () => {
  test.each([
    [1280, 'en'],
    [768, 'zh-CN'],
    [360, 'en'],
  ] as const)('in the composer, %i pixels wide, in %s', async (width, language) => {
    const clips = await fill(2, (_, i) => (i === 1 ? { siteName: null } : {}));
    await showComposer(clips, { width, language });
    if (width > 1000) await preview(clips[0]?.title ?? '');
    await expectNone();
    if (width > 360) return;
    for (const tab of ['Parts and sources', 'Preview']) {
      await userEvent.click(page.getByRole('tab', { name: tab }));
      await expectNone();
    }
  });

  test('in quotes, the reader, a gallery and its images', async () => {
    const clips = await fill(1);
    await showComposer(clips);
    await userEvent.click(page.getByText('Quotes', { exact: true }));
    await userEvent.click(page.getByRole('button', { name: 'Choose from the source' }));
    await userEvent.click(page.getByRole('button', { name: 'Carmakers welcomed', exact: false }));
    await userEvent.click(page.getByRole('button', { name: /^Use all/ }));
    await vi.waitFor(() => expect(document.querySelectorAll('[data-place^="image-"]').length).toBeGreaterThan(2));
    await expectNone();
  });

  test('in the menus and dialogs', async () => {
    const clips = await fill(2);
    // At this width the preview is not there: axe waits for ever for frames behind a dialog.
    await showComposer(clips.slice(0, 1), { width: 768 });
    await userEvent.click(page.getByRole('button', { name: 'Export' }));
    await expectNone();
    await userEvent.keyboard('{Escape}');
    for (const item of ['Standing block …', 'Another clip …']) {
      await userEvent.click(page.getByRole('button', { name: 'Add a part' }));
      await userEvent.click(page.getByRole('menuitem', { name: item }));
      await vi.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());
      await expectNone(document.querySelector('dialog[open]') ?? undefined);
      await userEvent.keyboard('{Escape}');
      await vi.waitFor(() => expect(document.querySelector('dialog[open]')).toBeNull());
    }
  });

  test.each([360, 1280])('in the list of posts, %i pixels wide, empty and full', async (width) => {
    const clips = await fill(2);
    await showPosts({ width });
    await expectNone();
    await showComposer(clips);
    await showComposer(clips.slice(1));
    hide();
    const [first] = await listPosts(db);
    const receipt = { id: 'r', publisher: 'html-page', at: Date.now(), target: 'x.zip', hash: 'h', bytes: 1 };
    if (first) await addReceipt(db, first.id, receipt);
    await showPosts({ width, language: 'zh-CN' });
    await vi.waitFor(() => expect(document.querySelectorAll('article')).toHaveLength(2));
    await expectNone();
  });
});
