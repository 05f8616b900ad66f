// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readwiseCsv } from '../../../../lib/exchange/importers/readwise-csv';
import { readWith, recognised } from '../source';

const withAddresses = `Highlight,Title,Author,URL,Note,Location,Date
"Words, marked",Hides,Lin Mei,https://a.example/,why it matters,1,2024-03-05 10:00:00
More words,Hides,Lin Mei,https://a.example/,,2,
`;
const books = `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags
"Words",The Book of Hides,Lin Mei,B00X,,yellow,.tag,location,12,2024-03-05 10:00:00+00:00,leather
`;

describe('readwise-csv', () => {
  test('reads one highlight in a row, with the page it is of', async () => {
    const { clips } = await readWith(readwiseCsv, { 'x.csv': withAddresses });
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/',
        title: 'Hides',
        byline: 'Lin Mei',
        highlights: [{ quote: 'Words, marked', note: 'why it matters', at: Date.UTC(2024, 2, 5, 10) }],
      },
      { url: 'https://a.example/', highlights: [{ quote: 'More words' }] },
    ]);
  });

  test('says of highlights without an address which book they are of', async () => {
    expect(await recognised({ 'x.csv': books })).toBe('readwise-csv');
    const { clips, problems } = await readWith(readwiseCsv, { 'x.csv': books });
    expect(clips).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'no-address', detail: 'The Book of Hides', at: { line: 2 } }]);
  });
});
