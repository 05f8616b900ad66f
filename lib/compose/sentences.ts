/** What excerpts are cut from and quotes are chosen from: the sentences of a text, English and Chinese. */
import { splitParagraphs, splitSentences } from '../model/sentences';

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Whether a text is counted in characters (Chinese, Japanese) and not in words. */
export function isCountedInCharacters(text: string): boolean {
  const start = text.slice(0, 2000);
  return (start.match(han)?.length ?? 0) * 3 > start.replace(/\s/gu, '').length;
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
