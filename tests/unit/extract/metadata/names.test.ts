import { describe, expect, test } from 'vitest';
import { cleanByline } from '../../../../lib/extract/metadata/byline';
import { chooseTitle } from '../../../../lib/extract/metadata/title';

describe('cleanByline', () => {
  test.each([
    [['By Lin Mei'], 'Lin Mei'],
    [['Written by Oskar Berg, senior reporter'], 'Oskar Berg'],
    [['Lin Mei', 'Oskar Berg', 'lin mei'], 'Lin Mei, Oskar Berg'],
    [['本报记者 林梅'], '林梅'],
    [['记者：林梅', '编辑：周航'], '林梅、周航'],
    [['Lin Mei | Harbour Ledger'], 'Lin Mei'],
    [['Lin Mei Published June 5'], 'Lin Mei'],
    [['https://a.example/author/lin'], ''],
    [['admin'], ''],
    [['', '  ', '—'], ''],
  ])('%j is %j', (authors, byline) => {
    expect(cleanByline(authors)).toBe(byline);
  });
});

describe('chooseTitle', () => {
  const sources = { visible: '', jsonLd: '', openGraph: '', document: '', siteName: '' };
  test.each([
    [
      'the visible headline when a title differs by a suffix only',
      { visible: 'Seats of tomorrow', document: 'Seats of tomorrow - The Ledger' },
      'Seats of tomorrow',
    ],
    [
      'the given title when the visible headline is something else',
      { visible: 'The Ledger', openGraph: 'Seats of tomorrow' },
      'Seats of tomorrow',
    ],
    [
      'without the site behind it',
      { document: 'Seats of tomorrow | The Ledger', siteName: 'The Ledger' },
      'Seats of tomorrow',
    ],
    [
      'without the site before it',
      { document: 'The Ledger: Seats of tomorrow', siteName: 'The Ledger' },
      'Seats of tomorrow',
    ],
    [
      'with a dash that belongs to it',
      { document: 'Seats - and what follows', siteName: 'Ledger' },
      'Seats - and what follows',
    ],
    [
      'without section and site in Chinese',
      { document: '港城皮革企业试用新工艺_经济_海港日报网', siteName: '海港日报' },
      '港城皮革企业试用新工艺',
    ],
    ['what there is', { document: 'Home' }, 'Home'],
  ])('is %s', (_, given, title) => {
    expect(chooseTitle({ ...sources, ...given })).toBe(title);
  });
});
