// @ts-check
/**
 * Same story: how many reprints are found, and how many of those found are reprints. Real articles are rewritten as
 * editors do and looked for among all originals of one half of the pages; the other half chose the parameters.
 */
import { performance } from 'node:perf_hooks';
import * as OpenCC from 'opencc-js';
import { runnerImport } from 'vite';
import { halfOf, readArticles } from './same-story/read-texts.mjs';
import * as rewrite from './same-story/rewrite.mjs';

/** @typedef {import('./same-story/read-texts.mjs').Article} Article */
/** @typedef {import('../../scripts/bench.mjs').Row} Row */
/** @typedef {import('../../lib/story/same-story').StoryRules} StoryRules */
/** @typedef {import('../../lib/story/shingles').StoryText} StoryText */
/** @typedef {{kind: string, language: string, text: string, of: string | null}} Case `of`: the original that is to be found; null for none */

const toTraditional = OpenCC.Converter({ from: 'cn', to: 'twp' });

/**
 * @param {import('../../scripts/bench.mjs').BenchOptions} options
 * @returns {Promise<Row[]>}
 */
export async function run({ data }) {
  if (!data) throw new Error('same-story needs --data: a folder of sets, each with truth.json and html/');
  const story = await loadStory();
  const articles = readArticles(data).filter((article) => halfOf(article) === 'report');
  const { library, cases, signMs } = prepare(story, articles);
  const result = judge(story, library, cases, story.storyRules);
  const half = `${articles.length} articles, held-out half`;
  return [
    {
      name: 'precision',
      value: 100 * result.precision,
      unit: '%',
      note: `${result.wrong} wrong of ${result.right + result.wrong} found; ${half}`,
    },
    { name: 'recall', value: 100 * result.recall, unit: '%', note: `${result.right} of ${result.expected} reprints` },
    ...[...result.kinds].map(([kind, of]) => describe(kind, of)),
    { name: 'sign one text (p50)', value: quantile(signMs, 0.5), unit: 'ms' },
    { name: 'sign one text (p95)', value: quantile(signMs, 0.95), unit: 'ms' },
    { name: 'candidates compared for one text', value: result.compared, unit: '', note: 'mean' },
  ];
}

/**
 * @param {string} kind
 * @param {{found: number, of: number, wrong: number}} figures
 * @returns {Row}
 */
function describe(kind, { found, of, wrong }) {
  if (of === 0) return { name: `  ${kind}`, value: wrong, unit: '', note: 'wrongly taken for one story' };
  return {
    name: `  ${kind}`,
    value: (100 * found) / of,
    unit: '%',
    note: `${found} of ${of}${wrong ? `, ${wrong} wrong` : ''}`,
  };
}

export async function loadStory() {
  const at = (/** @type {string} */ file) => runnerImport(new URL(`../../lib/${file}`, import.meta.url).pathname);
  const [shingles, same, fold] = await Promise.all([
    at('story/shingles.ts'),
    at('story/same-story.ts'),
    at('search/fold.ts'),
  ]);
  return /** @type {typeof import('../../lib/story/shingles') & typeof import('../../lib/story/same-story') & typeof import('../../lib/search/fold')} */ ({
    ...shingles.module,
    ...same.module,
    ...fold.module,
  });
}

/**
 * @param {Awaited<ReturnType<typeof loadStory>>} story
 * @param {Article[]} articles
 */
export function prepare(story, articles) {
  /** @type {number[]} */
  const signMs = [];
  const read = (/** @type {string} */ text) => {
    const before = performance.now();
    const made = story.readStory(text, story.foldForSearch);
    signMs.push(performance.now() - before);
    return made;
  };
  const library = new Map(articles.map((article) => [article.id, read(article.text)]));
  const cases = articles
    .flatMap((article) => casesOf(article, articles))
    .map((one) => ({ ...one, story: read(one.text) }));
  return { library, cases, signMs };
}

/**
 * @param {Article} article
 * @param {Article[]} all
 * @returns {Case[]}
 */
