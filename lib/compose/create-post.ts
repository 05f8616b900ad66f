/** The first draft of a post: what is known of its clips, in the order a reader wants it. */
import type { Clip } from '../model/clip';
import type { BlockId, ClipId, PostId } from '../model/ids';
import type { Block, Post } from '../model/post';
import { splitParagraphs } from '../model/sentences';
import type { Settings } from '../model/settings';
import { mergeTags } from '../model/tag';
import { slugify } from './slug';
import { isWebAddress } from './source';

export type CreatePostOptions = {
  id: PostId;
  newBlockId: () => BlockId;
  now: number;
  settings: Settings;
  /** The language of a post without clips, or whose clips have none. */
  language: string;
  /** Plain texts of the clips: a selection becomes quotes at once. */
  texts?: ReadonlyMap<ClipId, string>;
};

/** A post in which nothing stands yet. */
export function blankPost(id: PostId, now: number): Post {
  return {
    id,
    title: '',
    slug: '',
    slugEdited: false,
    language: 'en',
    author: '',
    standfirst: '',
    tags: [],
    canonicalUrl: '',
    blocks: [],
    status: 'draft',
    receipts: [],
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}

/**
 * A draft of `clips`: headline and language of the first one, tags of all, then a commentary to write, each clip's
 * text, an empty gallery, the sources and the share row. A clip is used as an excerpt; one that was selected by hand is
 * quoted as it was selected.
 */
export async function createPost(clips: readonly Clip[], options: CreatePostOptions): Promise<Post> {
  const { id, newBlockId, now, settings } = options;
  const title = clips[0]?.title ?? '';
  const language = clips.find((clip) => clip.language)?.language ?? options.language;
  const slug = await slugify(title, language, now);
  return {
    ...blankPost(id, now),
    title,
    slug,
    language,
    author: settings.author,
    tags: clips.reduce<string[]>((tags, clip) => mergeTags(tags, clip.tags), []),
    canonicalUrl: addressOf(settings.blogUrl, slug),
    blocks: [
      { id: newBlockId(), kind: 'commentary', markdown: '' },
      ...clips.map((clip) => createClipBlock(clip, newBlockId, options.texts?.get(clip.id))),
      { id: newBlockId(), kind: 'gallery', title: '', images: [] },
      { id: newBlockId(), kind: 'source' },
      { id: newBlockId(), kind: 'share' },
    ],
  };
}

/** The block of a clip that joins a post. */
export function createClipBlock(clip: Clip, newBlockId: () => BlockId, text = ''): Block {
  const selected = clip.kind === 'selection' ? splitParagraphs(text) : [];
  return {
    id: newBlockId(),
    kind: 'clip',
    clipId: clip.id,
    use: selected.length > 0 ? 'quotes' : 'excerpt',
    quotes: selected.map((quoted) => ({ id: newBlockId(), text: quoted, comment: '' })),
    inlineImages: [],
  };
}

/** Where a post with this slug will live under the blog's address; empty when the blog has none. */
export function addressOf(blogUrl: string, slug: string): string {
  if (!isWebAddress(blogUrl)) return '';
  return new URL(`${slug}/`, blogUrl.endsWith('/') ? blogUrl : `${blogUrl}/`).href;
}
