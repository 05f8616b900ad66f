/** Label, hint and error around a control, tied to it for assistive technology. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from './classes';
import styles from './field.module.css';
import { Icon } from './icon';

export type FieldProps = {
  label: string;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean;
  hint?: ComponentChildren;
  /** What is wrong and what to do; replaces nothing, stands below. */
  error?: string | null;
};

export type ControlIds = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

export function Field({
  label,
  hideLabel = false,
  hint,
  error,
  children,
}: FieldProps & { children: (control: ControlIds) => ComponentChildren }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={styles.field}>
      <label for={id} class={classes(styles.label, hideLabel && styles.hidden)}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} class={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class={styles.error}>
          <Icon name="circle-alert" />
          {error}
        </p>
      )}
    </div>
  );
}
