// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { urlList } from '../../../../lib/exchange/importers/url-list';
import { readWith, recognised } from '../source';

const list = [
  '# reading list',
  'https://a.example/one',
  '',
  'https://b.example/two | Hides and grain maps',
  '- [Wet-white (new)](https://c.example/w_(leather))',
  '汽车皮革出口 https://d.example/皮革?a=1，',
  'javascript:alert(1)',
  'just words here',
  'e.example/no-scheme',
].join('\r\n');

describe('url-list', () => {
  test('reads addresses with the titles beside them', async () => {
    const { clips } = await readWith(urlList, { 'links.txt': list });
    expect(clips.map(({ url, title, at }) => [url, title, at.line])).toEqual([
      ['https://a.example/one', '', 2],
      ['https://b.example/two', 'Hides and grain maps', 4],
      ['https://c.example/w_(leather)', 'Wet-white (new)', 5],
      ['https://d.example/皮革?a=1', '汽车皮革出口', 6],
      ['https://e.example/no-scheme', '', 9],
    ]);
  });

  test('says which lines are no address of a page', async () => {
    const { problems } = await readWith(urlList, { 'links.txt': list });
    expect(problems.map(({ reason, at }) => [reason, at.line])).toEqual([
      ['bad-address', 7],
      ['no-address', 8],
    ]);
  });

  test('is recognised by what the lines hold, not by the name', async () => {
    expect(await recognised({ 'bookmarks.json': list })).toBe('url-list');
    expect(await recognised({ 'links.txt': 'Dear diary,\ntoday was a day.\n' })).toBeUndefined();
  });
});
