/** A clip's picture in the list; its place is kept while it loads, and empty paper when there is none. */
import type { ImageId } from '../../lib/model/ids';
import { thumbnailOf } from '../../lib/state/thumbnails';
import styles from './thumbnail.module.css';

export function Thumbnail({ id }: { id: ImageId }) {
  const thumbnail = thumbnailOf(id).value;
  if (thumbnail.state === 'none') return null;
  return (
    <span class={styles.frame}>
      {thumbnail.state === 'ready' && <img class={styles.picture} src={thumbnail.url} alt="" decoding="async" />}
    </span>
  );
}
