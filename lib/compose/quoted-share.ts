/** How much of a source a post quotes: what fair quoting and a team's own limit are judged by. */
import type { Clip, TextLength } from '../model/clip';
import type { ClipId } from '../model/ids';
import type { Post } from '../model/post';
import { measureText } from '../model/text-length';
import { excerptOf } from './excerpt';
import { type BlockOf, blocksOf, clipIdsOf, type Materials } from './materials';
import { isCountedInCharacters } from './sentences';

export type QuotedShare = TextLength & {
  /** 0 to 100, of the source's characters without white space. */
  percent: number;
  /** How a person counts this text. */
  unit: 'words' | 'characters';
  of: TextLength;
};

/** What one block quotes of its clip. */
export function quotedShare(block: BlockOf<'clip'>, clip: Clip, bodyText: string): QuotedShare {
  return shareOf([block], clip, bodyText);
}

/** What a whole post quotes of each clip it draws on, in order; a passage quoted twice counts once. */
export function quotedShares(post: Post, materials: Materials): { clipId: ClipId; share: QuotedShare }[] {
  return clipIdsOf(post).flatMap((clipId) => {
    const clip = materials.clips.get(clipId);
    if (!clip) return [];
    const blocks = blocksOf(post, 'clip').filter((block) => block.clipId === clipId);
    if (blocks.length === 0) return []; // a digest names it in our own words
    return [{ clipId, share: shareOf(blocks, clip, materials.bodies.get(clipId)?.text ?? '') }];
  });
}

function shareOf(blocks: readonly BlockOf<'clip'>[], clip: Clip, bodyText: string): QuotedShare {
  const text = normalise(bodyText);
  const of = measureText(text);
  const unit = isCountedInCharacters(text || clip.title) ? 'characters' : 'words';
  if (blocks.some((block) => block.use === 'full')) return { ...of, percent: of.characters ? 100 : 0, unit, of };
  const passages = blocks.flatMap((block) =>
    block.use === 'quotes' ? block.quotes.map((quote) => quote.text) : [excerptOf(clip, bodyText)],
  );
  const quoted = sum(coveredBy(passages.map(normalise).filter(Boolean), text).map(measureText));
  const percent = of.characters ? Math.min(100, (quoted.characters / of.characters) * 100) : 0;
  return { ...quoted, percent, unit, of };
}

/** The parts of `text` that `passages` cover, overlaps joined; a passage that is not in it stands for itself. */
function coveredBy(passages: readonly string[], text: string): string[] {
  const strangers: string[] = [];
  const spans: [number, number][] = [];
  for (const passage of new Set(passages)) {
    const at = text.indexOf(passage);
    if (at < 0) strangers.push(passage);
    else spans.push([at, at + passage.length]);
  }
  spans.sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else joined.push([...span]);
  }
  return [...joined.map(([start, end]) => text.slice(start, end)), ...strangers];
}

function normalise(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function sum(lengths: readonly TextLength[]): TextLength {
  return lengths.reduce(
    (total, length) => ({ words: total.words + length.words, characters: total.characters + length.characters }),
    { words: 0, characters: 0 },
  );
}
