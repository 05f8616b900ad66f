/** A post: what is made of one clip or several, as it is written and kept. */

import type { ImageBytes } from './clip';
import type { AssetId, BlockId, ClipId, ImageId, PostId, StandingId } from './ids';

export type PostStatus = 'draft' | 'published';

/** How a clip's text is used in a post. */
export type ClipUse = 'excerpt' | 'quotes' | 'full';

/** An image in a post, with the words that go with it. */
export type PostImage = {
  id: BlockId;
  from: { kind: 'clip'; imageId: ImageId; clipId: ClipId } | { kind: 'asset'; assetId: AssetId };
  caption: string;
  credit: string;
  alt: string;
  rights: string;
};

export type Quote = { id: BlockId; text: string; comment: string };

export type Block =
  | { id: BlockId; kind: 'commentary'; markdown: string }
  | { id: BlockId; kind: 'clip'; clipId: ClipId; use: ClipUse; quotes: Quote[]; inlineImages: ImageId[] }
  | { id: BlockId; kind: 'gallery'; title: string; images: PostImage[] }
  | { id: BlockId; kind: 'standing'; standingId: StandingId }
  | {
      id: BlockId;
      kind: 'source';
      /** Clips of the same story from elsewhere, named below the sources. */
      also?: ClipId[];
    }
  | { id: BlockId; kind: 'share' };

export type BlockKind = Block['kind'];

/** That a post went somewhere: where, when and exactly what. */
export type Receipt = {
  id: string;
  /** Id of the publisher in `lib/publish/registry.ts`. */
  publisher: string;
  at: number;
  /** File name, or the address of the post. */
  target: string;
  /** SHA-256 of what was delivered, hex. */
  hash: string;
  bytes: number;
};

export type Post = {
  id: PostId;
  title: string;
  slug: string;
  /** False until a person writes the slug: then it stops following the headline. */
  slugEdited: boolean;
  /** BCP 47; the language of the post's own words (labels, dates). */
  language: string;
  author: string;
  /** "Why it matters": plain text under the headline. */
  standfirst: string;
  tags: string[];
  /** Where the post will live, when known. */
  canonicalUrl: string;
  blocks: Block[];
  status: PostStatus;
  receipts: Receipt[];
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
};

/** A part kept once and added to any post: a company's gallery, contact, about. */
export type StandingBlock = {
  id: StandingId;
  name: string;
  markdown: string;
  images: PostImage[];
  createdAt: number;
  updatedAt: number;
};

/** An image of the company's own, read from disk. */
export type Asset = {
  id: AssetId;
  name: string;
  bytes: ImageBytes;
  width: number;
  height: number;
  createdAt: number;
};
