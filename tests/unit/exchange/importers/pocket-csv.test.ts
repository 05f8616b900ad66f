// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { pocketCsv } from '../../../../lib/exchange/importers/pocket-csv';
import { readWith, recognised, zipOf } from '../source';

const csv = [
  '\uFEFFtitle,url,time_added,tags,status',
  '"Hides, grain maps ""and"" more",https://a.example/1,1700000000,leather|市场,unread',
  'https://a.example/2,https://a.example/2,1700000001,,archive',
  '"broken, never closed,https://a.example/3,1700000002,,unread',
  'Fine again,https://a.example/4,1700000003,,unread',
  'A title, with a bare comma,https://a.example/5,1700000004,,unread',
  '"Two',
  'lines",https://a.example/6,1700000005,,unread',
  'No address,,1700000006,,unread',
  'Last,https://a.example/7,never,,unread',
].join('\r\n');

describe('pocket-csv', () => {
  test('reads titles, tags, times and what was archived', async () => {
    const { clips } = await readWith(pocketCsv, { 'part_000000.csv': csv });
    expect(clips.map(({ url, at }) => [url.at(-1), at.line])).toEqual([
      ['1', 2],
      ['2', 3],
      ['4', 5],
      ['6', 7],
      ['7', 10],
    ]);
    expect(clips[0]).toMatchObject({
      title: 'Hides, grain maps "and" more',
      tags: ['leather', '市场'],
      status: 'inbox',
      savedAt: 1_700_000_000_000,
    });
    expect(clips[1]).toMatchObject({ title: '', status: 'archived' });
    expect(clips[3]?.title).toBe('Two lines');
    expect(clips[4]?.savedAt).toBeNull();
  });

  test('one bad line costs one line', async () => {
    const { problems } = await readWith(pocketCsv, { 'part_000000.csv': csv });
    expect(problems.map(({ reason, at }) => [reason, at.line])).toEqual([
      ['bad-entry', 4],
      ['bad-entry', 6],
      ['no-address', 9],
    ]);
  });

  test('is recognised in its zip of several parts, and names the part', async () => {
    const zip = { 'pocket.zip': zipOf({ 'part_000000.csv': csv, 'part_000001.csv': csv, 'annotations/x.json': '{}' }) };
    expect(await recognised(zip)).toBe('pocket-csv');
    const { clips } = await readWith(pocketCsv, zip);
    expect(clips).toHaveLength(10);
    expect(clips[9]?.at).toEqual({ file: 'part_000001.csv', line: 10 });
  });

  test('takes semicolons, as a spreadsheet leaves them', async () => {
    const { clips } = await readWith(pocketCsv, {
      'x.csv': 'title;url;time_added;tags;status\n"A; B";https://a.example/;1;x|y;unread\n',
    });
    expect(clips).toMatchObject([{ title: 'A; B', tags: ['x', 'y'] }]);
  });

  test('says which columns are missing', async () => {
    const { problems } = await readWith(pocketCsv, { 'x.csv': 'title,url\nA,https://a.example/\n' });
    expect(problems).toMatchObject([{ reason: 'no-columns', detail: 'time_added, tags, status' }]);
  });
});
