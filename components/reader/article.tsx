/** The text as it was kept, with the images whose bytes are here; what stood beside the text comes after it. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import { t } from '../../lib/state/i18n';
import { mountArticle, placeImages, type Reader, type ShownImage } from '../../lib/state/reader';
import { Icon } from '../ui/icon';
import styles from './article.module.css';
import { LoadImages } from './load-images';

export type ArticleProps = {
  clip: Clip;
  reader: Reader;
  /** Where the text is put. */
  text: RefObject<HTMLDivElement | null>;
  /** Told each time it has been put there. */
  onText: (text: HTMLElement) => void;
};

export function Article({ clip, reader, text: element, onText }: ArticleProps) {
  const body = reader.body.value;
  const images = reader.images.value;
  const { lead, after } = useMemo(() => placeImages(body, images), [body, images]);
  useLayoutEffect(() => {
    if (!element.current || !body) return;
    mountArticle(element.current, body, images, {
      open: t('reader_open_image'),
      withheld: t('reader_image_withheld'),
      note: t('reader_image_note'),
    });
    onText(element.current);
  }, [body, images, element, onText]);
  if (body === undefined) return null;
  return (
    <div class={styles.article} lang={clip.language ?? undefined}>
      <LoadImages reader={reader} />
      {lead && <Picture image={lead} />}
      {body ? <div ref={element} class={styles.text} /> : clip.excerpt && <p class={styles.excerpt}>{clip.excerpt}</p>}
      {after.length > 0 && (
        <section class={styles.gallery} aria-label={t('reader_gallery')}>
          {after.map((image) => (
            <Picture key={image.id} image={image} />
          ))}
        </section>
      )}
    </div>
  );
}

function Picture({ image }: { image: ShownImage }) {
  return (
    <figure class={styles.figure}>
      {image.address ? (
        <img
          src={image.address}
          data-image={image.url}
          alt={image.alt || image.caption}
          width={image.width ?? undefined}
          height={image.height ?? undefined}
          decoding="async"
        />
      ) : (
        <span class={styles.missing} data-image={image.url}>
          <Icon name="image-off" size={20} />
          {image.withheld && <span>{t('reader_image_withheld')}</span>}
          <a href={image.url} target="_blank" rel="noopener noreferrer">
            {t('reader_open_image')}
          </a>
        </span>
      )}
      <button type="button" data-note-image={image.url}>
        {t('reader_image_note')}
      </button>
      {(image.caption || image.credit) && (
        <figcaption>
          {image.caption}
          {image.credit && <span class={styles.credit}> {image.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
