/** One line of text. */
import type { InputHTMLAttributes, Ref } from 'preact';
import { Field, type FieldProps } from './field';
import styles from './field.module.css';

export type TextFieldProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'url' | 'email' | 'search' | 'number' | 'password' | 'date' | 'datetime-local';
  inputRef?: Ref<HTMLInputElement>;
  /** Said behind the value: its unit. */
  unit?: string;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | 'placeholder'
    | 'onBlur'
    | 'onKeyDown'
    | 'autoFocus'
    | 'autocomplete'
    | 'disabled'
    | 'lang'
    | 'dir'
    | 'inputMode'
    | 'min'
    | 'max'
    | 'step'
    | 'maxLength'
    | 'spellcheck'
    | 'name'
  >;

export function TextField({
  label,
  hideLabel,
  hint,
  error,
  value,
  type = 'text',
  onInput,
  inputRef,
  unit,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error}>
      {(control) => {
        const input = (
          <input
            // The attribute types tie each kind of input to the roles it may take; no role is set here.
            type={type as 'text'}
            autocomplete="off"
            {...rest}
            {...control}
            ref={inputRef}
            class={styles.control}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        );
        if (!unit) return input;
        return (
          <span class={styles.measured}>
            {input}
            {unit}
          </span>
        );
      }}
    </Field>
  );
}
