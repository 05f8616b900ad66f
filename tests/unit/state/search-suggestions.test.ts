import { beforeEach, describe, expect, test } from 'vitest';
import { useMessages } from '../../../lib/state/i18n';
import { isHalfTyped, type Known, suggestFor, takeSuggestion } from '../../../lib/state/search-suggestions';
import messages from '../../../public/_locales/en/messages.json';

const tag = (name: string, count: number) => ({ key: name.toLowerCase(), name, count, lastUsedAt: 0 });
const known: Known = {
  counts: {
    statuses: { inbox: 1, kept: 0, archived: 0 },
    tags: [tag('Leather', 9), tag('supply chain', 5), tag('皮革', 3), tag('EV', 1)],
    sites: [{ name: 'news.example.com', count: 4 }],
    languages: [{ name: 'zh', count: 3 }],
    starred: 0,
    total: 9,
    deleted: 0,
  },
  recent: ['leather prices', 'ports'],
  saved: [{ name: 'Hides and skins', query: 'tag:leather hides' }],
};

beforeEach(() => useMessages('en', messages));

const offered = (typed: string, caret = typed.length) => suggestFor(typed, caret, known).map(({ label }) => label);
/** What is in the box once the suggestion of that name was taken, `|` where the caret is. */
function taken(typed: string, label: string, caret = typed.length): string {
  const suggestion = suggestFor(typed, caret, known).find((one) => one.label === label);
  if (!suggestion) throw new Error(`${label} is not offered`);
  const after = takeSuggestion(typed, caret, suggestion);
  return `${after.typed.slice(0, after.caret)}|${after.typed.slice(after.caret)}`;
}

describe('what is offered', () => {
  test('for nothing typed: the last searches, then operators', () => {
    expect(offered('').slice(0, 3)).toEqual(['leather prices', 'ports', 'tag:']);
  });

  test('for a word: operators and tags that begin so, saved and earlier searches that hold it', () => {
    expect(offered('lea')).toEqual(['Leather', 'leather prices']);
    expect(offered('hid')).toEqual(['Hides and skins']);
    expect(offered('si')).toContain('site:');
    expect(offered('皮')).toEqual(['皮革']);
  });

  test('for a value: those of its operator that are not written yet', () => {
    expect(offered('tag:')).toEqual(['Leather', 'supply chain', '皮革', 'EV']);
    expect(offered('tag:leather,')).toEqual(['supply chain', '皮革', 'EV']);
    expect(offered('site:exam')).toEqual(['news.example.com']);
    expect(offered('is:st')[0]).toBeTruthy();
    expect(offered('by:li')).toEqual([]);
  });

  test('an earlier search only for the whole text, and nothing within quotation marks', () => {
    expect(offered('ports lea')).toEqual(['Leather']);
    expect(offered('"lea')).toEqual([]);
  });
});

describe('what is taken', () => {
  test('an operator waits for its value, a value for the next word', () => {
    expect(taken('ta', 'tag:')).toBe('tag:|');
    expect(taken('tag:lea', 'Leather')).toBe('tag:Leather |');
  });

  test('a value of several words is quoted', () => {
    expect(taken('tag:su', 'supply chain')).toBe('tag:"supply chain" |');
  });

  test('only the part at the caret is replaced', () => {
    expect(taken('lea ports', 'Leather', 3)).toBe('tag:Leather| ports'.replace('| ', ' |'));
    expect(taken('tag:ev,lea ports', 'Leather', 10)).toBe('tag:ev,Leather| ports'.replace('| ', ' |'));
  });

  test('a search takes the place of all that was typed', () => {
    expect(taken('hid', 'Hides and skins')).toBe('tag:leather hides |');
  });
});

test('Enter takes the first suggestion for a value that is half typed, and none for one that is whole', () => {
  const half = (typed: string) => isHalfTyped(typed, typed.length, suggestFor(typed, typed.length, known));
  expect(half('tag:lea')).toBe(true);
  expect(half('tag:leather')).toBe(false);
  expect(half('lea')).toBe(false);
});
