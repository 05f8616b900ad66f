/** The colour of a tag, as a dot beside its name. */
import type { TagColour } from '../../lib/model/tag';
import styles from './tag-dot.module.css';

/** Nothing where a tag has no colour; the name beside it says what it is. */
export function TagDot({ colour }: { colour: TagColour | undefined }) {
  return colour ? <span class={styles.dot} data-colour={colour} aria-hidden="true" /> : null;
}
