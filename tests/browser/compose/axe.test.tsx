import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { db } from '../../../lib/state/db';
import { addReceipt, listPosts } from '../../../lib/store/posts';
import { findViolations, inBothThemes } from '../axe';
import { fill, hide, preview, showComposer, showPosts } from './show';

afterEach(hide);

/** Colours are judged as they end up; an animation without an end (a spinner) is not waited for. */
const settled = () =>
  Promise.race([
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
    new Promise((resolve) => setTimeout(resolve, 500)),
  ]);

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
    const tabs = page.getByRole('tab').elements();
    if (tabs.length > 0) await userEvent.click(tabs.at(-1) as Element);
    await preview(clips[0]?.title ?? '');
    await expectNone();
    for (const tab of tabs.slice(0, -1)) {
      await userEvent.click(tab);
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

  test('in the menu of targets', async () => {
    const clips = await fill(1);
    await showComposer(clips);
    await userEvent.click(page.getByRole('button', { name: 'Export' }));
    await expectNone();
  });

  test.each(['Standing block…', 'Another clip…'])('in the dialog of “%s”', async (item) => {
    const clips = await fill(2);
    await showComposer(clips.slice(0, 1));
    await preview(clips[0]?.title ?? '');
    await userEvent.click(page.getByRole('button', { name: 'Add a part' }));
    await userEvent.click(page.getByRole('menuitem', { name: item }));
    const dialog = await vi.waitFor(() => {
      const found = document.querySelector('dialog[open]');
      expect(found).not.toBeNull();
      return found as Element;
    });
    await expectNone(dialog);
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
