/** Text as it is compared, and whether a clip's own words and facts answer a query; the text of bodies is the index's matter. */
import type { Clip } from './clip';
import { type FilterNode, type HasValue, type IsValue, publishedTime, type QueryNode } from './search-query';
import { tagKey } from './tag';
import { normaliseUrl, siteOf } from './url';

const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * Text as it is compared: full-width and half-width, capitals and small letters, with and without Latin accents are
 * one. Marks that make another letter (Japanese voicing, Indic vowels) stay.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .normalize('NFC');
}

/** Whether a clip's headline, note, tags, outlet, author and facts answer a query; what only other tables know never does. */
export function matchesQuery(node: QueryNode | null, clip: Clip): boolean {
  let folded: string | undefined;
  const words = () => {
    folded ??= wordsOf(clip);
    return folded;
  };
  const test = (part: QueryNode): boolean => {
    switch (part.kind) {
      case 'term':
      case 'phrase':
        return holds(words(), foldText(part.text), part.kind === 'term' && part.prefix);
      case 'and':
        return part.nodes.every(test);
      case 'or':
        return part.nodes.some(test);
      case 'not':
        return !test(part.node);
      case 'filter':
        return passes(part, clip);
    }
  };
  return node === null || test(node);
}

function wordsOf(clip: Clip): string {
  const fields = [clip.title, clip.sourceTitle, clip.note, ...clip.tags, clip.siteName, clip.byline, siteOf(clip.url)];
  return foldText(fields.join('\n')).replace(/[^\S\n]+/gu, ' ');
}

/** From the start of a word, or anywhere in a script that does not space its words; to the end of one unless `prefix`. */
function holds(words: string, term: string, prefix: boolean): boolean {
  const joins = (a: string, b: string) =>
    wordCharacter.test(a) && wordCharacter.test(b) && !unspaced.test(a) && !unspaced.test(b);
  for (let at = words.indexOf(term); at >= 0; at = words.indexOf(term, at + 1)) {
    const end = at + term.length;
    if (joins(before(words, at), firstOf(term))) continue;
    if (prefix || !joins(before(words, end), firstOf(words.slice(end, end + 2)))) return true;
  }
  return false;
}

const firstOf = (text: string): string => Array.from(text.slice(0, 2))[0] ?? '';
const before = (text: string, at: number): string => Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';

function passes(filter: FilterNode, clip: Clip): boolean {
  switch (filter.name) {
    case 'tag': {
      const keys = new Set(clip.tags.map(tagKey));
      return filter.values.some((value) => keys.has(tagKey(value)));
    }
    case 'site':
      return filter.values.some(
        (value) => value === siteOf(clip.url) || foldText(value) === foldText(clip.siteName ?? ''),
      );
    case 'by':
      return filter.values.some((value) => foldText(clip.byline ?? '').includes(foldText(value)));
    case 'lang':
      return filter.values.includes((clip.language ?? '').split(/[-_]/u)[0]?.toLowerCase() ?? '');
    case 'url':
      return filter.values.some((value) => normaliseUrl(value) === clip.key || value === clip.url);
    case 'status':
      return filter.values.includes(clip.status);
    case 'is':
      return filter.values.some((value) => isTests[value](clip));
    case 'has':
      return filter.values.some((value) => hasTests[value](clip));
    case 'clipped':
      return isWithin(filter, clip.clippedAt);
    case 'published':
      return isWithin(filter, publishedTime(clip));
  }
}

const isTests: Readonly<Record<IsValue, (clip: Clip) => boolean>> = {
  starred: ({ starred }) => starred,
  annotated: ({ note }) => note !== '',
  published: () => false,
  bookmark: ({ kind }) => kind === 'bookmark',
  article: ({ kind }) => kind === 'article',
  selection: ({ kind }) => kind === 'selection',
  duplicate: () => false,
};

const hasTests: Readonly<Record<HasValue, (clip: Clip) => boolean>> = {
  image: ({ imageCount }) => imageCount > 0,
  note: ({ note }) => note !== '',
  highlight: () => false,
  tag: ({ tags }) => tags.length > 0,
};

const isWithin = ({ from, to }: { from: number | null; to: number | null }, time: number | null): boolean =>
  time !== null && (from === null || time >= from) && (to === null || time < to);
