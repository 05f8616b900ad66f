/** A clip as the index keeps it: the terms of its two parts, each with how much it says. */

import { type Block, BlockWriter } from './block';
import { bodyFamily, filterFamily, metaFamily } from './families';
import { foldForSearch } from './fold';
import { newPostings, push, weightSteps } from './postings';
import { eachToken } from './tokens';

/** What the index knows of a clip beside its text. */
export type ClipFields = {
  title: string;
  sourceTitle: string;
  tags: readonly string[];
  note: string;
  byline: string | null;
  siteName: string | null;
  /** What people marked and wrote in the text. */
  highlights: readonly string[];
  /** The host as lists name it. */
  site: string;
  /** Terms of operators without their family: `s:inbox`. */
  filters: readonly string[];
};

/** Tokens of an article of middling length: lengths are weighed against it (BM25's average, held still). */
const usualLength = 600;
const [k1, b] = [1.2, 0.75];
const mostFromText = k1 + 1;

/**
 * What a step of weight is worth in a score. In a text it is BM25's saturated frequency
 * (https://doi.org/10.1561/1500000019), measured in eight steps; elsewhere it is the best field the word stands in.
 */
export const bodyImpacts = Float32Array.from(
  { length: weightSteps },
  (_, step) => ((step + 0.5) * mostFromText) / weightSteps,
);
const fieldWeights = { site: 0, byline: 1, note: 2, highlights: 3, tags: 5, title: 6 } as const;
export const metaImpacts = Float32Array.of(0.6, 0.8, 1.4, 1.6, 1.8, 2.4, 3.2, 3.6);

/** How much a word says that so many documents have: BM25's inverse document frequency. */
export function rarity(found: number, documents: number): number {
  return Math.log(1 + (Math.max(documents, found) - found + 0.5) / (found + 0.5));
}

/** What the bytes of a column are worth; see `Column`. */
export function worthOfSteps(found: number, documents: number): Float32Array<ArrayBuffer> {
  const worth = new Float32Array(256);
  const rare = rarity(found, documents);
  for (let rest = 0; rest <= weightSteps; rest++)
    for (let text = 0; text <= weightSteps; text++)
      worth[rest * 16 + text] = rare * ((bodyImpacts[text - 1] ?? 0) + (metaImpacts[rest - 1] ?? 0));
  return worth;
}

/** The packed terms of a text, for document number `doc`. */
export function packText(doc: number, text: string): Block[] {
  const counts = new Map<string, number>();
  let length = 0;
  eachToken(text, (token) => {
    length++;
    counts.set(token, (counts.get(token) ?? 0) + 1);
  });
  const norm = k1 * (1 - b + (b * length) / usualLength);
  const stepOf = (count: number) => Math.min(weightSteps - 1, Math.floor((count * weightSteps) / (count + norm)));
  return pack(doc, [{ family: bodyFamily, tokens: counts, stepOf }]);
}

/** The packed terms of all that is not text. */
export function packFields(doc: number, clip: ClipFields): Block[] {
  const weights = new Map<string, number>();
  const add = (text: string | null, weight: number) => {
    if (!text) return;
    eachToken(text, (token) => {
      weights.set(token, Math.max(weights.get(token) ?? 0, weight));
    });
  };
  add(clip.site, fieldWeights.site);
  add(clip.siteName, fieldWeights.site);
  add(clip.byline, fieldWeights.byline);
  add(clip.note, fieldWeights.note);
  for (const highlight of clip.highlights) add(highlight, fieldWeights.highlights);
  for (const tag of clip.tags) add(tag, fieldWeights.tags);
  add(clip.sourceTitle, fieldWeights.title);
  add(clip.title, fieldWeights.title);
  const filters = new Map(clip.filters.map((filter) => [filter, 0]));
  const stepOf = (weight: number) => weight;
  return pack(doc, [
    { family: filterFamily, tokens: filters, stepOf },
    { family: metaFamily, tokens: weights, stepOf },
  ]);
}

/** Tokens of one family, each with what its step of weight is made of. */
type Family = { family: string; tokens: ReadonlyMap<string, number>; stepOf: (value: number) => number };

/** The families come in order. */
function pack(doc: number, families: readonly Family[]): Block[] {
  const blocks: Block[] = [];
  const writer = new BlockWriter((block) => blocks.push(block));
  const one = newPostings(1);
  push(one, doc, 0);
  for (const { family, tokens, stepOf } of families)
    for (const token of [...tokens.keys()].sort()) {
      one.weights[0] = stepOf(tokens.get(token) ?? 0);
      writer.add(family + token, one);
    }
  writer.flush();
  return blocks;
}

/** Text inside a filter term: folded, without signs at its ends. */
export function filterText(text: string): string {
  return foldForSearch(text).replace(/\s+/gu, ' ').trim().slice(0, 60);
}
