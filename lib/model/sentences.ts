/** Where paragraphs and sentences of a text end, in English and Chinese. */

/** An end that only looks like one: titles, companies, months, and single initials. */
const abbreviation =
  /(?:^|[\s("“‘])(?:mr|mrs|ms|dr|prof|sr|jr|st|co|corp|inc|ltd|no|vs|etc|e\.g|i\.e|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.$/iu;
const initials = /(?:^|[\s(])(?:[a-z]\.){2,}$/iu;
const latinEnd = /[.!?…]+["'”’)\]]*\s+(?=["'“‘(]*[\p{Lu}\p{N}\p{Script=Han}])/gu;
const chineseEnd = /[。！？!?…]+[”’」』）》"]*(?=\s*[^\s”’」』）》"])/gu;

/** The paragraphs of plain text, trimmed, without empty ones. */
export function splitParagraphs(text: string): string[] {
  return text
    .split(/\n+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

/** The sentences of a paragraph in order; together they are the paragraph but for white space between them. */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const end of sentenceEnds(paragraph)) {
    const sentence = paragraph.slice(start, end).trim();
    if (sentence) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

/** Where the sentences of a paragraph end, rising, white space behind them included; the last is the paragraph's length. */
export function sentenceEnds(paragraph: string): number[] {
  const ends = new Set<number>([paragraph.length]);
  for (const match of paragraph.matchAll(latinEnd)) {
    const before = paragraph.slice(Math.max(0, match.index - 12), match.index + 1);
    if (!abbreviation.test(before) && !initials.test(before)) ends.add(match.index + match[0].length);
  }
  for (const match of paragraph.matchAll(chineseEnd)) {
    const after = paragraph.charAt(match.index + match[0].length);
    const full = /[。！？]/u.test(match[0]);
    if (full || /\p{Script=Han}/u.test(after)) ends.add(match.index + match[0].length);
  }
  return [...ends].sort((a, b) => a - b);
}
