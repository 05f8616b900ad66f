/** What is doubtful about a capture, so that a person is told instead of finding out. */
import type { CaptureWarning, ClipDraft } from '../model/clip';
import { countsCharacters } from '../model/text-length';

/** `isFree` is what the page itself says of it; `hasWall` whether there is something that looks like a paywall. */
type Facts = { draft: ClipDraft; isFree: boolean | null; hasWall: boolean; media: 'pdf' | 'media' | null };

/** Below these an article is short, and below the second one behind a wall. */
const fewest = { words: 80, characters: 160 };
const teaser = { words: 350, characters: 700 };

/** `pdf` or `media` for a browser's own viewer; null for a page. */
export function kindOfDocument(contentType: string): 'pdf' | 'media' | null {
  if (/^application\/(?:x-)?pdf$/iu.test(contentType)) return 'pdf';
  return /^(?:image\/(?!svg)|video\/|audio\/)/iu.test(contentType) ? 'media' : null;
}

/** In the order in which they matter. */
export function findWarnings({ draft, isFree, hasWall, media }: Facts): CaptureWarning[] {
  if (media) return [media];
  if (draft.kind === 'bookmark') return ['empty'];
  const warnings: CaptureWarning[] = [];
  if (draft.engine === 'selection') return warnings;
  if (shorterThan(draft, teaser) && (isFree === false || hasWall)) warnings.push('paywall');
  if (shorterThan(draft, fewest)) warnings.push('short');
  return warnings;
}

function shorterThan(draft: ClipDraft, bound: typeof fewest): boolean {
  return countsCharacters(draft.language)
    ? draft.length.characters < bound.characters
    : draft.length.words < bound.words;
}
