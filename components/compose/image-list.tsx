/** Images in order, each with its words; more come from disk by choosing or dropping files. */
import { useRef, useState } from 'preact/hooks';
import type { PostImage } from '../../lib/model/post';
import { describeFailure } from '../../lib/state/failures';
import { t } from '../../lib/state/i18n';
import { moveItem, putBack } from '../../lib/state/post-edits';
import { keepImages } from '../../lib/state/posts';
import { showToast } from '../../lib/state/toasts';
import { Button } from '../ui/button';
import { ImageCard } from './image-card';
import styles from './image-list.module.css';
import { SortableList } from './sortable-list';

export type ImageListProps = {
  images: readonly PostImage[];
  /** Changes the list; changes of one `key` in quick succession are one step of undo. */
  onChange: (change: (images: PostImage[]) => PostImage[], key?: string) => void;
};

export function ImageList({ images, onChange }: ImageListProps) {
  const [over, setOver] = useState(false);
  const add = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const { images: kept, unreadable } = await keepImages(files);
    if (kept.length > 0) onChange((before) => [...before, ...kept]);
    if (!unreadable.ok) showToast({ text: describeFailure(unreadable.failure), tone: 'problem' });
  };
  const remove = (image: PostImage) => {
    const at = images.indexOf(image);
    onChange((before) => before.filter((one) => one.id !== image.id));
    showToast({ text: t('compose_image_removed'), undo: () => onChange((before) => putBack(before, image, at)) });
  };
  const nameOf = (image: PostImage, index: number) => image.caption || image.alt || t('compose_image_nth', index + 1);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a second way; the button is the first
    <div
      class={styles.images}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        void add([...event.dataTransfer.files]);
      }}
    >
      <SortableList
        label={t('compose_standing_images')}
        items={images}
        nameOf={nameOf}
        onMove={(from, to) => onChange((before) => moveItem(before, from, to))}
        class={styles.list}
      >
        {(image, handle, index) => (
          <ImageCard
            image={image}
            handle={handle}
            name={nameOf(image, index)}
            onChange={(patch, key) =>
              onChange((before) => before.map((one) => (one.id === image.id ? { ...one, ...patch } : one)), key)
            }
            onRemove={() => remove(image)}
          />
        )}
      </SortableList>
      <FileButton onFiles={(files) => void add(files)} />
    </div>
  );
}

function FileButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class={styles.add}>
      <input
        ref={input}
        class={styles.file}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
        aria-label={t('compose_add_images')}
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button icon="image-plus" onClick={() => input.current?.click()}>
        {t('compose_add_images')}
      </Button>
      <span class={styles.drop}>{t('compose_drop_images')}</span>
    </div>
  );
}
