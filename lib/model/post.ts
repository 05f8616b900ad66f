/** A post: what is made of one clip or several, as it is written and kept. */

import type { AnnotationId } from './annotation';
import type { ImageBytes } from './clip';
import type { AssetId, BlockId, ClipId, ImageId, PostId, StandingId, VersionsId } from './ids';
import type { PostStatus, StatusStep } from './post-status';
import type { TemplateId } from './template';

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

export type Quote = {
  id: BlockId;
  text: string;
  comment: string;
  /** The highlight it was taken from, and the words around it, which tell it from the same words elsewhere. */
  from?: { annotationId: AnnotationId; prefix: string; suffix: string };
};

/** One report in a digest: its headline and source, with one line of one's own. */
export type DigestEntry = {
  id: BlockId;
  clipId: ClipId;
  comment: string;
  /** Clips of the same story from elsewhere, named beside it. */
  also?: ClipId[];
};

/** How the reports of a digest are put together. */
export type DigestGrouping = 'tag' | 'outlet' | 'none';

/** Reports that belong together; a group without a title has no heading. */
export type DigestGroup = { id: BlockId; title: string; entries: DigestEntry[] };

export type Block =
  | { id: BlockId; kind: 'commentary'; markdown: string }
  | { id: BlockId; kind: 'clip'; clipId: ClipId; use: ClipUse; quotes: Quote[]; inlineImages: ImageId[] }
  | { id: BlockId; kind: 'digest'; groups: DigestGroup[] }
  | { id: BlockId; kind: 'gallery'; title: string; images: PostImage[] }
  | { id: BlockId; kind: 'standing'; standingId: StandingId }
  | {
      id: BlockId;
      kind: 'source';
      /** Clips that the post speaks of in its own words only: they are sources, too. */
      clips?: ClipId[];
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
  /** Names of the images that a person said may go out although nothing is noted on their rights. */
  rightsConfirmed?: string[];
  /** It is there, but readers could not have it yet: a draft, or scheduled. */
  waits?: boolean;
};

/** Before which moment a post may not leave this computer; `zone` is the time zone (IANA) it was said in. */
export type Embargo = { at: number; zone: string };

/** What readers are told at the top of a post that was wrong. Plain text. */
export type PostNotice = { kind: 'correction' | 'retraction'; text: string; at: number };

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
  /** How it came to its status, oldest first. */
  steps?: StatusStep[];
  notBefore?: Embargo;
  /** Newest last. */
  notices?: PostNotice[];
  /** What the versions of one post in several languages have in common; none has it alone. */
  versions?: VersionsId;
  /** The template it was made with: tells its words from the writer's when another is applied. */
  template?: TemplateId;
  receipts: Receipt[];
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
};

/** The latest version of a post that a colleague has too, because it was sent or received. */
export type SharedPost = { postId: PostId; post: Post; at: number };

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
