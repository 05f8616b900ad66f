/** What a post needs at a colleague's: its clips with their texts, its images, standing blocks and the company's own images. */
import { type Materials, postImagesOf } from '../compose/materials';
import type { ArchiveRecord, ArchiveRecords, ArchiveTableName } from '../model/archive';
import type { ClipImage } from '../model/clip';
import type { ImageId } from '../model/ids';
import type { Post } from '../model/post';
import type { Database } from '../store/database';
import { readRecords } from '../store/records';

/**
 * The records of a table that go with a post, in pages. Clips go without what is one's own (notes, tags, stars);
 * images that the post does not show go without their bytes, so that they can be fetched there.
 */
export async function* bundleRecords(
  db: Database,
  post: Post,
  materials: Materials,
  table: ArchiveTableName,
  pageSize: number,
): AsyncGenerator<readonly ArchiveRecord[]> {
  switch (table) {
    case 'posts':
      return yield [sentPost(post)];
    case 'standing':
      return yield [...materials.standing.values()];
    case 'assets':
      return yield [...materials.assets.values()];
    case 'clips':
    case 'bodies':
    case 'images': {
      const shown = imagesShown(post, materials);
      const of = { clipField: table === 'clips' ? ':id' : 'clipId', ids: [...materials.clips.keys()] };
      for await (const page of readRecords(db, table, pageSize, of)) {
        if (table === 'clips') yield page.map((record) => sentClip(record as ArchiveRecords['clips']));
        else if (table === 'images') yield page.map((record) => sentImage(record as ClipImage, shown));
        else yield page;
      }
    }
  }
}

/** Where it went is known on the computer from which it went. */
export function sentPost(post: Post): Post {
  return { ...post, receipts: [], deletedAt: null };
}

function sentClip({ story, readAt, ...clip }: ArchiveRecords['clips']): ArchiveRecords['clips'] {
  return { ...clip, note: '', tags: [], starred: false, status: 'kept', changed: {}, deletedAt: null };
}

function sentImage(image: ClipImage, shown: ReadonlySet<ImageId>): ClipImage {
  return shown.has(image.id) ? image : { ...image, bytes: null };
}

function imagesShown(post: Post, materials: Materials): Set<ImageId> {
  const inText = post.blocks.flatMap((block) => (block.kind === 'clip' ? block.inlineImages : []));
  const asFigures = postImagesOf(post, materials.standing).flatMap(({ from }) =>
    from.kind === 'clip' ? from.imageId : [],
  );
  return new Set([...inText, ...asFigures]);
}
