/** A small sign that something is being done; it waits a moment before it shows, so that quick work never flickers. */
import { classes } from './classes';
import { Icon } from './icon';
import styles from './spinner.module.css';

/** With a `label` it is announced; without, what stands beside it says what is happening. */
export function Spinner({ label, delayed = true }: { label?: string; delayed?: boolean }) {
  return (
    <span class={classes(styles.spinner, delayed && styles.delayed)} {...(label && { role: 'status' })}>
      <Icon name="loader-circle" />
      {label && <span class={styles.label}>{label}</span>}
    </span>
  );
}
