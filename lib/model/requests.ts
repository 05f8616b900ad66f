/** What extension pages ask the background to do: everything that must survive the page that asked. */
import type { Clip, ClipPatch } from './clip';
import type { EarlyEdits } from './early-edits';
import type { ClipId } from './ids';

export type Requests = {
  /**
   * Clip the active tab. `id` is made by the asker, so that asking again never makes a second clip. Answers once the
   * clip is on disk; the text may still be on its way (`clip.capture.state`).
   */
  'clip-tab': { input: { id: ClipId }; output: ClipOutcome };
  /**
   * What a person edited before `clip-tab` with this id was answered: all of it, each time. It is joined with what the
   * page's clip had before, whether that clip has this id or was known; an earlier `edit-early` is replaced by a later.
   */
  'edit-early': { input: { id: ClipId; edits: EarlyEdits }; output: Clip };
  /** Change what a person edits. Idempotent. */
  'edit-clip': { input: { id: ClipId; patch: ClipPatch }; output: Clip };
  /** Read the text of the active tab again into a clip that is there; tags, note and edited fields stay. */
  'update-text': { input: { id: ClipId }; output: Clip };
  'delete-clip': { input: { id: ClipId }; output: null };
  /** Do the changes of tags that are written down. Answers at once. */
  'change-tags': { input: Record<string, never>; output: null };
  'restore-clip': { input: { id: ClipId }; output: Clip };
};

export type RequestName = keyof Requests;

/** `known`: the page was in the library already and that clip is returned, unchanged. */
export type ClipOutcome = { clip: Clip; outcome: 'saved' | 'known' };
