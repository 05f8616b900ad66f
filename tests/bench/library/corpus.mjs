// @ts-check
/** A library of any size from one seed: English by word frequency, every fifth clip Chinese. Runs in Node and in pages. */

/** @typedef {{title: string, text: string, tags: string[], site: string, chinese: boolean, at: number}} Story */

const seed = 20_261_123;
const englishWords = 40_000;
const chineseWords = 30_000;
const topicWords = 12;
const sites = 300;
const tags = 200;
/** Exponent of word frequency. */
const exponent = 0.93;
const [firstDay, span] = [Date.UTC(2023, 0, 1), 3 * 365 * 86_400_000];

/**
 * Numbers from 0 to below 1 that are the same everywhere (mulberry32).
 * @param {number} from
 */
function randomFrom(from) {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Which letters begin English syllables, make them and end them, the frequent ones several times. */
const onsets = 't s c p d m b r l f st h n g w tr pr v br k sh ch cr pl th qu sp gr fl sc j str'.split(' ');
const cores = 'e a i o e a i u ea ou io ai ee oo y'.split(' ');
const codas = ['', '', '', 'n', 'r', 's', 't', 'l', 'd', 'ng', 'c', 'm', 'nt', 'st', 'll', 'ck', 'p', 'x'];

/** @param {() => number} random @param {number} syllables */
function makeWord(random, syllables) {
  const pick = (/** @type {string[]} */ of) => of[Math.floor(random() ** 1.6 * of.length)] ?? '';
  let word = '';
  for (let i = 0; i < syllables; i++) word += pick(onsets) + pick(cores) + (i === syllables - 1 ? pick(codas) : '');
  return word;
}

/** Sums of the frequencies of `count` words, for choosing by them. @param {number} count */
function frequencies(count) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += 1 / (i + 3) ** exponent;
    sums[i] = sum;
  }
  return sums;
}

/** @param {Float64Array} sums @param {number} at from 0 to 1 */
function choose(sums, at) {
  const wanted = at * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words by rank, the frequent ones short. @param {() => number} random */
function englishVocabulary(random) {
  /** @type {Set<string>} */
  const words = new Set();
  while (words.size < englishWords) {
    const rank = words.size;
    words.add(
      makeWord(random, rank < 150 ? 1 : rank < 4000 ? 1 + Math.round(random() * 1.3) : 2 + Math.round(random() * 2)),
    );
  }
  return [...words];
}

/** Words of one to four of the 3,755 commonest characters (GB 2312, level 1). @param {() => number} random */
function chineseVocabulary(random) {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  const characters = [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))];
  const order = characters.map((character) => ({ character, at: random() })).sort((a, b) => a.at - b.at);
  const sums = frequencies(order.length);
  /** @type {Set<string>} */
  const words = new Set();
  while (words.size < chineseWords) {
    const kind = random();
    const length = words.size < 60 ? 1 : kind < 0.72 ? 2 : kind < 0.9 ? 3 : 4;
    let word = '';
    for (let i = 0; i < length; i++) word += order[choose(sums, random())]?.character ?? '';
    words.add(word);
  }
  return [...words];
}

/** @returns {(n: number) => Story} the n-th story of the library */
export function createCorpus() {
  const random = randomFrom(seed);
  const [english, chinese] = [englishVocabulary(random), chineseVocabulary(random)];
  const [englishSums, chineseSums] = [frequencies(english.length), frequencies(chinese.length)];
  const [tagSums, siteSums] = [frequencies(tags), frequencies(sites)];
  return (n) => {
    const own = randomFrom(seed ^ Math.imul(n + 1, 0x9e3779b1));
    const isChinese = n % 5 === 4;
    const common = () => (isChinese ? chinese[choose(chineseSums, own())] : english[choose(englishSums, own())]);
    const topic = Array.from({ length: topicWords }, () => common() ?? '');
    const word = () => {
      const kind = own();
      if (kind < 0.1) return topic[Math.floor(own() * topicWords)] ?? '';
      if (kind < 0.13 && !isChinese) return makeWord(own, 3);
      return common() ?? '';
    };
    const sentences = [];
    const length = 450 + Math.floor(own() * 300);
    for (let words = 0; words < length; ) {
      const size = Math.min(length - words, 8 + Math.floor(own() * 16));
      const sentence = Array.from({ length: size }, word);
      sentences.push(isChinese ? `${sentence.join('')}。` : `${capital(sentence.join(' '))}.`);
      words += size;
    }
    const headline = Array.from({ length: isChinese ? 8 : 9 }, word);
    const site = choose(siteSums, own());
    return {
      title: isChinese ? headline.join('') : capital(headline.join(' ')),
      text: isChinese ? sentences.join('') : sentences.join(' '),
      tags: [...new Set(Array.from({ length: 1 + Math.floor(own() * 3) }, () => `tag ${choose(tagSums, own())}`))],
      site: `site${site}.example`,
      chinese: isChinese,
      at: firstDay + Math.floor(own() * span),
    };
  };
}

const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
