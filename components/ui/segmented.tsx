/** One of a few choices, all in view: radio buttons in one frame. */
import { useId } from 'preact/hooks';
import { classes } from './classes';
import { Icon } from './icon';
import type { IconName } from './icons';
import styles from './segmented.module.css';

export type SegmentedProps<Value extends string> = {
  label: string;
  hideLabel?: boolean;
  value: Value;
  options: readonly { value: Value; label: string; icon?: IconName; hideLabel?: boolean }[];
  onChange: (value: Value) => void;
  disabled?: boolean;
};

export function Segmented<Value extends string>({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
  disabled = false,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset class={styles.group} disabled={disabled}>
      <legend class={classes(styles.legend, hideLabel && styles.hidden)}>{label}</legend>
      <div class={styles.frame}>
        {options.map((option) => (
          <label key={option.value} class={styles.option} title={option.hideLabel ? option.label : undefined}>
            <input
              type="radio"
              name={name}
              class={styles.hidden}
              value={option.value}
              checked={option.value === value}
              // A choice that was not taken up (refused, failed) goes back to what holds.
              ref={(input) => {
                if (input) input.checked = option.value === value;
              }}
              onChange={() => onChange(option.value)}
            />
            {option.icon && <Icon name={option.icon} />}
            <span class={option.hideLabel ? styles.hidden : undefined}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
