/**
 * Runs inside a page: marks words, changes the page, and looks whether they are found where they are now. Bundled by
 * `anchoring.mjs`.
 */
import { condense, makeSearchable } from '../../../lib/annotate/dense-text';
import { describeSpan } from '../../../lib/annotate/describe';
import { readForAnnotations } from '../../../lib/annotate/find-annotation';
import { createPageHighlights } from '../../../lib/annotate/page/page-highlights';
import { watchPageText } from '../../../lib/annotate/page/page-text';
import { rangesOf, type Span, spanOf, trim } from '../../../lib/annotate/ranges';
import { readText } from '../../../lib/annotate/text-model';
import { extractArticle } from '../../../lib/extract/extract-article';
import { type AnnotationId, highlightColours, type TextSelectors } from '../../../lib/model/annotation';
import type { PageHighlight } from '../../../lib/model/requests';
import { changes, type Random } from './changes';
import { type Counts, isTwin, missed, none, overlap } from './judge';
import { markSpans, type Truth, takeMarks } from './marks';
import { peers } from './peers';

/** Words that ours did not find, or found elsewhere. */
export type Miss = {
  change: string;
  kind: keyof Counts;
  quote: TextSelectors['quote'];
  found: string | null;
  truth: string | null;
};
export type Outcome = { counts: Record<string, Record<string, Counts>>; misses: Miss[] };

/** Each change to this page, and how many of `count` selections each finder found again. */
export async function findAgain(
  seed: number,
  count: number,
  strangers: string[],
  withPeers: boolean,
): Promise<Outcome> {
  const random = makeRandom(seed);
  const source = copyOf(document);
  const draft = extractArticle(copyOf(document), { now: () => 0 });
  const reader = parse(draft.html);
  const spans = chooseSpans(readText(source.body).text, condense(readText(reader.body).text).dense, count, random);
  const outcome: Outcome = { counts: {}, misses: [] };
  const others = withPeers ? Object.entries(peers) : [];
  const note: Note = (change, by, kind, miss) => {
    const ofChange = outcome.counts[change] ?? {};
    outcome.counts[change] = ofChange;
    const counts = ofChange[by] ?? { ...none };
    ofChange[by] = counts;
    counts[kind]++;
    if (by === 'ours' && !['right', 'twin', 'orphaned', 'copied'].includes(kind))
      outcome.misses.push({ change, kind, ...miss });
  };
  for (const [name, change] of Object.entries(changes)) {
    const after = copyOf(source);
    markSpans(after.body, spans);
    const root = name === 'page to clip' ? parse(extractArticle(after, { now: () => 0 }).html).body : after.body;
    change(root, { random, strangers });
    await judge(name, source.body, spans, root, name.startsWith('inside') ? 0.8 : 1, note, others);
  }
  await judgeWayBack(source, spans, note, others);
  return outcome;
}

type Peers = [string, (typeof peers)[string]][];
type Note = (change: string, by: string, kind: keyof Counts, miss: Omit<Miss, 'change' | 'kind'>) => void;

/** From the clip to the page: words selected in the reader are looked for in the page they came from. */
async function judgeWayBack(source: Document, spans: readonly Span[], note: Note, others: Peers): Promise<void> {
  const marked = copyOf(source);
  markSpans(marked.body, spans);
  const reader = parse(extractArticle(marked, { now: () => 0 }).html).body;
  const inReader = takeMarks(reader, spans.length);
  const page = copyOf(source).body;
  const dense = makeSearchable(readText(page).text);
  const kept = spans.flatMap((span, at) => {
    const place = inReader[at];
    return place && place !== 'broken'
      ? [{ place, truth: { start: dense.toDense(span.start), end: dense.toDense(span.end) } }]
      : [];
  });
  const full = makeSearchable(readText(reader).text);
  const places = kept.map(({ place }) => ({ start: full.toFull(place.start), end: full.toFull(place.end - 1) + 1 }));
  await compare(
    'clip to page',
    reader,
    places,
    page,
    kept.map(({ truth }) => truth),
    1,
    note,
    others,
  );
}

async function judge(
  name: string,
  before: Element,
  spans: readonly Span[],
  after: Element,
  share: number,
  note: Note,
  others: Peers,
) {
  const truths = takeMarks(after, spans.length);
  await compare(name, before, spans, after, truths, share, note, others);
}

