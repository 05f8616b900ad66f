/** Every failure a person can meet, as plain data; the views turn each kind into a sentence and a way out. */

/** Why a page has no text of its own to clip. */
export type NotClippableReason = 'browser-page' | 'extension-store' | 'pdf' | 'media' | 'no-access';

export type Failure =
  | { kind: 'not-clippable'; reason: NotClippableReason }
  | { kind: 'nothing-selected' }
  | { kind: 'extraction-failed'; detail: string }
  | { kind: 'page-not-added'; reason: 'unreachable' | 'empty' }
  | { kind: 'storage-full' }
  | { kind: 'database-newer' }
  | { kind: 'database-blocked' }
  | { kind: 'database-unavailable'; detail: string }
  | { kind: 'not-found' }
  | { kind: 'rejected-message' }
  | { kind: 'no-answer' }
  | { kind: 'permission-needed'; origins: string[] }
  | { kind: 'source-incomplete'; clipTitles: string[] }
  | { kind: 'image-unavailable'; urls: string[] }
  | { kind: 'image-unreadable'; names: string[] }
  | { kind: 'clipboard-refused' }
  | { kind: 'download-failed'; detail: string }
  | { kind: 'archive-unreadable'; detail: string }
  | { kind: 'archive-newer' }
  | { kind: 'import-unknown'; name: string }
  | { kind: 'import-refused'; reason: 'not-a-zip' | 'damaged' | 'encrypted' | 'too-large' }
  | { kind: 'import-busy' }
  | { kind: 'cancelled' }
  | { kind: 'unexpected'; detail: string };

/** A thrown value as a failure: for the one catch at an entry point, where bugs are shown instead of swallowed. */
export function unexpected(error: unknown): Failure {
  return { kind: 'unexpected', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
