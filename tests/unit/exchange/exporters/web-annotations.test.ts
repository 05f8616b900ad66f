import { describe, expect, test } from 'vitest';
import { webAnnotations } from '../../../../lib/exchange/exporters/web-annotations';
import type { Annotation, AnnotationId } from '../../../../lib/model/annotation';
import { aClip } from '../../clip-maker';
import { anEntry, exported } from './entries';

const itemsOf = async (...entries: Parameters<typeof exported>[1]) => {
  const page = JSON.parse(await exported(webAnnotations, entries));
  expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
  expect(isAddress(page.id)).toBe(true);
  expect(new Set(page.items.map(({ id }: { id: string }) => id)).size).toBe(page.items.length);
  expect(page.items.flatMap(breaches)).toEqual([]);
  return page.items;
};

const isAddress = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(value);
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
type Item = Record<string, unknown>;
const many = (value: unknown): Item[] => (value === undefined ? [] : ([value].flat() as Item[]));

/** What the model says MUST be (https://www.w3.org/TR/annotation-model/) and is not. */
function breaches(annotation: Item): string[] {
  const { id, type, target, body, created, modified, motivation, stylesheet } = annotation;
  const found = [
    [isAddress(id), '3.1: exactly one IRI'],
    [many(type).includes('Annotation' as never), '3.1: of class Annotation'],
    [many(target).length > 0, '3.1: one or more targets'],
    [[created, modified].every((time) => time === undefined || moment.test(String(time))), '3.3.1: times in UTC'],
    [['commenting', 'tagging', 'highlighting'].includes(String(motivation)), '3.3.5: a motivation of the list'],
    [many(body).every(({ value }) => typeof value === 'string' && value !== ''), '3.2.4: exactly one value'],
    [many(stylesheet).every((sheet) => sheet.type === 'CssStylesheet'), '4.4.1: a style sheet'],
    [
      many(target).every((one) => isAddress(one.id) || isAddress((one.source as Item)?.id ?? one.source)),
      '4: one source',
    ],
    [many(target).every(({ styleClass }) => !styleClass || stylesheet), '4.4.2: a class that a sheet explains'],
    ...many(target)
      .flatMap(({ selector }) => many(selector))
      .map((selector) => [isSelector(selector), `4.2: ${JSON.stringify(selector)}`]),
  ];
  return found.flatMap(([holds, rule]) => (holds ? [] : `${id}: ${rule}`));
}

function isSelector(selector: Item): boolean {
  const { type, start, end, exact, value, startSelector, endSelector, refinedBy } = selector;
  const whole = (number: unknown) => Number.isInteger(number) && (number as number) >= 0;
  if (type === 'TextQuoteSelector') return typeof exact === 'string' && exact !== '';
  if (type === 'TextPositionSelector') return whole(start) && whole(end) && (start as number) <= (end as number);
  if (type === 'XPathSelector') return typeof value === 'string' && many(refinedBy).every(isSelector);
  return type === 'RangeSelector' && isSelector(startSelector as Item) && isSelector(endSelector as Item);
}

describe('web annotations', () => {
  test('hold note and tags, and each quote with the words around it', async () => {
    const entry = anEntry();
    const [note, quote] = await itemsOf(entry);
    expect(note).toMatchObject({ type: 'Annotation', motivation: 'commenting', target: { id: entry.clip.url } });
    expect(note.body.map((body: { purpose: string; value: string }) => `${body.purpose} ${body.value}`)).toEqual([
      'commenting For the newsletter',
      'tagging 皮革',
      'tagging car industry',
    ]);
    const [exact, position] = quote.target.selector;
    expect(exact).toEqual({
      type: 'TextQuoteSelector',
      exact: '皮革供应商',
      prefix: 'First words. ',
      suffix: ' said so. Last words.',
    });
    expect(entry.body?.text.slice(position.start, position.end)).toBe('皮革供应商');
  });

  test('give no position to words that stand there twice or not at all', async () => {
    const quotes = [
      { text: 'words', comment: '' },
      { text: 'elsewhere', comment: '' },
    ];
    const [, twice, nowhere] = await itemsOf(anEntry({ quotes }));
    expect([twice, nowhere].map(({ target, motivation }) => [motivation, target.selector.length])).toEqual([
      ['highlighting', 1],
      ['highlighting', 1],
    ]);
  });

  test('hold highlights with every selector, note, tags and colour', async () => {
    const entry = anEntry({ quotes: [], clip: aClip() });
    const { id: clipId, url: source } = entry.clip;
    const quote = { type: 'TextQuoteSelector', exact: '皮革', prefix: '', suffix: '供应商' } as const;
    const position = { type: 'TextPositionSelector', start: 13, end: 15 } as const;
    const point = (start: number) =>
      ({
        type: 'XPathSelector',
        value: '/p[1]',
        refinedBy: { type: 'TextPositionSelector', start, end: start },
      }) as const;
    const range = { type: 'RangeSelector', startSelector: point(13), endSelector: point(15) } as const;
    const text = { kind: 'text', source, quote, position, range } as const;
    const facts = { clipId, createdAt: 1_710_000_000_000, updatedAt: 1_710_000_001_000 };
    const annotations: Annotation[] = [
      { ...facts, id: 'a1' as AnnotationId, target: text, note: '', tags: [], colour: 'yellow' },
      { ...facts, id: 'a2' as AnnotationId, target: text, note: 'Ask them', tags: ['lead'], colour: 'pink' },
      {
        ...facts,
        id: 'a3' as AnnotationId,
        target: { kind: 'image', source, url: 'https://www.example.com/a.jpg' },
        note: '',
        tags: ['lead'],
        colour: 'blue',
      },
    ];
    const [mark, comment, image] = await itemsOf(anEntry({ ...entry, annotations }));
    expect(mark).toMatchObject({ motivation: 'highlighting', modified: '2024-03-09T16:00:01.000Z' });
    expect(mark.body).toBeUndefined();
    expect(mark.target).toMatchObject({ source, styleClass: 'highlight-yellow' });
    expect(mark.stylesheet.value).toContain('.highlight-yellow');
    expect(mark.target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: '皮革', suffix: '供应商' },
      position,
      range,
    ]);
    expect(comment.motivation).toBe('commenting');
    expect(comment.body.map(({ value }: { value: string }) => value)).toEqual(['Ask them', 'lead']);
    expect(image).toMatchObject({
      motivation: 'tagging',
      target: { source: { id: 'https://www.example.com/a.jpg', type: 'Image' }, scope: source },
    });
  });

  test('have nothing to say of a clip without note, tags and quotes', async () => {
    expect(await itemsOf(anEntry({ clip: aClip(), quotes: [] }))).toEqual([]);
  });
});
