/** Which clips a list shows, and one page of it. */
import type { Clip, ClipKind, ClipStatus } from './clip';
import type { StoryId } from './ids';

/** Every condition given must hold. Without `deleted`, deleted clips are in no list. */
export type ClipFilter = {
  status?: ClipStatus;
  /** A tag's name or key. */
  tag?: string;
  /** As `siteOf` names it. */
  site?: string;
  /** BCP 47; the primary language counts: `zh` finds `zh-CN`. */
  language?: string;
  kind?: ClipKind;
  starred?: boolean;
  /** Whether the library has the same story from elsewhere too. */
  duplicate?: boolean;
  /** The clips of one story. */
  story?: StoryId;
  deleted?: boolean;
  /** Clipped at or after, in milliseconds since the epoch (deleted clips: deleted at or after). */
  from?: number;
  /** Clipped before. */
  to?: number;
};

/** Newest first; `next` asks for the page after this one and is null on the last. */
export type ClipPage = { clips: Clip[]; next: string | null };
