// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { raindropCsv } from '../../../../lib/exchange/importers/raindrop-csv';
import { readWith, recognised } from '../source';

const csv = `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,"Hides, mapped","My note
in two lines","Short ""words""",https://a.example/,Research / Seats,"leather, seats, leather, ",2024-03-15T09:30:00.123Z,https://a.example/c.jpg,"Highlight:First words
Note:why

Highlight:Second words",true
2,Plain,,,https://b.example/,Unsorted,,2024-01-02,,"one line
another line",false
3,Deep,,,https://c.example/,A/B,,1704164645,,,
`;

describe('raindrop-csv', () => {
  test('reads folders, tags, notes, highlights and favourites', async () => {
    const { clips, problems } = await readWith(raindropCsv, { 'export.csv': csv });
    expect(problems).toEqual([]);
    expect(clips).toMatchObject([
      {
        title: 'Hides, mapped',
        note: 'My note\nin two lines',
        excerpt: 'Short "words"',
        folders: ['Research', 'Seats'],
        tags: ['leather', 'seats'],
        savedAt: Date.UTC(2024, 2, 15, 9, 30, 0, 123),
        starred: true,
        highlights: [
          { quote: 'First words', note: 'why' },
          { quote: 'Second words', note: '' },
        ],
        at: { line: 2 },
      },
      {
        folders: [],
        starred: false,
        savedAt: Date.UTC(2024, 0, 2),
        highlights: [{ quote: 'one line' }, { quote: 'another line' }],
        at: { line: 7 },
      },
      { folders: ['A', 'B'], savedAt: 1_704_164_645_000 },
    ]);
  });

  test('is recognised by its columns', async () => {
    expect(await recognised({ 'whatever.txt': csv })).toBe('raindrop-csv');
  });
});
