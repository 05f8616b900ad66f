/** Clips that come in from a file: how one joins what is there, and what is written down of an import. */
import type { HighlightColour } from './annotation';
import { type Clip, type ClipDraft, type ClipPatch, type ClipStatus, personalFields } from './clip';
import type { ImportId } from './ids';
import { mergeTags } from './tag';

/** Words of a page that were marked in another program. */
export type ArrivingHighlight = {
  quote: string;
  note: string;
  tags: string[];
  colour: HighlightColour;
  /** Milliseconds since the epoch; null when that is not known. */
  at: number | null;
};

/** A clip out of a file, clean and ready to be stored. */
export type Arrival = {
  page: Pick<
    ClipDraft,
    | 'url'
    | 'title'
    | 'byline'
    | 'siteName'
    | 'publishedAt'
    | 'language'
    | 'excerpt'
    | 'html'
    | 'text'
    | 'length'
    | 'images'
    | 'leadImage'
  >;
  tags: string[];
  note: string;
  highlights: ArrivingHighlight[];
  status: ClipStatus;
  starred: boolean;
  /** When it was saved in the other program; null when that is not known. */
  savedAt: number | null;
};

/** What became of the arrivals that were stored together. */
export type ImportCounts = { added: number; merged: number; unchanged: number };

export type ImportRecord = ImportCounts & {
  id: ImportId;
  /** The name of the file or folder. */
  name: string;
  /** Id of the importer. */
  importer: string;
  /** `interrupted`: the page was closed. Whatever the state, what came in is whole. */
  state: 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed' | 'undone';
  /** Entries that could not be read. */
  problems: number;
  /** The tag that everything in it got. */
  tag: string | null;
  startedAt: number;
  finishedAt: number | null;
};

/**
 * What an arrival changes in a clip that is there: tags united, notes joined, the earliest date, and facts only where
 * there were none. Nothing that a person wrote is replaced. Empty when it brings nothing new.
 */
export function joinArrival(clip: Clip, { page, tags, note, starred, savedAt }: Arrival): Partial<Clip> {
  const joined: Partial<Clip> = {
    tags: mergeTags(clip.tags, tags),
    note: joinNotes(clip.note, note),
    starred: clip.starred || starred,
    clippedAt: Math.min(clip.clippedAt, savedAt ?? clip.clippedAt),
    // A page without a title is named by its address.
    title: clip.title === clip.url && page.title ? page.title : clip.title,
    byline: clip.byline ?? page.byline,
    siteName: clip.siteName ?? page.siteName,
    publishedAt: clip.publishedAt ?? page.publishedAt,
    language: clip.language ?? page.language,
    excerpt: clip.excerpt || page.excerpt,
  };
  const changed = Object.entries(joined).filter(([name, value]) => {
    const before = clip[name as keyof Clip];
    return Array.isArray(value) ? value.length !== (before as string[]).length : value !== before;
  });
  return Object.fromEntries(changed);
}

const between = '\n\n---\n\n';

/** Both notes, unless one is in the other. */
function joinNotes(before: string, added: string): string {
  if (added === '' || before.includes(added)) return before;
  return before === '' || added.includes(before) ? added : before + between + added;
}

/** The fields among these that people edit. */
export function editedFields(changes: Partial<Clip>): (keyof ClipPatch)[] {
  return personalFields.filter((name) => name in changes);
}
