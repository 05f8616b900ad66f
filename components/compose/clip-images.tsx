/** The images of a clip to choose from for a gallery; off until chosen. */
import type { ClipImage } from '../../lib/model/clip';
import type { BlockId, ClipId } from '../../lib/model/ids';
import { t } from '../../lib/state/i18n';
import { blocksOf, type ImageUse, imageUse, standsInText, useImages } from '../../lib/state/post-edits';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Select } from '../ui/select';
import styles from './clip-images.module.css';
import { useDesk } from './desk';

/** `gallery` is where "in the gallery" puts them. */
export function ClipImages({ clipId, gallery }: { clipId: ClipId; gallery: BlockId }) {
  const { composer } = useDesk();
  const { clips, images: all } = composer.materials.value;
  const images = [...all.values()].filter((image) => image.clipId === clipId);
  if (images.length === 0) return null;
  const post = composer.post.value;
  const used = images.filter((image) => imageUse(post, image.id) !== 'off');
  const use = (chosen: readonly ClipImage[], how: ImageUse) =>
    composer.edit((before) => useImages(before, chosen, how, gallery));
  const free = images.filter((image) => imageUse(post, image.id) === 'off');
  const clip = clips.get(clipId);
  return (
    <div class={styles.images}>
      <div class={styles.head}>
        <p class={styles.from}>
          {t('compose_third_party', clip?.siteName || clip?.title || '')}
          <span class={styles.hint}>{t('compose_clip_images_hint')}</span>
        </p>
        {free.length > 0 && (
          <Button small icon="images" onClick={() => use(free, 'gallery')}>
            {t('compose_use_all', images.length)}
          </Button>
        )}
        {used.length > 0 && (
          <Button small variant="quiet" onClick={() => use(images, 'off')}>
            {t('compose_use_none')}
          </Button>
        )}
      </div>
      <ul class={styles.grid}>
        {images.map((image, index) => (
          <li key={image.id}>
            <ImageChoice image={image} index={index} onUse={(how) => use([image], how)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type ChoiceProps = { image: ClipImage; index: number; onUse: (use: ImageUse) => void };

/** One image and how it is used. */
export function ImageChoice({ image, index, onUse }: ChoiceProps) {
  const { composer } = useDesk();
  const post = composer.post.value;
  const value = imageUse(post, image.id);
  const full = blocksOf(post, 'clip').some((block) => block.clipId === image.clipId && block.use === 'full');
  const inText = full && standsInText(image, composer.materials.value.bodies.get(image.clipId));
  const name = image.caption || image.alt || t('compose_image_nth', index + 1);
  return (
    <figure class={styles.choice} data-used={value !== 'off' || undefined}>
      {image.bytes ? (
        <img class={styles.picture} src={composer.imageUrl(image.bytes)} alt="" loading="lazy" />
      ) : (
        <span class={styles.missing}>
          <Icon name="image-off" size={20} />
          {t('compose_image_not_kept')}
        </span>
      )}
      <figcaption class={styles.caption} title={name}>
        {name}
      </figcaption>
      <Select
        label={t('compose_image_use', name)}
        hideLabel
        value={value}
        options={[
          { value: 'off' as const, label: t('compose_image_off') },
          { value: 'gallery' as const, label: t('compose_image_gallery') },
          ...(inText ? [{ value: 'text' as const, label: t('compose_image_text') }] : []),
        ]}
        onChange={onUse}
      />
    </figure>
  );
}
