/** What stands between a post and its export, and what would make it better: named, so that a click can go there. */
import type { BlockId, ClipId, ImageId } from '../model/ids';
import type { Block, Post, PostImage } from '../model/post';
import { blocksOf, clipIdsOf, entriesOf, type Materials, postImagesOf } from './materials';
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
  | { kind: 'image'; blockId: BlockId; imageId: BlockId | ImageId };

export type Problem = { level: ProblemLevel; place: ProblemPlace } & (
  | {
      kind: 'no-headline' | 'headline-of-source' | 'bad-slug' | 'bad-address' | 'no-address' | 'nothing-said' | 'empty';
    }
  | { kind: 'slug-taken' | 'no-entries' }
  | { kind: 'clip-gone' | 'standing-gone' | 'no-quotes' | 'no-text'; title: string }
  | { kind: 'source-incomplete'; title: string; missing: MissingOfSource[] }
  | { kind: 'over-limit'; title: string; percent: number; limit: number }
  | { kind: 'image-words'; missing: ImageWord[]; count: number }
);

export type ImageWord = 'alt' | 'caption' | 'rights';

/**
 * Problems of a post, the gravest first, then in the order of the post. `quoteLimit` in per cent; `slugs` are those of
 * the other posts.
 */
export function findProblems(
  post: Post,
  materials: Materials,
  quoteLimit: number,
  slugs: ReadonlySet<string> = new Set(),
): Problem[] {
  const levels: ProblemLevel[] = ['stop', 'insist', 'warning', 'advice'];
  const problems = [
    ...problemsOfFields(post, materials),
    ...problemsOfSlug(post, slugs),
    ...problemsOfAddress(post),
    ...problemsOfClips(post, materials),
    ...problemsOfShares(post, materials, quoteLimit),
    ...problemsOfImages(post, materials),
  ];
  return problems.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

function problemsOfFields(post: Post, materials: Materials): Problem[] {
  const problems: Problem[] = [];
  const title = post.title.trim();
  const titlePlace: ProblemPlace = { kind: 'field', field: 'title' };
  if (!title) problems.push({ kind: 'no-headline', level: 'stop', place: titlePlace });
  const written = blocksOf(post, 'commentary').some((block) => block.markdown.trim());
  const clips = blocksOf(post, 'clip');
  const hasImages = postImagesOf(post, materials.standing).length > 0;
  if (!written && !post.standfirst.trim()) {
    const alone = clipIdsOf(post).length === 0 && !hasImages && blocksOf(post, 'standing').length === 0;
    const place: ProblemPlace = { kind: 'field', field: 'standfirst' };
    problems.push(alone ? { kind: 'empty', level: 'stop', place } : { kind: 'nothing-said', level: 'advice', place });
  }
  const taken = clips.some((block) => materials.clips.get(block.clipId)?.sourceTitle.trim() === title);
  if (title && taken) problems.push({ kind: 'headline-of-source', level: 'advice', place: titlePlace });
  return problems;
}

/** Two posts of one slug would replace each other: in a blog, and in a folder of downloads. */
function problemsOfSlug({ slug }: Post, slugs: ReadonlySet<string>): Problem[] {
  const place: ProblemPlace = { kind: 'field', field: 'slug' };
  if (!isSlug(slug)) return [{ kind: 'bad-slug', level: 'stop', place }];
  return slugs.has(slug) ? [{ kind: 'slug-taken', level: 'warning', place }] : [];
}

/** Without an address the page's share links have none either until the page is on the web and its script runs. */
function problemsOfAddress(post: Post): Problem[] {
  const place: ProblemPlace = { kind: 'field', field: 'canonical' };
  if (post.canonicalUrl && !isWebAddress(post.canonicalUrl)) return [{ kind: 'bad-address', level: 'stop', place }];
  if (post.canonicalUrl || blocksOf(post, 'share').length === 0) return [];
  return [{ kind: 'no-address', level: 'advice', place }];
}

function problemsOfClips(post: Post, materials: Materials): Problem[] {
  const problems: Problem[] = [];
  for (const block of post.blocks) {
    const place: ProblemPlace = { kind: 'block', blockId: block.id };
    if (block.kind === 'standing' && !materials.standing.has(block.standingId))
      problems.push({ kind: 'standing-gone', level: 'stop', place, title: '' });
    if (block.kind === 'digest') problems.push(...problemsOfUses(entriesOf(block), block.id, materials));
    if (block.kind === 'digest' && entriesOf(block).length === 0)
      problems.push({ kind: 'no-entries', level: 'warning', place });
    if (block.kind === 'source')
      problems.push(
        ...problemsOfUses(
          (block.clips ?? []).map((clipId) => ({ clipId })),
          block.id,
          materials,
        ),
      );
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

/** Clips that are named in a part without being quoted, each by itself. */
function problemsOfUses(uses: readonly { clipId: ClipId }[], blockId: BlockId, { clips }: Materials): Problem[] {
  return uses.flatMap(({ clipId }): Problem[] => {
    const clip = clips.get(clipId);
    if (!clip) return [{ kind: 'clip-gone', level: 'stop', place: { kind: 'block', blockId }, title: '' }];
    const missing = missingOfSource(clip);
    const place: ProblemPlace = { kind: 'source', clipId, blockId };
    return missing.length > 0
      ? [{ kind: 'source-incomplete', level: 'insist', place, title: clip.title, missing }]
      : [];
  });
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

/** One for each part with images, and it leads to the first image that lacks words. */
function problemsOfImages(post: Post, materials: Materials): Problem[] {
  return post.blocks.flatMap((block): Problem[] => {
    const lacking = wordedImages(block, materials).filter(({ words }) => words.length > 0);
    const [first] = lacking;
    if (!first) return [];
    const order: ImageWord[] = ['alt', 'caption', 'rights'];
    const missing = order.filter((word) => lacking.some(({ words }) => words.includes(word)));
    return [{ kind: 'image-words', level: 'advice', place: first.place, missing, count: lacking.length }];
  });
}

type WordedImage = { place: ProblemPlace; words: ImageWord[] };

/** The images a part shows, each with the words it lacks and where these are written. */
function wordedImages(block: Block, { images, standing }: Materials): WordedImage[] {
  const blockId = block.id;
  if (block.kind === 'gallery')
    return block.images.map((image) => ({
      place: { kind: 'image', blockId, imageId: image.id },
      words: missingWords(image),
    }));
  // A standing block is written in a dialog of its own, which the part opens.
  if (block.kind === 'standing')
    return (standing.get(block.standingId)?.images ?? []).map((image) => ({
      place: { kind: 'block', blockId },
      words: missingWords(image),
    }));
  if (block.kind !== 'clip' || block.use !== 'full') return [];
  return block.inlineImages
    .flatMap((id) => images.get(id) ?? [])
    .map((image) => ({
      place: { kind: 'image', blockId, imageId: image.id },
      words: missingWords({ ...image, from: { kind: 'clip' } }),
    }));
}

/** What an image should say and does not. A company's own image needs no word on rights. */
function missingWords(
  image: Pick<PostImage, 'alt' | 'caption' | 'rights'> & { from: Pick<PostImage['from'], 'kind'> },
): ImageWord[] {
  const missing: ImageWord[] = [];
  if (!image.alt.trim()) missing.push('alt');
  if (!image.caption.trim()) missing.push('caption');
  if (!image.rights.trim() && image.from.kind === 'clip') missing.push('rights');
  return missing;
}
