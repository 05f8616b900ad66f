// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { readerCsv } from '../../../../lib/exchange/importers/reader-csv';
import { readWith, recognised } from '../source';

const csv = `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
Hides,https://a.example/,01h,"['leather', ""buyer's guide"", '皮革']",2023-09-01 04:33:50+00:00,0,new,True
Old,https://b.example/,01j,[],2023-09-02 04:33:50.123+00:00,1,archive,True
Mail,mailto:reader-forwarded-email/x,01k,[],2023-09-02,1,new,True
`;

describe('reader-csv', () => {
  test('reads tags as Python prints them, times and what was archived', async () => {
    const { clips, problems } = await readWith(readerCsv, { 'reader.csv': csv });
    expect(clips).toMatchObject([
      {
        title: 'Hides',
        tags: ['leather', "buyer's guide", '皮革'],
        savedAt: Date.UTC(2023, 8, 1, 4, 33, 50),
        status: 'inbox',
      },
      { title: 'Old', tags: [], status: 'archived' },
    ]);
    expect(problems).toMatchObject([{ reason: 'bad-address', at: { line: 4 } }]);
  });

  test('is recognised by its columns', async () => {
    expect(await recognised({ x: csv })).toBe('reader-csv');
  });
});
