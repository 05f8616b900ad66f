/** What an archive holds: one line for each table, in the order of writing and restoring. See docs/archive-format.md. */
import type { ArchiveRecords, ArchiveTableName } from '../../model/archive';
import { annotation } from './annotation-shape';
import { post, shared, standing, template } from './post-shapes';
import { connection, publication } from './publication-shape';
import { type Check, record } from './shape';
import { asset, body, clip, image, search, storyApart, tag, type Wired } from './shapes';

export type ArchiveTable<Name extends ArchiveTableName = ArchiveTableName> = {
  name: Name;
  /** The field that names a record. */
  key: keyof ArchiveRecords[Name] & string;
  /** Reads a record as it stands in a line. */
  check: Check<Wired<ArchiveRecords[Name]>>;
  /** Set where a record belongs to a clip and goes with it: the field that names the clip. */
  clip?: keyof ArchiveRecords[Name] & string;
  /** Set where `bytes` are files of their own. Read few at a time. */
  hasFiles?: true;
  /** Counted for people before they restore. */
  shown?: true;
};

const table = <Name extends ArchiveTableName>(line: ArchiveTable<Name>) => line;

/**
 * What belongs to a clip comes before the clip: whoever hears of a new clip finds its text there. Tags come before
 * the clips that count them, posts after what they are made of.
 */
export const archiveTables = [
  table({ name: 'bodies', key: 'clipId', check: record(body), clip: 'clipId' }),
  table({ name: 'images', key: 'id', check: record(image), clip: 'clipId', hasFiles: true }),
  table({ name: 'annotations', key: 'id', check: record(annotation), clip: 'clipId' }),
  table({ name: 'tags', key: 'key', check: record(tag) }),
  table({ name: 'clips', key: 'id', check: record(clip), clip: 'id', shown: true }),
  table({ name: 'assets', key: 'id', check: record(asset), hasFiles: true, shown: true }),
  table({ name: 'standing', key: 'id', check: record(standing), shown: true }),
  table({ name: 'searches', key: 'id', check: record(search) }),
  table({ name: 'templates', key: 'id', check: record(template) }),
  table({ name: 'posts', key: 'id', check: record(post), shown: true }),
  table({ name: 'connections', key: 'id', check: record(connection) }),
  table({ name: 'publications', key: 'id', check: record(publication) }),
  table({ name: 'shared', key: 'postId', check: record(shared) }),
  table({ name: 'storyApart', key: 'pair', check: record(storyApart) }),
] as unknown as readonly ArchiveTable[];