function casesOf(article, all) {
  const { id, text, language } = article;
  const random = rewrite.randomBy(id);
  const words = vocabularyOf(language, all);
  const others = all.filter((other) => other !== article && other.language === language && other.chrome.length > 5);
  const chrome = others[Math.floor(random() * others.length)]?.chrome ?? [];
  const own = article.chrome;
  const words15 = rewrite.replaceWords(text, 0.15, words, random);
  const cut = rewrite.firstHalf(text);
  /** @type {[string, string][]} */
  const reprints = [
    ['another headline', `${others[0]?.title ?? ''}\n${text}`],
    ['15 % of words replaced', words15],
    ['25 % of sentences left out', rewrite.dropSentences(text, 0.25, random)],
    ['passages re-ordered', rewrite.reorder(text, random)],
    ['first half', cut],
    ['boilerplate added (30 %)', rewrite.addChrome(text, chrome, 0.3, random)],
    [
      'first half, 10 % of words, boilerplate',
      rewrite.addChrome(rewrite.replaceWords(cut, 0.1, words, random), chrome, 0.2, random),
    ],
    [
      '15 % of sentences, 10 % of words, order',
      rewrite.reorder(rewrite.dropSentences(rewrite.replaceWords(text, 0.1, words, random), 0.15, random), random),
    ],
  ];
  if (language === 'zh')
    reprints.push(
      ['the other Chinese script', toTraditional(text)],
      ['the other script, first half', toTraditional(cut)],
    );
  /** @type {Case[]} */
  const cases = reprints.map(([kind, rewritten]) => ({ kind, language, text: rewritten, of: id }));
  // Another story of the same site: this page's menus and teasers around a text that is not in the library.
  const stranger = others[Math.floor(random() * others.length)];
  if (stranger && own.length > 5) {
    const half = rewrite.replaceWords(stranger.text, 0.7, words, random);
    cases.push({
      kind: 'not: same boilerplate, other text',
      language,
      text: rewrite.addChrome(half, own, 0.4, random),
      of: null,
    });
  }
  if (rewrite.figuresIn(text).length >= 4)
    cases.push({
      kind: 'not: same release, other figures',
      language,
      text: rewrite.otherFigures(text, random),
      of: null,
    });
  return cases;
}

/** @type {Map<string, string[]>} */
const vocabularies = new Map();

/**
 * @param {string} language
 * @param {Article[]} all
 */
function vocabularyOf(language, all) {
  const known = vocabularies.get(language);
  if (known) return known;
  const unit = language === 'zh' ? /\p{Script=Han}{2}/gu : /\p{L}{3,}/gu;
  const words = all
    .filter((article) => article.language === language)
    .flatMap((article) => article.text.match(unit) ?? []);
  vocabularies.set(language, words);
  return words;
}

/**
 * @param {Awaited<ReturnType<typeof loadStory>>} story
 * @param {Map<string, StoryText>} library
 * @param {(Case & {story: StoryText})[]} cases
 * @param {StoryRules} rules
 */
export function judge(story, library, cases, rules) {
  /** @type {Map<number, string[]>} */
  const index = new Map();
  for (const [id, text] of library)
    for (const key of story.storyKeys(text, rules)) index.set(key, [...(index.get(key) ?? []), id]);
  /** @type {Map<string, {found: number, of: number, wrong: number}>} */
  const kinds = new Map();
  let compared = 0;
  const find = (/** @type {StoryText} */ text) => {
    const candidates = new Set(story.storyKeys(text, rules).flatMap((key) => index.get(key) ?? []));
    compared += candidates.size;
    return [...candidates].filter((id) => story.likeness(text, /** @type {StoryText} */ (library.get(id)), rules) > 0);
  };
  for (const one of cases) {
    const figures = kinds.get(one.kind) ?? { found: 0, of: 0, wrong: 0 };
    kinds.set(one.kind, figures);
    const found = find(one.story);
    if (one.of) figures.of++;
    if (one.of && found.includes(one.of)) figures.found++;
    figures.wrong += found.filter((id) => id !== one.of).length;
  }
  // Every original against every other: articles of one site, one day, one topic.
  const natural = { found: 0, of: 0, wrong: 0 };
  for (const [id, text] of library) natural.wrong += find(text).filter((other) => other !== id).length;
  kinds.set('not: the originals among themselves', natural);
  const sum = (/** @type {'found' | 'of' | 'wrong'} */ what) =>
    [...kinds.values()].reduce((all, kind) => all + kind[what], 0);
  const [right, wrong, expected] = [sum('found'), sum('wrong'), sum('of')];
  return {
    kinds,
    right,
    wrong,
    expected,
    precision: right / (right + wrong),
    recall: right / expected,
    compared: compared / (cases.length + library.size),
  };
}

/**
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}
