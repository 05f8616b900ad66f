/** A post on its way to a colleague: what a bundle says of itself beside the records it holds. */
import type { PostId } from './ids';
import type { Post } from './post';

export type BundleNote = {
  post: PostId;
  /** Who sends it; empty when they did not say. */
  by: string;
  /** What they say of it; plain text. */
  message: string;
  /** The latest version that the sender knows both to have; null when it goes out for the first time. */
  base: Post | null;
};
