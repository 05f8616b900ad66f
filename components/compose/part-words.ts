/** How the parts of a post are called and drawn in lists. */
import type { Block, BlockKind } from '../../lib/model/post';
import type { Composer } from '../../lib/state/compose';
import { type MessageKey, t, tn } from '../../lib/state/i18n';
import type { IconName } from '../ui/icons';

export const partIcons: Readonly<Record<BlockKind, IconName>> = {
  commentary: 'pen-line',
  clip: 'newspaper',
  digest: 'list',
  gallery: 'images',
  standing: 'blocks',
  source: 'link',
  share: 'share-2',
};

export const partLabels: Readonly<Record<BlockKind, MessageKey>> = {
  commentary: 'compose_part_commentary',
  clip: 'compose_part_clip',
  digest: 'compose_part_digest',
  gallery: 'compose_part_gallery',
  standing: 'compose_part_standing',
  source: 'compose_part_source',
  share: 'compose_part_share',
};

/** The kind of a part and what is in it: "Clip", "Automotive leather …". The second is empty for an empty part. */
export function partWords(block: Block, { materials }: Composer): { kind: string; content: string } {
  const kind = t(partLabels[block.kind]);
  const { clips, standing } = materials.value;
  switch (block.kind) {
    case 'commentary':
      return { kind, content: block.markdown.replace(/[*_#>`[\]]|\(https?:[^)]*\)/gu, '').slice(0, 80) };
    case 'clip':
      return { kind, content: clips.get(block.clipId)?.title ?? '' };
    case 'digest':
      return { kind, content: block.groups.flatMap(({ title }) => title || []).join(' · ') };
    case 'gallery':
      return {
        kind,
        content: [block.title, block.images.length > 0 && tn('compose_image_count', block.images.length)]
          .filter(Boolean)
          .join(' · '),
      };
    case 'standing':
      return { kind, content: standing.get(block.standingId)?.name ?? '' };
    default:
      return { kind, content: '' };
  }
}
