/** Yes or no: a checkbox in lists and forms, a switch for what takes effect at once. */
import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { classes } from './classes';
import styles from './toggle.module.css';

export type ToggleProps = {
  label: string;
  /** BCP 47, where the label is words of another language. */
  labelLang?: string | undefined;
  hideLabel?: boolean;
  hint?: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

export function Checkbox({ indeterminate = false, ...props }: ToggleProps & { indeterminate?: boolean }) {
  return <Toggle {...props} indeterminate={indeterminate} look={styles.checkbox} />;
}

export function Switch(props: ToggleProps) {
  return <Toggle {...props} look={styles.switch} role="switch" />;
}

function Toggle({
  label,
  labelLang,
  hideLabel = false,
  hint,
  checked,
  onChange,
  disabled,
  indeterminate,
  inputRef,
  look,
  role,
}: ToggleProps & { indeterminate?: boolean; look: string | undefined; role?: 'switch' }) {
  const id = useId();
  return (
    <div class={styles.toggle}>
      <input
        id={id}
        type="checkbox"
        role={role}
        ref={inputRef}
        class={look}
        checked={checked}
        indeterminate={indeterminate}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id} lang={labelLang} class={classes(styles.label, hideLabel && styles.hidden)}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} class={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
