// @ts-check
/** What editors do to a text they reprint, and what makes another story of one; all by a fixed seed. */

/** @typedef {import('./read-texts.mjs').Article} Article */
/** @typedef {() => number} Random from 0 up to 1 */

const han = /\p{Script=Han}/u;

/**
 * Numbers from 0 to 1 that a text decides (FNV-1a into mulberry32).
 * @param {string} seed
 * @returns {Random}
 */
export function randomBy(seed) {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {Random} random
 * @returns {T[]}
 */
function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [/** @type {T} */ (copy[j]), /** @type {T} */ (copy[i])];
  }
  return copy;
}

/** @param {string} text */
function sentencesOf(text) {
  return text.split(/(?<=[.!?]["”’»]?\s+)|(?<=[。！？][”」』]?)|(?<=\n)/u).filter((sentence) => sentence.trim());
}

/**
 * Puts other words in the place of a share of them: a word of the same length in letters, in Chinese a pair of characters.
 * @param {string} text
 * @param {number} share
 * @param {readonly string[]} vocabulary of the same language
 * @param {Random} random
 */
export function replaceWords(text, share, vocabulary, random) {
  const other = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
  const unit =
    han.test(text) && !/[a-z]{4,} [a-z]{4,}/i.test(text.slice(0, 200)) ? /\p{Script=Han}{2}/gu : /\p{L}{3,}/gu;
  return text.replace(unit, (word) => (random() < share ? other() : word));
}

/**
 * @param {string} text
 * @param {number} share
 * @param {Random} random
 */
export function dropSentences(text, share, random) {
  return sentencesOf(text)
    .filter(() => random() >= share)
    .join('');
}

/**
 * Moves passages of three sentences about.
 * @param {string} text
 * @param {Random} random
 */
export function reorder(text, random) {
  const sentences = sentencesOf(text);
  const passages = [];
  for (let i = 0; i < sentences.length; i += 3) passages.push(sentences.slice(i, i + 3).join(''));
  return shuffled(passages, random).join('\n');
}

/** @param {string} text */
export function firstHalf(text) {
  const sentences = sentencesOf(text);
  let kept = '';
  for (const sentence of sentences) {
    if (kept.length + sentence.length / 2 > text.length / 2) break;
    kept += sentence;
  }
  return kept || text.slice(0, text.length / 2);
}

/**
 * Menus and teasers of a page around the text, as long as `share` of it.
 * @param {string} text
 * @param {readonly string[]} chrome
 * @param {number} share
 * @param {Random} random
 */
export function addChrome(text, chrome, share, random) {
  /** @type {string[]} */
  const lines = [];
  for (const line of shuffled(chrome, random)) {
    if (lines.join('').length >= share * text.length) break;
    lines.push(line);
  }
  const before = Math.floor(lines.length / 2);
  return [...lines.slice(0, before), text, ...lines.slice(before)].join('\n');
}

const months =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b/g;

/** @param {string} text */
export const figuresIn = (text) => text.match(/\d[\d.,]*\d/g) ?? [];

/**
 * The same report of another period: every figure of two digits and more is another, and so are the months.
 * @param {string} text
 * @param {Random} random
 */
export function otherFigures(text, random) {
  const digit = () => String(Math.floor(random() * 10));
  const names = months.source.slice(3, -3).split('|');
  return text
    .replace(/\d[\d.,]*\d/g, (number) => number.replace(/\d/g, digit))
    .replace(months, () => names[Math.floor(random() * 12)] ?? '');
}
