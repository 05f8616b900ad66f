/** The images that stand in a clip's text, off until chosen: those that stay have their words here. */
import type { ClipImage } from '../../lib/model/clip';
import type { ClipId } from '../../lib/model/ids';
import { t } from '../../lib/state/i18n';
import { type ImageUse, imageUse, standsInText, useImages } from '../../lib/state/post-edits';
import { editImageWords } from '../../lib/state/posts';
import { Button } from '../ui/button';
import { ImageChoice } from './clip-images';
import styles from './clip-images.module.css';
import { useDesk } from './desk';
import { ImageCard } from './image-card';

export function TextImages({ clipId }: { clipId: ClipId }) {
  const { composer } = useDesk();
  const { bodies, images: all } = composer.materials.value;
  const body = bodies.get(clipId);
  const images = [...all.values()]
    .filter((image) => image.clipId === clipId && standsInText(image, body))
    .sort((a, b) => a.position - b.position);
  if (images.length === 0) return null;
  const post = composer.post.value;
  const kept = images.filter((image) => imageUse(post, image.id) === 'text');
  const others = images.filter((image) => !kept.includes(image));
  const use = (chosen: readonly ClipImage[], how: ImageUse) =>
    composer.edit((before) => useImages(before, chosen, how));
  const nameOf = (image: ClipImage) => image.caption || image.alt || t('compose_image_nth', images.indexOf(image) + 1);
  return (
    <div class={styles.images}>
      <div class={styles.head}>
        <h4 class={styles.from}>
          {t('compose_text_images')}
          <span class={styles.hint}>{t('compose_clip_images_hint')}</span>
        </h4>
        {others.length > 0 && (
          <Button small icon="images" onClick={() => use(images, 'text')}>
            {t('compose_keep_all', images.length)}
          </Button>
        )}
        {kept.length > 0 && (
          <Button small variant="quiet" onClick={() => use(kept, 'off')}>
            {t('compose_keep_none')}
          </Button>
        )}
      </div>
      {kept.length > 0 && (
        <ul class={styles.kept}>
          {kept.map((image) => (
            <li key={image.id}>
              <ImageCard
                image={{ ...image, from: { kind: 'clip', imageId: image.id, clipId } }}
                name={nameOf(image)}
                stored
                onChange={(patch) => void editImageWords(image.id, patch)}
                onRemove={() => use([image], 'off')}
              />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul class={styles.grid}>
          {others.map((image) => (
            <li key={image.id}>
              <ImageChoice image={image} index={images.indexOf(image)} onUse={(how) => use([image], how)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
