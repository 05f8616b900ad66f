// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { webAnnotations as exporter } from '../../../../lib/exchange/exporters/web-annotations';
import { webAnnotations } from '../../../../lib/exchange/importers/web-annotations';
import { anEntry, exported } from '../exporters/entries';
import { readWith, recognised } from '../source';

const context = '"@context": "http://www.w3.org/ns/anno.jsonld"';
const target = { source: 'https://a.example/', selector: { type: 'TextQuoteSelector', exact: 'hides 皮革' } };
const page = (...items: object[]) => `{${context}, "type": "AnnotationPage", "items": ${JSON.stringify(items)}}`;

describe('web-annotations', () => {
  test('reads words, comments, tags, colours and times', async () => {
    const { clips, problems } = await readWith(webAnnotations, {
      'x.jsonld': page({
        type: 'Annotation',
        created: '2024-03-05T10:00:00Z',
        body: [
          { type: 'TextualBody', purpose: 'commenting', value: 'Why' },
          { type: 'TextualBody', purpose: 'tagging', value: 'seat' },
        ],
        target: { ...target, styleClass: 'highlight-green' },
      }),
    });
    expect(problems).toEqual([]);
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/',
        savedAt: Date.UTC(2024, 2, 5, 10),
        note: '',
        highlights: [{ quote: 'hides 皮革', note: 'Why', tags: ['seat'], colour: 'green' }],
      },
    ]);
  });

  test.each([
    ['a list', `[{${context}, "target": ${JSON.stringify(target)}, "body": "Why"}]`],
    [
      'a collection',
      `{${context}, "first": {"items": [{"target": ${JSON.stringify(target)}, "body": {"value": "Why"}}]}}`,
    ],
  ])('reads %s', async (_, json) => {
    expect(await recognised({ 'x.json': json })).toBe('web-annotations');
    const { clips } = await readWith(webAnnotations, { 'x.json': json });
    expect(clips).toMatchObject([{ url: 'https://a.example/', highlights: [{ quote: 'hides 皮革', note: 'Why' }] }]);
  });

  test('takes what marks no words for a note on the page, and refuses what is of no page', async () => {
    const { clips, problems } = await readWith(webAnnotations, {
      x: page({ target: 'https://a.example/', body: 'On the page' }, { target: 'urn:isbn:1' }, { body: 'x' }),
    });
    expect(clips).toMatchObject([{ note: 'On the page', highlights: [] }]);
    expect(problems.map(({ reason }) => reason)).toEqual(['bad-address', 'no-address']);
  });

  test('reads what is exported here', async () => {
    const entry = anEntry();
    const { clips, problems } = await readWith(webAnnotations, { 'x.jsonld': await exported(exporter, [entry]) });
    expect(problems).toEqual([]);
    expect(new Set(clips.map(({ url }) => url))).toEqual(new Set([entry.clip.url]));
    expect(clips[0]).toMatchObject({ note: entry.clip.note, tags: entry.clip.tags });
    expect(clips.flatMap(({ highlights }) => highlights).length).toBe(entry.quotes.length + entry.annotations.length);
  });
});
