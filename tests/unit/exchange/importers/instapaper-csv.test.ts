// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { instapaperCsv } from '../../../../lib/exchange/importers/instapaper-csv';
import { readWith, recognised } from '../source';

const csv = `URL,Title,Selection,Folder,Timestamp,Tags
https://a.example/,Hides,"the words, selected",Unread,1700000000,"[""leather"",""seat covers""]"
https://b.example/,Archived,,Archive,1700000001,[]
https://c.example/,Starred,,Starred,1700000002,
https://d.example/,In a folder,,Trade fairs,1700000003,broken]
`;

describe('instapaper-csv', () => {
  test('reads folders as status, star or folder, and tags as the JSON they are', async () => {
    const { clips } = await readWith(instapaperCsv, { 'instapaper.csv': csv });
    expect(clips).toMatchObject([
      {
        status: 'inbox',
        tags: ['leather', 'seat covers'],
        highlights: [{ quote: 'the words, selected' }],
        savedAt: 1_700_000_000_000,
      },
      { status: 'archived', tags: [], starred: false },
      { status: 'kept', starred: true },
      { status: 'kept', folders: ['Trade fairs'], tags: ['broken]'] },
    ]);
  });

  test('reads older files, which have neither times nor tags', async () => {
    const old = 'URL,Title,Selection,Folder\nhttps://a.example/,Hides,,Unread\n';
    expect(await recognised({ 'x.csv': old })).toBe('instapaper-csv');
    const { clips } = await readWith(instapaperCsv, { 'x.csv': old });
    expect(clips).toMatchObject([{ url: 'https://a.example/', savedAt: null, tags: [] }]);
  });
});
