import { describe, expect, test } from 'vitest';
import { csl } from '../../../../lib/exchange/exporters/csl';
import { aClip } from '../../clip-maker';
import { anEntry, exported } from './entries';

describe('csl', () => {
  test('gives an article as a reference', async () => {
    const [item] = JSON.parse(await exported(csl, [anEntry()]));
    expect(item).toMatchObject({
      type: 'article-newspaper',
      title: 'Leather “at scale”',
      'container-title': 'Example News',
      author: [{ literal: '林 Mei' }],
      issued: { 'date-parts': [[2024, 3, 5]] },
      accessed: { 'date-parts': [[2024, 3, 9]] },
      language: 'zh-CN',
    });
  });

  test('says nothing that is not known, and only as much of a date as is', async () => {
    const clip = aClip({ publishedAt: '2024-03', url: 'https://www.a.example/x' });
    const [item] = JSON.parse(await exported(csl, [anEntry({ clip })]));
    expect(item).toMatchObject({
      type: 'webpage',
      'container-title': 'a.example',
      issued: { 'date-parts': [[2024, 3]] },
    });
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['author']));
  });
});
