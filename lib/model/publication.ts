/** The ledger: what of a post went to which place and when, and what became of it since. */
import type { Failure } from './failure';
import type { ClipId, ConnectionId, PostId, PublicationId } from './ids';
import type { FieldValues, RemotePost, Upload } from './target';

/** One post at one place, from the first attempt on. */
export type Publication = {
  id: PublicationId;
  postId: PostId;
  connectionId: ConnectionId;
  /** Id of the target, and the name of the place: known still when the connection is forgotten. */
  target: string;
  place: string;
  /** The clips it draws on, as published last. */
  clips: ClipId[];
  /** `unfinished`: an attempt was stopped or failed on the way, and can be gone on with. */
  state: 'unfinished' | 'published' | 'retracted';
  /** Null until something is there. */
  remote: RemotePost | null;
  /** SHA-256 of what was sent last, hex; empty until then. */
  hash: string;
  options: FieldValues;
  /** Images that are there, by SHA-256 of their bytes. */
  uploads: Record<string, Upload>;
  events: PublicationEvent[];
  /** Why the latest attempt failed; null when it did not. */
  failure: Failure | null;
  check: PublicationCheck | null;
  createdAt: number;
  updatedAt: number;
};

export type PublicationEvent = {
  at: number;
  kind: 'published' | 'updated' | 'overwritten' | 'corrected' | 'retracted' | 'rights-overridden';
  /** SHA-256 of what was sent; empty when nothing was. */
  hash: string;
  /** The images that were sent without rights, or the text of a correction. */
  note: string;
};

/** What was found when somebody looked. */
export type PublicationCheck = {
  at: number;
  state: 'same' | 'changed' | 'gone' | 'unknown';
  /** Addresses of sources that are no longer there. */
  lostSources: string[];
};

/** The one publication of a post at a place: the same id whoever makes it, so that two windows make one. */
export function publicationId(post: PostId, connection: ConnectionId): PublicationId {
  return `${post}${connection}` as PublicationId;
}

/** Events beyond this are forgotten, the oldest first, but for the very first. */
const mostEvents = 200;

export function addEvent(events: readonly PublicationEvent[], event: PublicationEvent): PublicationEvent[] {
  const all = [...events, event];
  return all.length <= mostEvents ? all : [...all.slice(0, 1), ...all.slice(1 - mostEvents)];
}
