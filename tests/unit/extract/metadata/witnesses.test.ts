import { describe, expect, test } from 'vitest';
import { chooseMetadata } from '../../../../lib/extract/metadata/choose-metadata';
import type { PageReading, Witnesses } from '../../../../lib/model/page-reading';

const text = 'The harbour opened again this morning, and the first ships came in before noon, said its director.';

function pageWith(above: string, below: string, more: Partial<Witnesses> = {}): PageReading {
  const lines = `${above}\nHarbour opens\n${below}\n${text}`;
  return {
    url: 'https://harbour.example/opens',
    base: 'https://harbour.example/opens',
    contentType: 'text/html',
    engine: 'readability',
    html: '' as PageReading['html'],
    text,
    images: [],
    passes: [],
    hasWall: false,
    loadedAt: Date.parse('2026-03-09T12:00:00Z'),
    durationMs: 0,
    witnesses: {
      heading: 'Harbour opens',
      documentTitle: 'Harbour opens',
      lines,
      headingAt: above.length + 1,
      marks: [],
      languages: ['en'],
      canonical: '',
      licence: '',
      meta: [],
      jsonLd: [],
      readerByline: '',
      ...more,
    },
  };
}

describe('chooseMetadata', () => {
  test('takes the author that a card for sharing names, and not its reading time', () => {
    const label = (at: string, name: string, value: string): [string, string][] => [
      [`twitter:label${at}`, name],
      [`twitter:data${at}`, value],
    ];
    const page = (name: string) =>
      pageWith('', '', { meta: [...label('1', name, 'Lin Mei'), ...label('2', 'Time to read', '4 minutes')] });
    expect(chooseMetadata(page('Written by')).byline).toBe('Lin Mei');
    expect(chooseMetadata(page('Price')).byline).toBe('');
  });

  test('believes the byline that is shown more than the name of an account', () => {
    const account: Partial<Witnesses> = { meta: [['author', 'mei.l']] };
    expect(chooseMetadata(pageWith('', 'By Lin Mei', account)).byline).toBe('Lin Mei');
    expect(chooseMetadata(pageWith('', '', account)).byline).toBe('mei.l');
  });

  test('finds the name beside a date over what somebody is', () => {
    expect(chooseMetadata(pageWith('', 'Lin Mei\nCo-Founder & Director\nMarch 5, 2026')).byline).toBe('Lin Mei');
    expect(chooseMetadata(pageWith('', '2026-03-05\n·\nLin Mei')).byline).toBe('Lin Mei');
  });

  test('takes a team for the author where nobody else is', () => {
    expect(chooseMetadata(pageWith('', 'By\nHarbour Team')).byline).toBe('Harbour Team');
    expect(chooseMetadata(pageWith('', 'By Harbour Team', { meta: [['author', 'Lin Mei']] })).byline).toBe('Lin Mei');
  });

  test('does not take an organisation apart', () => {
    const jsonLd = [
      '{"@type":"Article","headline":"Harbour opens","author":{"@type":"Organization","name":"Berg & Berg"}}',
    ];
    expect(chooseMetadata(pageWith('', '', { jsonLd })).byline).toBe('Berg & Berg');
  });

  test('dates an article by the line above its headline when none is below', () => {
    expect(chooseMetadata(pageWith('Home\nNews\nMarch 5, 2026\n4 min read', '')).publishedAt).toBe('2026-03-05');
    const far = `March 4, 2026\n${'Menu\n'.repeat(30)}`;
    expect(chooseMetadata(pageWith(far, 'March 5, 2026')).publishedAt).toBe('2026-03-05');
  });
});
