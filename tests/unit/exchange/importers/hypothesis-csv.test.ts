// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { hypothesisCsv } from '../../../../lib/exchange/importers/hypothesis-csv';
import { readWith, recognised } from '../source';

const csv = `Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags
2024-03-05T10:00:00,lin,Hides,https://a.example/,Public,Annotation,"Words, marked",Why,"seat,皮革"
2024-03-05T11:00:00,lin,Hides,https://a.example/,Public,Page note,,On the page,
`;

describe('hypothesis-csv', () => {
  test('reads a highlight in a row, and page notes', async () => {
    expect(await recognised({ 'x.csv': csv })).toBe('hypothesis-csv');
    const { clips } = await readWith(hypothesisCsv, { 'x.csv': csv });
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/',
        title: 'Hides',
        note: '',
        savedAt: Date.UTC(2024, 2, 5, 10),
        highlights: [{ quote: 'Words, marked', note: 'Why', tags: ['seat', '皮革'] }],
      },
      { note: 'On the page', highlights: [] },
    ]);
  });
});
