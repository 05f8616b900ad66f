// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { hypothesisJson } from '../../../../lib/exchange/importers/hypothesis-json';
import { readWith, recognised } from '../source';

const marked = {
  id: 'a',
  created: '2024-03-05T10:00:00.000000+00:00',
  uri: 'https://a.example/',
  text: 'Why',
  tags: ['seat', '皮革'],
  document: { title: ['Hides'] },
  target: [
    {
      source: 'https://a.example/',
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]' },
        { type: 'TextQuoteSelector', exact: 'words', prefix: 'a', suffix: 'b' },
      ],
    },
  ],
};
const note = {
  uri: 'https://b.example/',
  text: 'On the page',
  tags: ['x'],
  target: [{ source: 'https://b.example/' }],
};
const exported = JSON.stringify({
  export_date: '2024-03-06',
  client_version: '1',
  annotations: [marked, note, { uri: 'file:///x' }],
});

describe('hypothesis-json', () => {
  test('reads highlights with notes and tags, and page notes', async () => {
    const { clips, problems } = await readWith(hypothesisJson, { 'x.json': exported });
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/',
        title: 'Hides',
        savedAt: Date.UTC(2024, 2, 5, 10),
        tags: [],
        highlights: [{ quote: 'words', note: 'Why', tags: ['seat', '皮革'] }],
      },
      { url: 'https://b.example/', note: 'On the page', tags: ['x'], highlights: [] },
    ]);
    expect(problems).toMatchObject([{ reason: 'bad-address' }]);
  });

  test('is recognised as exported and as answered by the API', async () => {
    expect(await recognised({ x: exported })).toBe('hypothesis-json');
    const answer = JSON.stringify({ total: 1, rows: [marked] });
    expect(await recognised({ x: answer })).toBe('hypothesis-json');
    expect((await readWith(hypothesisJson, { x: answer })).clips).toHaveLength(1);
  });
});
