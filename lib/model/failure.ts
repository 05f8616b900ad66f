/** Every failure a person can meet, as plain data; the views turn each kind into a sentence and a way out. */

/** What a post says on the system it was published to: shown beside what would replace it. */
export type RemoteText = {
  title: string;
  /** Plain text, paragraphs parted by an empty line. */
  text: string;
  /** Milliseconds, when the system says. */
  modifiedAt: number | null;
};

/** Why a page has no text of its own to clip. */
export type NotClippableReason = 'browser-page' | 'extension-store' | 'pdf' | 'media' | 'no-access';

/** What can go wrong between this computer and a system that posts are published to. */
export type TargetTrouble =
  /** No connection to the network at all. */
  | 'offline'
  /** Nobody answers at the address: wrong, or down. */
  | 'unreachable'
  /** Somebody answers, but not such a system. */
  | 'wrong-system'
  /** Plain http to another computer would show the password to everybody on the way. */
  | 'insecure'
  /** The password or key is not accepted: wrong, revoked or expired. */
  | 'login'
  /** The system gives out no passwords for programs. */
  | 'no-passwords'
  /** There is no password or key here: forgotten, or never carried over from another computer. */
  | 'no-secret'
  /** The account may not do this. */
  | 'forbidden'
  | 'too-large'
  /** Too many requests; `seconds` until more are taken, when the system says. */
  | 'busy'
  /** The system itself failed. */
  | 'broken'
  | 'timeout'
  /** An answer that makes no sense: cut short, or a page instead of data. */
  | 'garbled'
  /** The system refuses what was sent; `detail` is its own sentence. */
  | 'rejected'
  /** What was published is no longer there. */
  | 'gone'
  /** Another window is publishing to the same place. */
  | 'occupied';

export type Failure =
  | {
      kind: 'target';
      trouble: TargetTrouble;
      /** The host, or the name of the connection. */
      place: string;
      /** The system's own words, or the name of the file, where there is one. */
      detail?: string;
      seconds?: number;
    }
  /** `own`: what would replace it, in words made the same way; missing where a text is only added to. */
  | { kind: 'remote-changed'; remote: RemoteText; own?: RemoteText }
  | { kind: 'rights-missing'; images: string[] }
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
  /** `detail`: what the reader of JSON says, where it is none. */
  | { kind: 'templates-unreadable'; reason: 'not-json' | 'not-templates' | 'newer' | 'too-large'; detail: string }
  /** Not before this moment, milliseconds since the epoch, said in this time zone. */
  | { kind: 'embargoed'; at: number; zone: string }
  | { kind: 'cancelled' }
  | { kind: 'unexpected'; detail: string };

/** A thrown value as a failure: for the one catch at an entry point, where bugs are shown instead of swallowed. */
export function unexpected(error: unknown): Failure {
  return { kind: 'unexpected', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}
