/** What stands between a post and its export, and what would make it better: named, so that a click can go there. */
import type { BlockId, ClipId } from '../model/ids';
import type { Post, PostImage } from '../model/post';
import { blocksOf, type Materials, postImagesOf } from './materials';
import { quotedShares } from './quoted-share';
import { isSlug } from './slug';
import { isWebAddress, type MissingOfSource, missingOfSource } from './source';

/** `stop`: no export. `insist`: only when the person says so. `warning` and `advice` never stand in the way. */
export type ProblemLevel = 'stop' | 'insist' | 'warning' | 'advice';

/** Where in the composer a problem is mended. */
export type ProblemPlace =
  | { kind: 'field'; field: 'title' | 'slug' | 'canonical' | 'standfirst' }
  | { kind: 'block'; blockId: BlockId }
  | { kind: 'source'; clipId: ClipId; blockId: BlockId }
  | { kind: 'image'; blockId: BlockId; imageId: BlockId };

export type Problem = { level: ProblemLevel; place: ProblemPlace } & (
  | { kind: 'no-headline' | 'headline-of-source' | 'bad-slug' | 'bad-address' | 'nothing-said' | 'empty' }
  | { kind: 'clip-gone' | 'standing-gone' | 'no-quotes' | 'no-text'; title: string }
  | { kind: 'source-incomplete'; title: string; missing: MissingOfSource[] }
  | { kind: 'over-limit'; title: string; percent: number; limit: number }
  | { kind: 'image-words'; missing: ImageWord[]; count: number }
);

export type ImageWord = 'alt' | 'caption' | 'rights';

/** Problems of a post, the gravest first, then in the order of the post. `quoteLimit` in per cent. */
export function findProblems(post: Post, materials: Materials, quoteLimit: number): Problem[] {
  const levels: ProblemLevel[] = ['stop', 'insist', 'warning', 'advice'];
  const problems = [
    ...problemsOfFields(post, materials),
    ...problemsOfClips(post, materials),
    ...problemsOfShares(post, materials, quoteLimit),
    ...problemsOfImages(post),
  ];
  return problems.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

function problemsOfFields(post: Post, materials: Materials): Problem[] {
  const problems: Problem[] = [];
  const title = post.title.trim();
  const titlePlace: ProblemPlace = { kind: 'field', field: 'title' };
  if (!title) problems.push({ kind: 'no-headline', level: 'stop', place: titlePlace });
  if (!isSlug(post.slug)) problems.push({ kind: 'bad-slug', level: 'stop', place: { kind: 'field', field: 'slug' } });
  if (post.canonicalUrl && !isWebAddress(post.canonicalUrl))
    problems.push({ kind: 'bad-address', level: 'stop', place: { kind: 'field', field: 'canonical' } });
  const written = blocksOf(post, 'commentary').some((block) => block.markdown.trim());
  const clips = blocksOf(post, 'clip');
  const hasImages = postImagesOf(post, materials.standing).length > 0;
  if (!written && !post.standfirst.trim()) {
    const alone = clips.length === 0 && !hasImages && blocksOf(post, 'standing').length === 0;
    const place: ProblemPlace = { kind: 'field', field: 'standfirst' };
    problems.push(alone ? { kind: 'empty', level: 'stop', place } : { kind: 'nothing-said', level: 'advice', place });
  }
  const taken = clips.some((block) => materials.clips.get(block.clipId)?.sourceTitle.trim() === title);
  if (title && taken) problems.push({ kind: 'headline-of-source', level: 'advice', place: titlePlace });
  return problems;
}

function problemsOfClips(post: Post, materials: Materials): Problem[] {
  const problems: Problem[] = [];
  for (const block of post.blocks) {
    const place: ProblemPlace = { kind: 'block', blockId: block.id };
    if (block.kind === 'standing' && !materials.standing.has(block.standingId))
      problems.push({ kind: 'standing-gone', level: 'stop', place, title: '' });
    if (block.kind !== 'clip') continue;
    const clip = materials.clips.get(block.clipId);
    if (!clip) {
      problems.push({ kind: 'clip-gone', level: 'stop', place, title: '' });
      continue;
    }
    const { title } = clip;
    const missing = missingOfSource(clip);
    const sourcePlace: ProblemPlace = { kind: 'source', clipId: clip.id, blockId: block.id };
    if (missing.length > 0)
      problems.push({ kind: 'source-incomplete', level: 'insist', place: sourcePlace, title, missing });
    if (block.use === 'quotes' && !block.quotes.some((quote) => quote.text.trim()))
      problems.push({ kind: 'no-quotes', level: 'warning', place, title });
    if (block.use === 'full' && !materials.bodies.get(clip.id)?.text.trim())
      problems.push({ kind: 'no-text', level: 'warning', place, title });
  }
  return problems;
}

function problemsOfShares(post: Post, materials: Materials, limit: number): Problem[] {
  return quotedShares(post, materials).flatMap(({ clipId, share }) => {
    const block = blocksOf(post, 'clip').find((other) => other.clipId === clipId);
    if (share.percent <= limit || !block) return [];
    const title = materials.clips.get(clipId)?.title ?? '';
    const place: ProblemPlace = { kind: 'block', blockId: block.id };
    return [{ kind: 'over-limit' as const, level: 'warning' as const, place, title, percent: share.percent, limit }];
  });
}

/** One for each gallery, and it leads to the first image that lacks words. */
function problemsOfImages(post: Post): Problem[] {
  return blocksOf(post, 'gallery').flatMap((block): Problem[] => {
    const lacking = block.images.filter((image) => missingWords(image).length > 0);
    const [first] = lacking;
    if (!first) return [];
    const place: ProblemPlace = { kind: 'image', blockId: block.id, imageId: first.id };
    const words: ImageWord[] = ['alt', 'caption', 'rights'];
    const missing = words.filter((word) => lacking.some((image) => missingWords(image).includes(word)));
    return [{ kind: 'image-words', level: 'advice', place, missing, count: lacking.length }];
  });
}

/** What an image should say and does not. A company's own image needs no word on rights. */
export function missingWords(image: PostImage): ImageWord[] {
  const missing: ImageWord[] = [];
  if (!image.alt.trim()) missing.push('alt');
  if (!image.caption.trim()) missing.push('caption');
  if (!image.rights.trim() && image.from.kind === 'clip') missing.push('rights');
  return missing;
}
