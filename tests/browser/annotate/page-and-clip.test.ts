import { expect, test } from 'vitest';
import { makeSearchable } from '../../../lib/annotate/dense-text';
import { describeSpan } from '../../../lib/annotate/describe';
import { readForAnnotations } from '../../../lib/annotate/find-annotation';
import { type Span, trim } from '../../../lib/annotate/ranges';
import { readText } from '../../../lib/annotate/text-model';
import { extractArticle } from '../../../lib/extract/extract-article';
import { isTwin } from '../../bench/anchoring/judge';
import { markSpans, takeMarks } from '../../bench/anchoring/marks';
import { openPage } from '../extract/pages';

const sources = import.meta.glob<string>(['../../fixtures/*/source.html', '../../fixtures/sites/*/source.html'], {
  query: '?url&inline',
  import: 'default',
  eager: true,
});

/** A page as its server would send it, by the charset it names. */
async function open(address: string): Promise<Document> {
  const bytes = await (await fetch(address)).arrayBuffer();
  const [, charset = 'utf-8'] = /charset=["']?([\w-]+)/iu.exec(new TextDecoder('latin1').decode(bytes)) ?? [];
  return openPage(new TextDecoder(charset).decode(bytes));
}

/** The clip that is made of a page, as the reader shows it. */
function clipOf(page: Document): Element {
  const { html } = extractArticle(page, { now: () => 0 });
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/** Pieces of all lengths, from two letters to several sentences, all through a text and never overlapping. */
function cut(text: string): Span[] {
  const lengths = [12, 2, 60, 5, 200, 25];
  const spans: Span[] = [];
  for (let at = 0; at < text.length && spans.length < 240; ) {
    const end = at + (lengths[spans.length % lengths.length] ?? 12);
    const span = trim(text, { start: at, end });
    if (span) spans.push(span);
    at = end + 3;
  }
  return spans;
}

type Side = { root: Element; spans: readonly Span[] };
type Outcome = { wrong: string[]; lost: string[]; all: number };

/** What is marked in `from` and not found at its place in `to`, or its twin's. Both have the same spans in order. */
function compare(from: Side, to: Side): Outcome {
  const model = readText(from.root);
  const { model: searched, find } = readForAnnotations(to.root);
  const text = makeSearchable(searched.text, searched.borders);
  const outcome: Outcome = { wrong: [], lost: [], all: from.spans.length };
  for (const [at, span] of from.spans.entries()) {
    const selectors = describeSpan(model, span);
    const found = find(selectors);
    const truth = to.spans[at];
    if (!found) outcome.lost.push(selectors.quote.exact);
    else if (found.start !== truth?.start || found.end !== truth.end) {
      const dense = { start: text.toDense(found.start), end: text.toDense(found.end) };
      if (!isTwin(text, dense, selectors)) outcome.wrong.push(selectors.quote.exact);
    }
  }
  return outcome;
}

/** From a page to its clip, and back. */
async function tryBothWays(address: string): Promise<Outcome[]> {
  const page = await open(address);
  const marked = page.cloneNode(true) as Document;
  const spans = cut(readText(page.body).text);
  markSpans(marked.body, spans);
  const clip = clipOf(marked);
  const truths = takeMarks(clip, spans.length);
  const [onPage, inClip] = [makeSearchable(readText(page.body).text), makeSearchable(readText(clip).text)];
  // Pieces that the clip has whole: those at a border of what it leaves out are not the same words there.
  const kept = spans.flatMap((span, at) => {
    const truth = truths[at];
    const length = onPage.toDense(span.end) - onPage.toDense(span.start);
    if (!truth || truth === 'broken' || truth.end - truth.start !== length) return [];
    return [{ span, inClip: { start: inClip.toFull(truth.start), end: inClip.toFull(truth.end - 1) + 1 } }];
  });
  const pageSide = { root: page.body, spans: kept.map(({ span }) => span) };
  const clipSide = { root: clip, spans: kept.map((one) => one.inClip) };
  return [compare(pageSide, clipSide), compare(clipSide, pageSide)];
}

test('what is marked on a page is found in its clip and the other way round, and never at a wrong place', async () => {
  const outcomes: Outcome[] = [];
  for (const address of Object.values(sources)) outcomes.push(...(await tryBothWays(address)));
  const all = outcomes.reduce((sum, one) => sum + one.all, 0);
  expect(all).toBeGreaterThan(400);
  expect(outcomes.flatMap(({ wrong }) => wrong)).toEqual([]);
  const lost = outcomes.flatMap((one) => one.lost);
  // The pages of the fixtures say the same sentences again and again: of some pieces nobody could tell which was marked.
  expect(lost.length / all, lost.join(' | ')).toBeLessThan(0.02);
});
