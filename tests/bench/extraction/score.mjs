// @ts-check
/**
 * How much of an article was found. Text: shingles of four words (a Han or kana character is a word), compared as
 * multisets; mean precision and mean recall over the pages, and the F1 of these two means.
 */

import { seeded } from '../../../scripts/lib/giant-page.mjs';

/** @typedef {import('./sets.mjs').Truth} Truth */
/** @typedef {import('./extractors.mjs').Prediction} Prediction */
/** @typedef {Record<string, number | null>} PageScore figures of one page; null where it takes no part */
/** @typedef {{value: number, low: number, high: number, pages: number}} Figure with its 95 % interval */

const shingle = 4;
const word = /[\p{L}\p{N}_]+/gu;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wideOrNot = new RegExp(`${wide.source}|[^${wide.source.slice(1)}+`, 'gu');

/**
 * @param {string} text
 * @param {boolean} splitsWide whether each Han and kana character counts as a word
 */
export function wordsOf(text, splitsWide) {
  const found = text.match(word) ?? [];
  return splitsWide ? found.flatMap((it) => (wide.test(it) ? (it.match(wideOrNot) ?? []) : it)) : found;
}

/** @param {readonly string[]} list */
export function bagOf(list) {
  /** @type {Map<string, number>} */
  const bag = new Map();
  const last = list.length === 0 ? 0 : Math.max(1, list.length - shingle + 1);
  for (let i = 0; i < last; i++) {
    const key = list.slice(i, i + shingle).join(' ');
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

/**
 * @param {string} truth
 * @param {string} text
 * @param {boolean} splitsWide
 * @returns {PageScore}
 */
function scoreText(truth, text, splitsWide) {
  const [wanted, given] = [truth, text].map((it) => bagOf(wordsOf(it, splitsWide)));
  const size = (/** @type {Map<string, number>} */ bag) => [...bag.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [key, n] of wanted ?? []) shared += Math.min(n, given?.get(key) ?? 0);
  const [all, found] = [size(wanted ?? new Map()), size(given ?? new Map())];
  return { precision: found ? shared / found : null, recall: all ? shared / all : null };
}

/** @param {string | null | undefined} text */
const plain = (text) => wordsOf((text ?? '').normalize('NFKC').toLowerCase(), true).join(' ');
const day = 86_400_000;

/** @param {string | null | undefined} written */
function dayOf(written) {
  const match = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(written ?? '');
  if (match) return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const time = Date.parse(written ?? '');
  return Number.isNaN(time) ? null : Math.floor(time / day) * day;
}

/**
 * @param {Truth} truth
 * @param {Prediction} given
 * @returns {PageScore}
 */
function scoreMetadata(truth, given) {
  const authors = (truth.authors ?? []).map(plain).filter(Boolean);
  const byline = ` ${plain(given.author)} `;
  const [wanted, found] = [dayOf(truth.date), dayOf(given.date)];
  const share = (/** @type {readonly boolean[]} */ list) => list.filter(Boolean).length / list.length;
  return {
    title: truth.title ? Number(plain(truth.title) === plain(given.title)) : null,
    authors: authors.length ? share(authors.map((author) => byline.includes(` ${author} `))) : null,
    // A time zone may move it by a day.
    date: wanted === null ? null : Number(found !== null && Math.abs(wanted - found) <= day),
    outlet: truth.source ? Number(isNamed(plain(truth.source), plain(given.source))) : null,
  };
}

/** One of two names of an outlet may be the longer one. */
function isNamed(/** @type {string} */ wanted, /** @type {string} */ given) {
  return given !== '' && (given.includes(wanted) || wanted.includes(given));
}

/**
 * Sums, not shares: they are added up over all pages.
 * @param {Truth} truth
 * @param {Prediction} given
 * @returns {PageScore}
 */
function scoreSnippets(truth, given) {
  const norm = (/** @type {string} */ text) => text.replace(/\s+/gu, ' ').trim();
  const text = norm(given.text);
  const count = (/** @type {string[] | undefined} */ list) =>
    (list ?? []).filter((it) => text.includes(norm(it))).length;
  if (!truth.with?.length && !truth.without?.length) return {};
  return { hit: count(truth.with), wanted: truth.with?.length ?? 0, noise: count(truth.without) };
}

/**
 * Pictures are the same when their files have the same name; a caption is kept when its words stand in the article.
 * @param {Truth} truth
 * @param {Prediction} given
 * @returns {PageScore}
 */
function scoreImages(truth, given) {
  const images = truth.images ?? [];
  if (images.length === 0) return {};
  const kept = given.images.map(({ url }) => fileName(url));
  const whole = given.images.map(({ url }) => decoded(url)).join(' ');
  const isKept = (/** @type {import('./sets.mjs').TrueImage} */ image) =>
    (image.urls ?? [image.url ?? '']).some((url) => {
      const name = fileName(url);
      return name !== '' && (kept.includes(name) || (name.length >= 12 && whole.includes(name)));
    });
  const covers = images.filter(({ cover }) => cover);
  const others = images.filter(({ cover }) => !cover);
  const captions = images.map(({ caption }) => plain(caption)).filter(Boolean);
  const shown = plain(given.everything);
  return {
    covers: covers.length,
    coversKept: covers.filter(isKept).length,
    others: others.length,
    othersKept: others.filter(isKept).length,
    captions: captions.length,
    captionsKept: captions.filter((caption) => shown.includes(caption)).length,
  };
}

/** @param {string} url */
function decoded(url) {
  try {
    return decodeURIComponent(url).toLowerCase();
  } catch {
    return url.toLowerCase();
  }
}

/** @param {string} url */
function fileName(url) {
  return decoded(
    url
      .replace(/[?#].*$/u, '')
      .replace(/\/+$/u, '')
      .replace(/^.*\//u, ''),
  );
}

/**
 * @param {Truth} truth
 * @param {Prediction} given
 * @param {{splitsWide: boolean}} options
 * @returns {PageScore}
 */
export function scorePage(truth, given, { splitsWide }) {
  return {
    ...(typeof truth.text === 'string' && scoreText(truth.text, given.text, splitsWide)),
    ...scoreSnippets(truth, given),
    ...scoreMetadata(truth, given),
    ...scoreImages(truth, given),
  };
}

/** How each figure comes from the scores of the pages. */
const figures = /** @type {Record<string, (pages: readonly PageScore[]) => number | null>} */ ({
  'text F1': (pages) => harmonic(mean(pages, 'precision'), mean(pages, 'recall')),
  'text precision': (pages) => mean(pages, 'precision'),
  'text recall': (pages) => mean(pages, 'recall'),
  'snippets F1': (pages) => harmonic(snippetPrecision(pages), ratio(pages, 'hit', 'wanted')),
  'snippets precision': snippetPrecision,
  'snippets recall': (pages) => ratio(pages, 'hit', 'wanted'),
  title: (pages) => mean(pages, 'title'),
  authors: (pages) => mean(pages, 'authors'),
  date: (pages) => mean(pages, 'date'),
  outlet: (pages) => mean(pages, 'outlet'),
  'cover kept': (pages) => ratio(pages, 'coversKept', 'covers'),
  'other images kept': (pages) => ratio(pages, 'othersKept', 'others'),
  'captions kept': (pages) => ratio(pages, 'captionsKept', 'captions'),
});

/** @param {readonly PageScore[]} pages */
function snippetPrecision(pages) {
  const [hit, noise] = [sum(pages, 'hit'), sum(pages, 'noise')];
  return pages.some((page) => page.hit !== undefined) ? hit / Math.max(1, hit + noise) : null;
}

/** @param {number | null} a @param {number | null} b */
function harmonic(a, b) {
  if (a === null || b === null) return null;
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

/** @param {readonly PageScore[]} pages @param {string} name */
function mean(pages, name) {
  const values = pages.flatMap((page) => page[name] ?? []);
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

/** @param {readonly PageScore[]} pages @param {string} name */
function sum(pages, name) {
  return pages.reduce((total, page) => total + (page[name] ?? 0), 0);
}

/** @param {readonly PageScore[]} pages @param {string} part @param {string} whole */
function ratio(pages, part, whole) {
  const all = sum(pages, whole);
  return all === 0 ? null : sum(pages, part) / all;
}

/**
 * Every figure that these pages have, with the 95 % interval of a bootstrap over pages.
 * @param {readonly PageScore[]} pages
 * @param {number} samples
 * @returns {Record<string, Figure>}
 */
export function summarize(pages, samples = 500) {
  const next = seeded(1);
  const names = Object.keys(figures).filter((name) => figures[name]?.(pages) !== null);
  /** @type {Record<string, number[]>} */
  const spread = Object.fromEntries(names.map((name) => [name, []]));
  for (let i = 0; i < samples; i++) {
    const pick = pages.map(() => /** @type {PageScore} */ (pages[Math.floor(next() * pages.length)]));
    for (const name of names) spread[name]?.push(figures[name]?.(pick) ?? 0);
  }
  return Object.fromEntries(
    names.map((name) => {
      const sorted = (spread[name] ?? []).sort((a, b) => a - b);
      const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
      const value = figures[name]?.(pages) ?? 0;
      return [name, { value, low: at(0.025), high: at(0.975), pages: pages.length }];
    }),
  );
}

/**
 * The pages that cost a figure most, the worst first; none that has all of it.
 * @template {{score: PageScore}} Scored
 * @param {string} figure
 * @param {readonly Scored[]} pages
 * @param {number} count
 * @returns {(Scored & {value: number})[]}
 */
export function worstPages(figure, pages, count) {
  return pages
    .map((page) => ({ ...page, value: figures[figure]?.([page.score]) ?? 1 }))
    .filter(({ value }) => value < 1)
    .sort((a, b) => a.value - b.value)
    .slice(0, count);
}
