import { describe, expect, test } from 'vitest';
import { json } from '../../../../lib/exchange/exporters/json';
import { anEntry, exported } from './entries';

describe('json', () => {
  test('is one text that parses, with nothing in it too', async () => {
    expect(JSON.parse(await exported(json, []))).toMatchObject({ format: 'clipsheet-json', version: 1, clips: [] });
  });

  test('has facts, text, images without bytes, and quotes of every clip', async () => {
    const { clips } = JSON.parse(await exported(json, [anEntry(), anEntry({ body: null })]));
    expect(clips).toHaveLength(2);
    expect(clips[0]).toMatchObject({
      author: '林 Mei',
      outlet: 'Example News',
      tags: ['皮革', 'car industry'],
      clippedAt: '2024-03-09T16:00:00.000Z',
      quotes: [{ text: '皮革供应商', comment: 'Us' }],
    });
    expect(clips[0].text).toContain('皮革供应商');
    expect(clips[0].images.map((image: object) => Object.keys(image))[0]).not.toContain('bytes');
    expect(clips[1].text).toBeNull();
  });
});
