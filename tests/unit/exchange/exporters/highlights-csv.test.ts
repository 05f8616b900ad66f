import { describe, expect, test } from 'vitest';
import { highlightsCsv } from '../../../../lib/exchange/exporters/highlights-csv';
import { aHighlight } from '../../annotate/make';
import { anEntry, exported } from './entries';

describe('highlights as CSV', () => {
  test('have a row each, with the page, and none is a formula', async () => {
    const annotations = [aHighlight('=1+1', { note: 'He said "no"', tags: ['seat', '皮革'] }), aHighlight('more')];
    const [head, first, second, end] = (await exported(highlightsCsv, [anEntry({ annotations }), anEntry()])).split(
      '\r\n',
    );
    expect(head).toBe('\ufeffhighlight,image,note,tags,colour,title,url,outlet,author,made,changed');
    expect(first).toMatch(/^"'=1\+1","","He said ""no""","seat, 皮革","yellow","Leather “at scale”",/u);
    expect(second).toMatch(/^"more",/u);
    expect(end).toBe('');
  });
});
