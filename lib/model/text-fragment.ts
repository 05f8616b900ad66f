/** Addresses of words on a page: text fragments, by https://wicg.github.io/scroll-to-text-fragment/. */

/** The words around a quote, where they are known. */
export type QuoteContext = { prefix: string; suffix: string };

type Span = { start: number; end: number };
/** The parts of a text directive, unencoded. */
type Directive = { prefix: string; start: string; end: string; suffix: string };

/** Longer passages are named by their first and last words; a page's browser need not find all of it. */
const longestExact = 200;
/** Words of less weight are said more than once on a page with menus and teasers: they get context. */
const shortest = 24;

/**
 * `url` with the place of `quote` in it, so that a browser goes to the words and marks them. `text` is the page's text
 * with one block on a line; `context` tells the quote from the same words elsewhere. Without the quote in the text the
 * address comes back as it was.
 */
export function linkToText(url: string, quote: string, text: string, context?: QuoteContext): string {
  const flat = flatten(text);
  const span = findQuote(flat.text, squeeze(quote), context);
  if (!span || !URL.canParse(url)) return url;
  const directive = directiveFor(flat, toWords(flat, span));
  const [address = '', hash = ''] = url.split(/#(.*)/su);
  return `${address}#${hash.replace(/:~:.*$/su, '')}:~:text=${write(directive)}`;
}

/** A text directive as the fragment has it; its parts are percent-encoded, also `-`, `,` and `&`, which part them. */
function write({ prefix, start, end, suffix }: Directive): string {
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return parts.filter(Boolean).join(',');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[-!'()*_.~]/gu, (sign) =>
    sign === '_' || sign === '.' ? sign : `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A text on one line, with the places at which a new block begins. */
type Flat = { text: string; breaks: number[] };

function flatten(text: string): Flat {
  const breaks: number[] = [];
  let flat = '';
  for (const line of text.split('\n').map(squeeze)) {
    if (!line) continue;
    if (flat) flat += ' ';
    breaks.push(flat.length);
    flat += line;
  }
  return { text: flat, breaks };
}

/** Where the quote stands: of several places the one whose surroundings are most like the context. */
function findQuote(text: string, quote: string, context?: QuoteContext): Span | null {
  if (!quote) return null;
  const [before, after] = [squeeze(context?.prefix ?? ''), squeeze(context?.suffix ?? '')];
  let best: Span | null = null;
  let bestScore = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const score = commonEnd(text.slice(0, at).trimEnd(), before) + commonStart(text.slice(end).trimStart(), after);
    if (score > bestScore) [best, bestScore] = [{ start: at, end }, score];
  }
  return best;
}

function commonStart(a: string, b: string): number {
  let count = 0;
  while (count < b.length && a[count] === b[count]) count++;
  return count;
}

function commonEnd(a: string, b: string): number {
  let count = 0;
  while (count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}

/** Browsers find whole words only: a quote that begins or ends within one is widened to it. */
function toWords(flat: Flat, { start, end }: Span): Span {
  const first = wordsAround(flat, start).find((word) => word.start < start && start < word.end);
  const last = wordsAround(flat, end).find((word) => word.start < end && end < word.end);
  return { start: first?.start ?? start, end: last?.end ?? end };
}

/** Characters to either side in which words are looked at. */
const reach = 120;

/** The words of the block around a place, near it. */
function wordsAround({ text, breaks }: Flat, at: number): Span[] {
  const from = breaks.findLast((place) => place <= at) ?? 0;
  const to = breaks.find((place) => place > at) ?? text.length;
  return wordsIn(text, { start: Math.max(from, at - reach), end: Math.min(to, at + reach) });
}

function wordsIn(text: string, { start, end }: Span): Span[] {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(start, end));
  return [...words].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: start + index, end: start + index + segment.length }] : [],
  );
}

/** The shortest directive that a browser, which takes the first match, finds at the very span. */
function directiveFor(flat: Flat, span: Span): Directive {
  const { text, breaks } = flat;
  const isOneBlock = !breaks.some((place) => place > span.start && place < span.end);
  const exact = text.slice(span.start, span.end);
  const isWhole = isOneBlock && exact.length <= longestExact;
  const sizes = isWhole ? [0] : [4, 8, 16];
  const contexts = isWhole && weight(exact) < shortest ? [3, 6, 12, 24] : [0, 3, 6, 12, 24];
  let directive: Directive = { prefix: '', start: exact, end: '', suffix: '' };
  for (const count of contexts) {
    for (const size of sizes) {
      const ends = isWhole ? { start: exact, end: '' } : endsOf(flat, span, size);
      directive = { ...ends, prefix: before(flat, span.start, count), suffix: after(flat, span.end, count) };
      const found = firstMatch(text, directive);
      if (found && found.start === span.start && found.end === span.end) return directive;
    }
  }
  return directive;
}

/** Letters by what they tell: a Chinese one is worth several of an alphabet. */
function weight(text: string): number {
  return text.length + 3 * (text.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0);
}

/** The first and the last words of a passage, each within one block. */
function endsOf({ text, breaks }: Flat, span: Span, count: number): { start: string; end: string } {
  const firstEnd = Math.min(breaks.find((place) => place > span.start) ?? text.length, span.end);
  const lastStart = Math.max(breaks.findLast((place) => place < span.end) ?? 0, span.start);
  const first = wordsIn(text, { start: span.start, end: firstEnd });
  const last = wordsIn(text, { start: lastStart, end: span.end });
  const head = first[Math.min(count, first.length) - 1]?.end ?? firstEnd;
  const tail = last.at(-count)?.start ?? last[0]?.start ?? lastStart;
  return { start: text.slice(span.start, head).trim(), end: text.slice(Math.max(head, tail), span.end).trim() };
}

/** The words before a place, of one block; those of the block before where a block begins here. */
function before({ text, breaks }: Flat, at: number, count: number): string {
  const end = text.slice(0, at).trimEnd().length;
  if (count === 0 || end === 0) return '';
  const from = breaks.findLast((place) => place < end) ?? 0;
  const words = wordsIn(text, { start: from, end });
  return text.slice(words.at(-count)?.start ?? from, end).trim();
}

function after({ text, breaks }: Flat, at: number, count: number): string {
  const start = at + (text.slice(at).length - text.slice(at).trimStart().length);
  if (count === 0 || start >= text.length) return '';
  const to = breaks.find((place) => place > start) ?? text.length;
  const words = wordsIn(text, { start, end: to });
  return text.slice(start, words[count - 1]?.end ?? to).trim();
}

/** What a browser finds: the first place at which everything agrees, capitals or not. */
function firstMatch(full: string, directive: Directive): Span | null {
  const text = full.toLowerCase();
  const { prefix, start, end, suffix } = lowered(directive);
  if (text.length !== full.length) return null;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (prefix && !text.slice(0, at).trimEnd().endsWith(prefix)) continue;
    let from = at + start.length;
    if (!end) {
      if (!suffix || text.slice(from).trimStart().startsWith(suffix)) return { start: at, end: from };
      continue;
    }
    for (let last = text.indexOf(end, from); last >= 0; last = text.indexOf(end, from)) {
      from = last + end.length;
      if (!suffix || text.slice(from).trimStart().startsWith(suffix)) return { start: at, end: from };
    }
  }
  return null;
}

function lowered({ prefix, start, end, suffix }: Directive): Directive {
  const lower = (part: string) => part.toLowerCase();
  return { prefix: lower(prefix), start: lower(start), end: lower(end), suffix: lower(suffix) };
}
