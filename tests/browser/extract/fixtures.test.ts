import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/extract/extract-article';
import { giantPage } from '../../../scripts/lib/giant-page.mjs';
import { fixtures, openFixture, openPage } from './pages';

const now = () => performance.now();

describe.each(fixtures)('$name', ({ name, expected }) => {
  test('gives its text paragraph by paragraph, and nothing of the page around it', async () => {
    const draft = extractArticle(await openFixture(name), { now });
    expect(draft.text === '' ? [] : draft.text.split('\n\n')).toEqual(expected.paragraphs);
    expect([draft.kind, ...draft.warnings]).toEqual([expected.kind, ...expected.warnings]);
  });

  test('gives its images with captions and credits, in order', async () => {
    const draft = extractArticle(await openFixture(name), { now });
    const images = draft.images.map(({ url, role, caption, credit }) => ({
      file: url.slice(url.lastIndexOf('/') + 1),
      role,
      caption,
      credit,
    }));
    expect(images).toEqual(expected.images);
    for (const { url } of draft.images) expect(draft.html).toContain(`src="${url}"`);
  });

  test('says of itself what its best sources say', async () => {
    const draft = extractArticle(await openFixture(name), { now });
    const { canonicalPath, ...metadata } = expected.metadata;
    expect(draft).toMatchObject(metadata);
    expect(draft.canonicalUrl).toBe(canonicalPath && new URL(canonicalPath, location.origin).href);
  });

  test('leaves the page as it was', async () => {
    const page = await openFixture(name);
    const before = page.documentElement.outerHTML;
    extractArticle(page, { now });
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

test('a page of 5 MB gives its whole article in a few seconds', () => {
  const draft = extractArticle(openPage(giantPage()), { now });
  expect(draft.title).toBe('The Longest Report of the Year');
  expect(draft.text.split('\n\n')).toHaveLength(400);
  expect(draft.durationMs).toBeLessThan(10_000);
});
