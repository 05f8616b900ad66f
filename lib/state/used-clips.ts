/** Which clips have gone out in a post. */
import type { ClipId } from '../model/ids';
import type { Block } from '../model/post';
import { listPosts } from '../store/posts';
import { db } from './db';
import { live } from './live';

/** Clips whose text or images are in a post that was exported at least once. */
export const usedClips = live<ReadonlySet<ClipId>>(async () => {
  const exported = (await listPosts(db)).filter(({ receipts }) => receipts.length > 0);
  return new Set(exported.flatMap(({ blocks }) => blocks.flatMap(clipsOf)));
}, new Set());

function clipsOf(block: Block): ClipId[] {
  if (block.kind === 'clip') return [block.clipId];
  if (block.kind === 'digest') return block.groups.flatMap(({ entries }) => entries.map(({ clipId }) => clipId));
  if (block.kind !== 'gallery') return [];
  return block.images.flatMap(({ from }) => (from.kind === 'clip' ? [from.clipId] : []));
}
