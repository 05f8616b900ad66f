import { describe, expect, test } from 'vitest';
import { webAnnotations } from '../../../../lib/exchange/exporters/web-annotations';
import { aClip } from '../../clip-maker';
import { anEntry, exported } from './entries';

const itemsOf = async (...entries: Parameters<typeof exported>[1]) => {
  const page = JSON.parse(await exported(webAnnotations, entries));
  expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
  return page.items;
};

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

  test('have nothing to say of a clip without note, tags and quotes', async () => {
    expect(await itemsOf(anEntry({ clip: aClip(), quotes: [] }))).toEqual([]);
  });
});
