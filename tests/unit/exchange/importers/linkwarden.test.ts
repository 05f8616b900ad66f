// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { linkwarden } from '../../../../lib/exchange/importers/linkwarden';
import { readWith, recognised } from '../source';

const link = (n: number, more = {}) => ({
  name: `Link ${n}`,
  url: `https://a.example/${n}`,
  description: `About ${n}`,
  tags: [{ name: 'leather' }, { name: null }],
  createdAt: '2024-03-05T10:00:00.000Z',
  importDate: null,
  ...more,
});
const json = JSON.stringify({
  name: 'Lin',
  collections: [
    { id: 1, name: 'Unorganized', parentId: null, links: [link(1)] },
    {
      links: [link(2, { importDate: '2020-01-01T00:00:00.000Z' }), link(3, { url: null })],
      id: 2,
      name: 'Seats',
      parentId: 3,
    },
    { id: 3, name: 'Research', parentId: null, links: [] },
  ],
  pinnedLinks: [],
});

describe('linkwarden', () => {
  test('reads collections as folders, whatever the order of their keys', async () => {
    const { clips, problems } = await readWith(linkwarden, { 'backup.json': json });
    expect(clips).toMatchObject([
      { title: 'Link 1', note: 'About 1', tags: ['leather'], folders: [], savedAt: Date.UTC(2024, 2, 5, 10) },
      { title: 'Link 2', folders: ['Research', 'Seats'], savedAt: Date.UTC(2020, 0, 1) },
    ]);
    expect(problems).toMatchObject([{ reason: 'no-address', detail: 'Link 3' }]);
  });

  test('reads files that leave the ids out', async () => {
    const older = JSON.stringify({ collections: [{ name: 'Seats', links: [link(1)] }] });
    expect(await recognised({ x: older })).toBe('linkwarden');
    const { clips } = await readWith(linkwarden, { x: older });
    expect(clips).toMatchObject([{ folders: ['Seats'] }]);
  });
});