/** `truths` are places in the dense text of `after`; null for words that are gone. */
async function compare(
  change: string,
  before: Element,
  spans: readonly Span[],
  after: Element,
  truths: readonly Truth[],
  share: number,
  note: Note,
  others: Peers,
): Promise<void> {
  const from = readText(before);
  const searched = readForAnnotations(after);
  const to = searched.model;
  const text = makeSearchable(to.text, to.borders);
  for (const [at, span] of spans.entries()) {
    const truth = truths[at];
    if (truth === 'broken') continue;
    // Words that something came between, or that went to two places, are no longer the words that were marked.
    const words = condense(from.text.slice(span.start, span.end)).dense;
    if (truth && share === 1 && truth.end - truth.start !== words.length) continue;
    const selectors = describeSpan(from, span);
    const tell = (by: string, found: Span | null) => {
      const dense = found && { start: text.toDense(found.start), end: text.toDense(found.end) };
      const isRight = dense && truth && overlap(dense, truth) >= share;
      const said = dense && text.dense.slice(dense.start, dense.end);
      const kind = isRight ? 'right' : dense && isTwin(text, dense, selectors) ? 'twin' : missed(words, said, truth);
      note(change, by, kind, {
        quote: selectors.quote,
        found: said,
        truth: truth ? text.dense.slice(truth.start, truth.end) : null,
      });
    };
    tell('ours', searched.find(selectors));
    for (const [by, peer] of others) {
      const range = await peer(before, wholeRange(rangesOf(from, span)), after, selectors.position?.start ?? 0);
      tell(by, range && spanOf(to, range));
    }
  }
}

function wholeRange(ranges: readonly Range[]): Range {
  const whole = (ranges[0] as Range).cloneRange();
  const last = ranges.at(-1) as Range;
  whole.setEnd(last.endContainer, last.endOffset);
  return whole;
}

/** `found` of the `marked` words are painted; a short page has not as many as were wanted. */
type Painting = { ms: number; found: number; marked: number };

/**
 * Milliseconds from nothing to `count` highlights that are painted, once for each of `rounds`, as the highlighter in a
 * page does it: a slice at a time, so that the page gets its turns. Marks each round for who traces the page.
 */
export async function timePainting(seed: number, count: number, rounds: number): Promise<Painting[]> {
  const random = makeRandom(seed);
  const model = readText(document.body);
  const all = chooseSpans(model.text, '', count, random).map(
    (span, at): PageHighlight => ({
      id: `h${at}` as AnnotationId,
      target: describeSpan(model, span),
      note: '',
      tags: [],
      colour: highlightColours[at % highlightColours.length] ?? 'yellow',
      createdAt: 0,
    }),
  );
  const times: Painting[] = [];
  for (let round = 0; round < rounds; round++) {
    await pause();
    times.push(await paintAll(all));
  }
  return times;
}

async function paintAll(all: readonly PageHighlight[]): Promise<Painting> {
  performance.mark('painting');
  const started = performance.now();
  const now = () => performance.now();
  const [onChange, onRoot] = [() => undefined, () => undefined];
  const text = watchPageText(document, { shadowRootOf: ({ shadowRoot }) => shadowRoot, onChange, onRoot });
  const highlights = createPageHighlights({ text, now, onChange });
  await highlights.set(all);
  document.body.getBoundingClientRect();
  const ms = performance.now() - started;
  performance.mark('painted');
  const found = highlights.painted().length;
  await pause();
  highlights.stop();
  text.stop();
  return { ms, found, marked: all.length };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** Spans of a few letters to a few sentences, apart from each other; all in the clip's text where one is given. */
function chooseSpans(text: string, clip: string, count: number, random: Random): Span[] {
  const chosen: Span[] = [];
  for (let tries = 0; tries < count * 200 && chosen.length < count; tries++) {
    const start = Math.floor(random() * text.length);
    const words = 1 + Math.floor(random() ** 2 * 40);
    const span = trim(text, { start: wordStart(text, start), end: wordEnd(text, start, words) });
    if (!span || chosen.some((other) => span.start <= other.end + 1 && other.start <= span.end + 1)) continue;
    if (clip && !clip.includes(condense(text.slice(span.start, span.end)).dense)) continue;
    chosen.push(span);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function wordStart(text: string, at: number): number {
  if (/\p{scx=Han}/u.test(text.charAt(at))) return at;
  return text.lastIndexOf(' ', at) + 1;
}

function wordEnd(text: string, at: number, words: number): number {
  if (/\p{scx=Han}/u.test(text.charAt(at))) return at + 2 * words;
  let end = at;
  for (let word = 0; word < words && end >= 0; word++) end = text.indexOf(' ', end + 1);
  return end < 0 ? text.length : end;
}

function copyOf(source: Document): Document {
  return source.cloneNode(true) as Document;
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The same numbers for the same seed (mulberry32). */
function makeRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
