// @ts-check
/** The 108 queries, and what a scan of every text says their answers are. */

/** @typedef {'rare' | 'common' | 'two' | 'three' | 'prefix' | 'typo' | 'zh' | 'zh-two' | 'zh-cut'} Kind */
/** @typedef {{kind: Kind, words: string[]}} Query */
/** @typedef {import('./corpus.mjs').Story} Story */

export const kinds = /** @type {const} */ ([
  'rare',
  'common',
  'two',
  'three',
  'prefix',
  'typo',
  'zh',
  'zh-two',
  'zh-cut',
]);
const each = 12;

/** The words of a text, in a way of its own, so that what is measured is not its own judge. @param {string} text */
const wordsOf = (text) =>
  text
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter(Boolean);

/**
 * Queries out of the stories themselves, spread over the whole library.
 * @param {(n: number) => Story} story
 * @param {number} size
 * @returns {Query[]}
 */
export function makeQueries(story, size) {
  /** @type {Query[]} */
  const queries = [];
  const add = (/** @type {Kind} */ kind, /** @type {string[]} */ words) => queries.push({ kind, words });
  for (let i = 0; i < each; i++) {
    const step = Math.floor((size * (i + 0.5)) / each);
    const english = story(step - (step % 5) + (i % 4));
    const chinese = story(step - (step % 5) + 4);
    const words = [...new Set(wordsOf(english.text))];
    const byLength = [...words].sort((a, b) => b.length - a.length);
    const long = byLength.slice(0, 40);
    const counted = wordsOf(english.text);
    const often = words.toSorted((a, b) => times(counted, b) - times(counted, a));
    add('rare', [long[i] ?? '']);
    add('common', [often[i % 6] ?? '']);
    add('two', [often[i] ?? '', long[i + 12] ?? '']);
    add('three', [often[i] ?? '', often[i + 3] ?? '', often[i + 9] ?? '']);
    add('prefix', [(byLength[i + 20] ?? '').slice(0, 3 + (i % 3))]);
    const right = long[i + 5] ?? '';
    const at = 1 + ((i * 5) % (right.length - 2));
    add('typo', [i % 2 ? right.slice(0, at) + right.slice(at + 1) : `${right.slice(0, at)}q${right.slice(at + 1)}`]);
    const text = chinese.text.replace(/。/gu, '');
    const cut = (/** @type {number} */ length, /** @type {number} */ nth) =>
      text.slice((nth * 97 + i * 31) % (text.length - 8)).slice(0, length);
    add('zh', [cut(2, 1)]);
    add('zh-two', [cut(2, 3), cut(2, 7)]);
    add('zh-cut', [inSentence(chinese.text, 4, i)]);
  }
  return queries.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

const times = (/** @type {string[]} */ all, /** @type {string} */ word) => all.filter((one) => one === word).length;

/** So many characters of the n-th sentence that has them. @param {string} text @param {number} length @param {number} n */
function inSentence(text, length, n) {
  const sentences = text.split('。').filter((sentence) => sentence.length > length + n + 1);
  return (sentences[n % sentences.length] ?? '').slice(n + 1, n + 1 + length);
}

/**
 * The stories that answer each query, by a scan of all.
 * @param {(n: number) => Story} story
 * @param {number} size
 * @param {readonly Query[]} queries
 * @returns {{answers: Set<number>[], bytes: number}} `bytes` of all texts in UTF-8
 */
export function scan(story, size, queries) {
  const answers = queries.map(() => /** @type {Set<number>} */ (new Set()));
  /** @type {Map<string, number>} */
  const near = new Map();
  let bytes = 0;
  for (let n = 0; n < size; n++) {
    const { title, text, tags, site, chinese } = story(n);
    const all = `${title}\n${text}`;
    bytes += Buffer.byteLength(all);
    const words = new Set(wordsOf([all, ...tags, site].join('\n')));
    for (const [i, { kind, words: wanted }] of queries.entries()) {
      const [first = ''] = wanted;
      const found = kind.startsWith('zh')
        ? chinese && wanted.every((word) => all.includes(word))
        : kind === 'prefix'
          ? [...words].some((word) => word.startsWith(first))
          : kind === 'typo'
            ? isNear(words, first, near)
            : wanted.every((word) => words.has(word));
      if (found) answers[i]?.add(n);
    }
  }
  return { answers, bytes };
}

/** @param {Set<string>} words @param {string} typed @param {Map<string, number>} known */
function isNear(words, typed, known) {
  for (const word of words) {
    if (Math.abs(word.length - typed.length) > 1) continue;
    const key = `${typed} ${word}`;
    let errors = known.get(key);
    errors ??= oneError(typed, word) ? 1 : 2;
    known.set(key, errors);
    if (errors === 1) return true;
  }
  return false;
}

/** Whether one letter added, left out, replaced or swapped with its neighbour makes one of the other. @param {string} a @param {string} b */
function oneError(a, b) {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return Math.max(x.length, y.length) <= 1 || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
}

/**
 * @param {Set<number>} truth
 * @param {readonly number[]} found the best fifty
 */
export function judge(truth, found) {
  const right = found.filter((n) => truth.has(n)).length;
  return {
    recall: truth.size === 0 ? 1 : right / Math.min(50, truth.size),
    precision: found.length === 0 ? 1 : right / found.length,
  };
}
