/** How far a piece of work is; without `value` only that it is under way. */
import { useId } from 'preact/hooks';
import styles from './progress.module.css';

/** `value` is from 0 to 1. */
export function Progress({ label, value, hideLabel = false }: { label: string; value?: number; hideLabel?: boolean }) {
  const id = useId();
  return (
    <div class={styles.box}>
      <label for={id} class={hideLabel ? styles.hidden : styles.label}>
        {label}
      </label>
      <progress id={id} class={styles.bar} value={value} max={1} />
    </div>
  );
}
