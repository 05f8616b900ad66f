/** Several lines of text; grows with what is written, up to `maxRows`. */
import type { Ref, TextareaHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Field, type FieldProps } from './field';
import styles from './field.module.css';

export type TextAreaProps = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  /** Lines shown when empty. */
  rows?: number;
  /** Lines after which it scrolls inside. */
  maxRows?: number;
  areaRef?: Ref<HTMLTextAreaElement>;
} & Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'placeholder' | 'onBlur' | 'onKeyDown' | 'autoFocus' | 'disabled' | 'lang' | 'dir' | 'maxLength' | 'spellcheck'
  >;

export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  value,
  onInput,
  rows = 2,
  maxRows = 12,
  areaRef,
  ...rest
}: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const grow = useGrowth(own, value, rows, maxRows);
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          ref={(element) => {
            own.current = element;
            if (typeof areaRef === 'function') areaRef(element);
            else if (areaRef) areaRef.current = element;
          }}
          rows={rows}
          class={`${styles.control} ${styles.area}`}
          value={value}
          onInput={(event) => {
            onInput(event.currentTarget.value);
            grow();
          }}
        />
      )}
    </Field>
  );
}

/**
 * Sets the height to that of the text where the browser has no `field-sizing`; a limit in lines either way. What is cut
 * off at the limit is marked by `data-cut`.
 */
export function useGrowth(area: { current: HTMLTextAreaElement | null }, value: string, rows: number, maxRows: number) {
  const grow = () => {
    const element = area.current;
    if (!element) return;
    const style = getComputedStyle(element);
    const line = Number.parseFloat(style.lineHeight) || 20;
    const frame = ['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'] as const;
    const around = frame.reduce((sum, side) => sum + (Number.parseFloat(style[side]) || 0), 0);
    element.style.minHeight = `${Math.ceil(rows * line + around)}px`;
    element.style.maxHeight = `${Math.ceil(maxRows * line + around)}px`;
    if (!globalThis.CSS?.supports?.('field-sizing', 'content')) {
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight + 2}px`;
    }
    element.toggleAttribute('data-cut', element.scrollHeight > element.clientHeight + 2);
  };
  useLayoutEffect(grow, [value, rows, maxRows]);
  return grow;
}
