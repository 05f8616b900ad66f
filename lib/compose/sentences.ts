/** Paragraphs and sentences of a text, English and Chinese: what excerpts are cut from and quotes are chosen from. */

/** An end that only looks like one: titles, companies, months, and single initials. */
const abbreviation =
  /(?:^|[\s("“‘])(?:mr|mrs|ms|dr|prof|sr|jr|st|co|corp|inc|ltd|no|vs|etc|e\.g|i\.e|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.$/iu;
const initials = /(?:^|[\s(])(?:[a-z]\.){2,}$/iu;
const latinEnd = /[.!?…]+["'”’)\]]*\s+(?=["'“‘(]*[\p{Lu}\p{N}\p{Script=Han}])/gu;
const chineseEnd = /[。！？!?…]+[”’」』）》"]*(?=\s*[^\s”’」』）》"])/gu;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Whether a text is counted in characters (Chinese, Japanese) and not in words. */
export function isCountedInCharacters(text: string): boolean {
  const start = text.slice(0, 2000);
  return (start.match(han)?.length ?? 0) * 3 > start.replace(/\s/gu, '').length;
}

/** The paragraphs of plain text, trimmed, without empty ones. */
export function splitParagraphs(text: string): string[] {
  return text
    .split(/\n+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

/** The sentences of a paragraph in order; together they are the paragraph but for white space between them. */
export function splitSentences(paragraph: string): string[] {
  const ends = [...endsOf(paragraph)].sort((a, b) => a - b);
  const sentences: string[] = [];
  let start = 0;
  for (const end of [...ends, paragraph.length]) {
    const sentence = paragraph.slice(start, end).trim();
    if (sentence) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

function endsOf(paragraph: string): Set<number> {
  const ends = new Set<number>();
  for (const match of paragraph.matchAll(latinEnd)) {
    const before = paragraph.slice(Math.max(0, match.index - 12), match.index + 1);
    if (!abbreviation.test(before) && !initials.test(before)) ends.add(match.index + match[0].length);
  }
  for (const match of paragraph.matchAll(chineseEnd)) {
    const after = paragraph.charAt(match.index + match[0].length);
    const full = /[。！？]/u.test(match[0]);
    if (full || /\p{Script=Han}/u.test(after)) ends.add(match.index + match[0].length);
  }
  return ends;
}

/** How long an excerpt may be: a short paragraph. */
const longestExcerpt = { words: 60, characters: 120 };

/**
 * The opening of a text, cut between sentences: at most 60 words, or 120 characters of Chinese or Japanese, and no more
 * than `most` (0 to 1) of the text. There is always a first sentence; one beyond the 60 words is cut between words and
 * ends in `…`.
 */
export function cutExcerpt(text: string, most = 1): string {
  const byCharacters = isCountedInCharacters(text);
  const sizeOf = (part: string) => (byCharacters ? part.replace(/\s/gu, '').length : part.split(/\s+/u).length);
  const limit = byCharacters ? longestExcerpt.characters : longestExcerpt.words;
  let excerpt = '';
  for (const sentence of splitParagraphs(text).flatMap(splitSentences)) {
    const joiner = !excerpt || byCharacters ? '' : ' ';
    const size = sizeOf(excerpt + joiner + sentence);
    if (!excerpt && size > limit) return cutSentence(sentence, limit, byCharacters);
    if (excerpt && size > Math.min(limit, sizeOf(text) * most)) return excerpt;
    excerpt += joiner + sentence;
  }
  return excerpt;
}

function cutSentence(sentence: string, limit: number, byCharacters: boolean): string {
  if (!byCharacters) {
    const words = sentence.split(/\s+/u).slice(0, limit).join(' ');
    return `${words.replace(/[\s,;:–—-]+$/u, '')} …`;
  }
  const cut = [...sentence].slice(0, limit).join('');
  const clause = cut.search(/[，；：、][^，；：、]*$/u);
  return `${clause > limit / 2 ? cut.slice(0, clause) : cut}……`;
}

/** A paragraph of a source and the sentences in it, each of which can be quoted. */
export type QuoteCandidate = { paragraph: string; sentences: string[] };

/** What can be quoted of a text, in order. */
export function quoteCandidates(text: string): QuoteCandidate[] {
  return splitParagraphs(text).map((paragraph) => ({ paragraph, sentences: splitSentences(paragraph) }));
}
