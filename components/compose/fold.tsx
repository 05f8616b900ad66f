/** A part that can be folded away, with a glance at what is in it while it is closed. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { classes } from '../ui/classes';
import styles from './fold.module.css';

export type FoldProps = {
  label: string;
  glance?: string;
  open: boolean;
  onToggle?: (open: boolean) => void;
  /** Name by which `goTo` finds it. */
  place?: string;
  lined?: boolean;
  children: ComponentChildren;
};

/** `open` is how it starts; from then on it is the person's. */
export function Fold({ label, glance, open, onToggle, place, lined = false, children }: FoldProps) {
  const [atFirst] = useState(open);
  return (
    <details
      class={classes(styles.fold, lined && styles.lined)}
      open={atFirst}
      data-place={place}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary class={styles.summary}>
        <span>{label}</span>
        {glance && <span class={styles.glance}>{glance}</span>}
      </summary>
      <div class={styles.body}>{children}</div>
    </details>
  );
}
