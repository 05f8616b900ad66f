/** One image of a post with its caption, credit, description and rights. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { BlockId, ImageId } from '../../lib/model/ids';
import type { PostImage } from '../../lib/model/post';
import { t } from '../../lib/state/i18n';
import { ownImageOf } from '../../lib/state/own-images';
import { thumbnailOf } from '../../lib/state/thumbnails';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import { imagePlace } from './desk';
import { DraftArea, DraftField } from './draft-field';
import styles from './image-card.module.css';

type Words = Pick<PostImage, 'caption' | 'credit' | 'alt' | 'rights'>;

export type ImageCardProps = {
  image: Words & Pick<PostImage, 'from'> & { id: BlockId | ImageId };
  /** What it is dragged by, where it can be. */
  handle?: ComponentChildren;
  name: string;
  /** Its words are not of the post: they come back from the database, later than they are typed. */
  stored?: boolean;
  onChange: (patch: Partial<Words>, key: string) => void;
  onRemove: () => void;
};

export function ImageCard({ image, handle, name, stored = false, onChange, onRemove }: ImageCardProps) {
  const Field = stored ? DraftField : TextField;
  const Area = stored ? DraftArea : TextArea;
  const field = (word: keyof Words) => ({
    value: image[word],
    // Each is one paragraph, however many lines were pasted.
    onInput: (text: string) => onChange({ [word]: text.replace(/\s*\n\s*/g, ' ') }, `${image.id}-${word}`),
  });
  return (
    <div class={styles.card} data-place={imagePlace(image.id)}>
      <div class={styles.side}>
        {handle}
        <Picture image={image} />
      </div>
      <div class={styles.words}>
        <Area rows={1} maxRows={4} label={t('compose_caption')} {...field('caption')} />
        <Area rows={1} maxRows={4} label={t('compose_alt')} placeholder={t('compose_alt_hint')} {...field('alt')} />
        <div class={styles.pair}>
          <Field label={t('compose_credit')} {...field('credit')} />
          <Field label={t('compose_rights')} placeholder={t('compose_rights_hint')} {...field('rights')} />
        </div>
      </div>
      <div class={styles.remove}>
        <IconButton small icon="x" label={t('common_remove_named', name)} onClick={onRemove} />
      </div>
    </div>
  );
}

/** The picture, or that it is not there: bytes may be missing, or be something no browser shows. */
function Picture({ image: { from } }: { image: Pick<PostImage, 'from'> }) {
  // Asked once: an image without bytes would be asked for again with every answer.
  const key = from.kind === 'clip' ? from.imageId : from.assetId;
  const source = useMemo(() => (from.kind === 'clip' ? thumbnailOf(from.imageId) : ownImageOf(from.assetId)), [key]);
  const picture = source.value;
  const [broken, setBroken] = useState(false);
  if (picture.state === 'ready' && !broken)
    return <img class={styles.picture} src={picture.url} alt="" onError={() => setBroken(true)} />;
  return (
    <span class={styles.missing}>
      {picture.state !== 'loading' && (
        <>
          <Icon name="image-off" size={20} />
          {t('compose_image_not_kept')}
        </>
      )}
    </span>
  );
}
