/** What posts and standing blocks hold on to: it outlives the clip's own wish to go. */
import type { Database } from './database';

/** Ids of the clips and clip images that a post (deleted posts too) or a standing block names. Needs both tables. */
export async function referencedByPosts(db: Database): Promise<{ clips: Set<string>; images: Set<string> }> {
  const clips = new Set<string>();
  const images = new Set<string>();
  const [posts, standing] = await Promise.all([db.posts.toArray(), db.standing.toArray()]);
  const pictures = standing.flatMap((block) => block.images);
  for (const block of posts.flatMap((post) => post.blocks)) {
    if (block.kind === 'gallery') pictures.push(...block.images);
    if (block.kind === 'source') for (const id of [...(block.clips ?? []), ...(block.also ?? [])]) clips.add(id);
    if (block.kind === 'digest')
      for (const { clipId, also = [] } of block.groups.flatMap(({ entries }) => entries))
        for (const id of [clipId, ...also]) clips.add(id);
    if (block.kind !== 'clip') continue;
    clips.add(block.clipId);
    for (const id of block.inlineImages) images.add(id);
  }
  for (const { from } of pictures) {
    if (from.kind !== 'clip') continue;
    clips.add(from.clipId);
    images.add(from.imageId);
  }
  return { clips, images };
}
