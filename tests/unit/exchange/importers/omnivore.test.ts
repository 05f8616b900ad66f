// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { omnivore } from '../../../../lib/exchange/importers/omnivore';
import { readWith, recognised, zipOf } from '../source';

const item = (slug: string, more = {}) => ({
  id: slug,
  slug,
  title: `Title ${slug}`,
  description: 'Short',
  author: 'Lin Mei',
  url: `https://a.example/${slug}`,
  state: 'Active',
  readingProgress: 10,
  thumbnail: null,
  labels: ['leather'],
  savedAt: '2024-03-05T10:00:00.000Z',
  updatedAt: '2024-03-06T10:00:00.000Z',
  publishedAt: null,
  ...more,
});
const files = {
  'metadata_0_to_20.json': JSON.stringify(
    [item('hides'), item('old', { state: 'Archived', publishedAt: '2024-03-01T00:00:00.000Z' })],
    null,
    2,
  ),
  'content/hides.html': '<div><p>Text</p></div>',
  'highlights/hides.md':
    'A note on the page\n\n> First words\n> over two lines\n\n#seat #皮革\n\nwhy it matters\n\n> Second words',
  'metadata_20_to_21.json': JSON.stringify([item('../../etc/passwd')]),
};

describe('omnivore', () => {
  test('joins metadata, texts and highlights', async () => {
    const { clips, problems } = await readWith(omnivore, { 'export.zip': zipOf(files) });
    expect(problems).toEqual([]);
    expect(clips).toMatchObject([
      {
        title: 'Title hides',
        byline: 'Lin Mei',
        tags: ['leather'],
        status: 'inbox',
        note: 'A note on the page',
        text: { kind: 'html', value: '<div><p>Text</p></div>' },
        highlights: [
          { quote: 'First words\nover two lines', note: 'why it matters', tags: ['seat', '皮革'] },
          { quote: 'Second words', note: '' },
        ],
      },
      { title: 'Title old', status: 'archived', publishedAt: '2024-03-01T00:00:00.000Z', text: null, highlights: [] },
      { text: null },
    ]);
  });

  test('is recognised packed again in a folder', async () => {
    const again = Object.fromEntries(Object.entries(files).map(([path, text]) => [`omnivore/${path}`, text]));
    const zip = { 'x.zip': zipOf(again) };
    expect(await recognised(zip)).toBe('omnivore');
    const { clips } = await readWith(omnivore, zip);
    expect(clips[0]?.text?.value).toContain('Text');
  });
});
