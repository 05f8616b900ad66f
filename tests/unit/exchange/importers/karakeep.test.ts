// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { karakeep } from '../../../../lib/exchange/importers/karakeep';
import { readWith, recognised } from '../source';

const json = JSON.stringify(
  {
    bookmarks: [
      {
        createdAt: 1700000000,
        title: 'Hides',
        tags: ['leather'],
        lists: ['l2'],
        content: { type: 'link', url: 'https://a.example/' },
        note: 'mine',
        archived: true,
      },
      {
        createdAt: 1700000001,
        title: null,
        tags: [],
        content: { type: 'text', text: 'Only words' },
        note: null,
        archived: false,
      },
      { createdAt: 1700000002, title: 'Image', tags: [], content: null, note: null },
    ],
    lists: [
      { id: 'l1', name: 'Research', parentId: null },
      { id: 'l2', name: 'Seats', parentId: 'l1' },
      { id: 'l3', name: 'Loop', parentId: 'l3' },
    ],
  },
  null,
  1,
);

describe('karakeep', () => {
  test('reads notes, tags, what was archived, and lists within lists that come after what is in them', async () => {
    const { clips, problems } = await readWith(karakeep, { 'karakeep.json': json });
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/',
        note: 'mine',
        tags: ['leather'],
        folders: ['Research', 'Seats'],
        status: 'archived',
        savedAt: 1_700_000_000_000,
      },
    ]);
    expect(problems.map(({ reason, detail }) => [reason, detail])).toEqual([
      ['no-address', 'Only words'],
      ['no-address', 'Image'],
    ]);
  });

  test('is recognised by its keys', async () => {
    expect(await recognised({ x: json })).toBe('karakeep');
  });
});
