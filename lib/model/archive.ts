/** What an archive holds, as the parts that write it, read it and store it agree on. */
import type { Annotation } from './annotation';
import type { Body, Clip, ClipImage, ClipPatch } from './clip';
import type { ClipId } from './ids';
import type { Asset, Post, SharedPost, StandingBlock } from './post';
import type { Publication } from './publication';
import type { SavedSearch } from './saved-search';
import type { Tag } from './tag';
import type { Connection } from './target';
import type { Template } from './template';

/** A clip with all that cannot be derived from it; see `ClipRow` in the store. */
export type ClipRecord = Clip & {
  keys: string[];
  found: Pick<Clip, 'byline' | 'siteName' | 'publishedAt' | 'language'>;
  changed: Partial<Record<keyof ClipPatch | 'deletedAt', number>>;
};

/** The records of an archive by table. A table is a table of the database, by the same name. */
export type ArchiveRecords = {
  clips: ClipRecord;
  bodies: Body;
  images: ClipImage;
  tags: Tag;
  posts: Post;
  assets: Asset;
  standing: StandingBlock;
  searches: SavedSearch;
  annotations: Annotation;
  connections: Connection;
  publications: Publication;
  shared: SharedPost;
  templates: Template;
  /** Two clips of which a person said that they are not one story. */
  storyApart: { pair: string; clips: [ClipId, ClipId]; at: number };
};
export type ArchiveTableName = keyof ArchiveRecords;
export type ArchiveRecord = ArchiveRecords[ArchiveTableName];

/** How records of an archive stand to what the library has. */
export type MergeCounts = { new: number; newer: number; older: number; same: number };

export const noCounts: MergeCounts = { new: 0, newer: 0, older: 0, same: 0 };

export function addCounts(a: MergeCounts, b: MergeCounts): MergeCounts {
  return { new: a.new + b.new, newer: a.newer + b.newer, older: a.older + b.older, same: a.same + b.same };
}
