/** A digest with its reports filled in. */
import type { Part } from '../model/resolved-post';
import { type BlockOf, entriesOf, type Materials } from './materials';
import { sourceOf, sourcesOf } from './source';

/** Null when nothing is left of it; reports whose clip is gone, and groups without any, are left out. */
export function resolveDigest(block: BlockOf<'digest'>, materials: Materials): Part | null {
  const used = new Set(entriesOf(block).map(({ clipId }) => clipId));
  const groups = block.groups.map(({ title, entries }) => ({
    title: title.trim(),
    entries: entries.flatMap(({ clipId, comment, also = [] }) => {
      const clip = materials.clips.get(clipId);
      return clip
        ? {
            title: clip.title.trim(),
            comment: comment.trim(),
            source: sourceOf(clip),
            also: sourcesOf(also, materials, used),
          }
        : [];
    }),
  }));
  const filled = groups.filter(({ entries }) => entries.length > 0);
  return filled.length > 0 ? { kind: 'digest', groups: filled } : null;
}
