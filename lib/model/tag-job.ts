/** A change of a tag on all its clips: too much for one go, so it is written down, done in steps and can be taken back. */
import type { ClipId, TagJobId } from './ids';
import type { SearchId } from './saved-search';
import type { Tag } from './tag';

/**
 * `stopped`: a person stopped it; the steps made stay until it goes on or is undone. `undone` and `done` are its ends,
 * and `done` can still be undone.
 */
export type TagJobState = 'running' | 'stopped' | 'done' | 'undoing' | 'undone';

/** Gives the clips of the tags `from` the tag `to` instead (renaming one, merging several), or none at all. */
export type TagJob = {
  id: TagJobId;
  /** Keys. */
  from: string[];
  /** A name as typed; null takes the tags away. */
  to: string | null;
  state: TagJobState;
  /** Clips that had one of the tags when it began, and how many have been changed. */
  total: number;
  changed: number;
  /** The list that is walked, as its place in `from` (behind the last: deleted clips), and how far. */
  list: number;
  after: string | null;
  /** The tags of `from` and `to` as they were. */
  tagsBefore: Tag[];
  /** Queries of saved searches that named one of `from`, as they were and as they became. */
  searches?: { id: SearchId; before: string; after: string }[];
  createdAt: number;
  updatedAt: number;
};

/** The tags of some clips before one step and after it. */
export type TagStep = { step?: number; jobId: TagJobId; clips: { id: ClipId; before: string[]; after: string[] }[] };
