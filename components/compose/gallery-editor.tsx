/** A gallery: its images with their words, images from disk, and those of the clips to choose from. */

import type { PostImage } from '../../lib/model/post';
import { t } from '../../lib/state/i18n';
import { type BlockOf, blocksOf, changeBlock } from '../../lib/state/post-edits';
import { TextField } from '../ui/text-field';
import { ClipImages } from './clip-images';
import { useDesk } from './desk';
import { Fold } from './fold';
import styles from './gallery-editor.module.css';
import { ImageList } from './image-list';

export function GalleryEditor({ block }: { block: BlockOf<'gallery'> }) {
  const { composer } = useDesk();
  const edit = (change: (one: BlockOf<'gallery'>) => BlockOf<'gallery'>, key = '') =>
    composer.edit((post) => changeBlock(post, block.id, 'gallery', change), key);
  const clipIds = [...new Set(blocksOf(composer.post.value, 'clip').map((one) => one.clipId))];
  const { images } = composer.materials.value;
  const withImages = clipIds.filter((id) => [...images.values()].some((image) => image.clipId === id));
  return (
    <div class={styles.gallery}>
      <TextField
        label={t('compose_gallery_title')}
        value={block.title}
        onInput={(title) => edit((one) => ({ ...one, title }), `${block.id}-title`)}
      />
      <ImageList
        images={block.images}
        onChange={(change: (images: PostImage[]) => PostImage[], key) =>
          edit((one) => ({ ...one, images: change(one.images) }), key)
        }
      />
      {withImages.length > 0 && (
        <Fold label={t('compose_clip_images')} open={block.images.length === 0}>
          {withImages.map((clipId) => (
            <ClipImages key={clipId} clipId={clipId} gallery={block.id} />
          ))}
        </Fold>
      )}
    </div>
  );
}
