/** What extension pages ask the background to do: everything that must survive the page that asked. */
import type { Annotation, AnnotationId, AnnotationPatch, TextSelectors } from './annotation';
import type { Clip, ClipPatch } from './clip';
import type { EarlyEdits } from './early-edits';
import type { ClipId } from './ids';

export type Requests = {
  /**
   * Clip the tab that was in front when `id` was made. The asker makes it, so that asking again never makes a second
   * clip. Answers once the clip is on disk; the text may still be on its way (`clip.capture.state`).
   */
  'clip-tab': { input: { id: ClipId }; output: ClipOutcome };
  /**
   * What a person edited before `clip-tab` with this id was answered: all of it, each time. It is joined with what the
   * page's clip had before, whether that clip has this id or was known; an earlier `edit-early` is replaced by a later.
   */
  'edit-early': { input: { id: ClipId; edits: EarlyEdits }; output: Clip };
  /** Change what a person edits. Idempotent. */
  'edit-clip': { input: { id: ClipId; patch: ClipPatch }; output: Clip };
  /**
   * Read the text of the active tab again into a clip that is there: the article, what is selected, or all of the
   * page. Tags, note and edited fields stay; `restore-text` brings the earlier text back.
   */
  'update-text': { input: { id: ClipId; mode: ReadAgainMode }; output: Clip };
  /** Undo the last replacement of a clip's text; asked again it says that nothing is left to undo. */
  'restore-text': { input: { id: ClipId }; output: Clip };
  /** Let the person point at a block of the active tab's page; answers once they can. The block comes as `take-block`. */
  'choose-block': { input: { id: ClipId }; output: null };
  /** Add the text of the article's next page, at `url`, to a clip; one that has it already is answered as it is. */
  'add-page': { input: { id: ClipId; url: string }; output: Clip };
  'delete-clip': { input: { id: ClipId }; output: null };
  /** Do the changes of tags that are written down. Answers at once. */
  'change-tags': { input: Record<string, never>; output: null };
  /** Make a copy of the library now, whether one is due or not. Answers when it is begun. */
  'back-up': { input: Record<string, never>; output: null };
  /** From the page that makes the copy: it is at work; it is ready at this address; it came to nothing. */
  'backup-alive': { input: Record<string, never>; output: null };
  'save-backup': { input: { url: string }; output: null };
  'backup-failed': { input: { detail: string }; output: null };
  'restore-clip': { input: { id: ClipId }; output: Clip };
  /** Let the person highlight on the page of the active tab; answers once they can. */
  'highlight-page': { input: Record<string, never>; output: null };
};

export type RequestName = keyof Requests;

/** What is read of a page in place of what the clip holds. */
export type ReadAgainMode = 'page' | 'selection' | 'whole';

/**
 * What the picker in a page asks for. Only the page that it was opened in is listened to, and `token` proves that it
 * was opened for it; what comes back are words to show there.
 */
export type PickerRequests = {
  /** The person has chosen: read the block that the picker left in its world into the clip. */
  'take-block': { input: { token: string }; output: PickerWords };
  /** Bring back the text that was there before. */
  'give-back': { input: { token: string }; output: PickerWords };
};

export type PickerRequestName = keyof PickerRequests;
export type PickerWords = { done: boolean; text: string };

/**
 * What the highlighter in a page asks for. Only the page that it was opened in is listened to; it gets and changes the
 * highlights of the clip of its own address, and `token` proves that it was opened for it.
 */
export type HighlighterRequests = {
  /** The highlights of the page that the tab shows now: one page may become another without being loaded. */
  'list-highlights': { input: { token: string }; output: { highlights: PageHighlight[] } };
  /** Stores one, of a page that is clipped first when it is not in the library. Idempotent; also undoes a deletion. */
  'put-highlight': { input: { token: string; highlight: PageHighlight }; output: PageHighlight };
  'edit-highlight': { input: { token: string; id: AnnotationId; patch: AnnotationPatch }; output: PageHighlight };
  'delete-highlight': { input: { token: string; id: AnnotationId }; output: null };
  /** Known tags for what is typed, the most used first, without those that are there; a few, since a page may get them. */
  'suggest-tags': { input: { token: string; typed: string; except: string[] }; output: { tags: string[] } };
};

export type HighlighterRequestName = keyof HighlighterRequests;

/** What a page is told: `text` says in the person's language why it failed. */
export type HighlighterAnswer<Name extends HighlighterRequestName = HighlighterRequestName> =
  | { ok: true; value: HighlighterRequests[Name]['output'] }
  | { ok: false; text: string };

/** A highlight as a page may know it: which clip has it is none of the page's business. */
export type PageHighlight = Omit<Annotation, 'clipId' | 'target' | 'updatedAt'> & { target: TextSelectors };

/** `known`: the page was in the library already and that clip is returned, unchanged. */
export type ClipOutcome = { clip: Clip; outcome: 'saved' | 'known' };
