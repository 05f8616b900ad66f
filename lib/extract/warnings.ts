/** What is doubtful about a capture, so that a person is told instead of finding out. */
import type { CaptureWarning, ClipDraft } from '../model/clip';
import type { PageReading, PageSigns } from '../model/page-reading';
import { countsCharacters, measureText } from '../model/text-length';
import { readClaims } from './metadata/claims';

/** `isFree` is what the page itself says of it; `signs` what was seen around the text. */
type Facts = {
  draft: ClipDraft;
  isFree: boolean | null;
  reading: Pick<PageReading, 'hasWall' | 'witnesses'>;
  signs: PageSigns | null;
  media: 'pdf' | 'media' | null;
};

/** Below these an article is short, and below the second one behind a wall. */
const fewest = { words: 80, characters: 160 };
const teaser = { words: 350, characters: 700 };
/** The page states this many times the text that was read, and this many characters more: then some is missing. */
const claimed = { times: 1.4, characters: 600 };
/** Less than this share of the sentences of a page, of which there are many: then it may be the wrong block. */
const smallest = { share: 0.25, paragraphs: 1500 };

/** `pdf` or `media` for a browser's own viewer; null for a page. */
export function kindOfDocument(contentType: string): 'pdf' | 'media' | null {
  if (/^application\/(?:x-)?pdf$/iu.test(contentType)) return 'pdf';
  return /^(?:image\/(?!svg)|video\/|audio\/)/iu.test(contentType) ? 'media' : null;
}

/** In the order in which they matter. */
export function findWarnings({ draft, isFree, reading, signs, media }: Facts): CaptureWarning[] {
  if (media) return [media];
  if (draft.kind === 'bookmark') return [signs?.wantsLogin ? 'login' : 'empty'];
  if (draft.engine !== 'readability' && draft.engine !== 'rule') return [];
  const isTeaser = shorterThan(draft, teaser);
  const warnings: CaptureWarning[] = [];
  const isHeldBack = isFree === false || (reading.hasWall && isFree !== true);
  const claimsMore = hasMore(draft, reading, isFree === true && !signs?.isCut && !signs?.wantsLogin);
  if (isHeldBack && (isTeaser || (isFree === false && claimsMore))) warnings.push('paywall');
  else if (isTeaser && signs?.wantsLogin) warnings.push('login');
  else if ((isTeaser && signs?.isCut) || claimsMore) warnings.push('incomplete');
  if (shorterThan(draft, fewest)) warnings.push('short');
  if (warnings.length === 0 && signs && isSmallPart(draft, signs)) warnings.push('unsure');
  if (draft.pages?.next) warnings.push('more-pages');
  return warnings;
}

/** Whether the page's own data has much more text than was read, or counts it: some count more than the article. */
function hasMore(draft: ClipDraft, reading: Facts['reading'], isAllFree: boolean): boolean {
  const claims = readClaims(reading.witnesses.jsonLd);
  const { characters, words } = draft.length;
  const stated = measureText(claims.body).characters;
  if (stated > characters * claimed.times && stated - characters > claimed.characters) return true;
  return !isAllFree && claims.words > words * claimed.times && (claims.words - words) * 5 > claimed.characters;
}

function isSmallPart(draft: ClipDraft, signs: PageSigns): boolean {
  if (draft.engine === 'rule' || signs.paragraphs < smallest.paragraphs) return false;
  return draft.text.length < signs.paragraphs * smallest.share;
}

function shorterThan(draft: ClipDraft, bound: typeof fewest): boolean {
  return countsCharacters(draft.language)
    ? draft.length.characters < bound.characters
    : draft.length.words < bound.words;
}
