/** A button, or a link that looks like one when it has an address. */
import type { ComponentChildren, HTMLAttributes, Ref, TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import styles from './button.module.css';
import { classes } from './classes';
import { Icon } from './icon';
import type { IconName } from './icons';
import { Spinner } from './spinner';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger' | 'link';

export type ButtonProps = {
  variant?: ButtonVariant;
  icon?: IconName;
  /** An icon behind the text: a chevron for what opens. */
  iconAfter?: IconName;
  /** Shows that it works on it; keeps its width and cannot be pressed again. */
  busy?: boolean;
  small?: boolean;
  /** As wide as its place. */
  wide?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  href?: string;
  /** Keyboard shortcut as shown to people: `E`, `Ctrl+K`. */
  shortcut?: string;
  title?: string;
  onClick?: (event: TargetedMouseEvent<HTMLElement>) => void;
  onKeyDown?: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  buttonRef?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
} & Pick<
  HTMLAttributes<HTMLElement>,
  'aria-expanded' | 'aria-haspopup' | 'aria-controls' | 'aria-pressed' | 'aria-describedby' | 'autoFocus'
>;

export function Button({
  variant = 'plain',
  icon,
  iconAfter,
  busy = false,
  small = false,
  wide = false,
  disabled = false,
  type = 'button',
  href,
  shortcut,
  buttonRef,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const look = classes(styles.button, styles[variant], small && styles.small, wide && styles.wide);
  const inside = (
    <>
      {busy ? <Spinner delayed={false} /> : icon && <Icon name={icon} />}
      <span class={styles.text}>{children}</span>
      {shortcut && <kbd class={styles.shortcut}>{shortcut}</kbd>}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
  if (href !== undefined)
    return (
      <a class={look} href={href} onClick={onClick} {...rest}>
        {inside}
      </a>
    );
  return (
    <button
      class={look}
      type={type}
      ref={buttonRef}
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {inside}
    </button>
  );
}

export type IconButtonProps = {
  icon: IconName;
  /** What it does: its accessible name and its tooltip. */
  label: string;
  variant?: 'quiet' | 'plain' | 'danger';
  /** Set for a toggle: `aria-pressed`, and the icon is filled when on. */
  pressed?: boolean;
  small?: boolean;
  disabled?: boolean;
  href?: string;
  onClick?: (event: TargetedMouseEvent<HTMLElement>) => void;
  onKeyDown?: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  buttonRef?: Ref<HTMLButtonElement>;
  tabIndex?: number;
} & Pick<HTMLAttributes<HTMLElement>, 'aria-expanded' | 'aria-haspopup' | 'aria-controls' | 'autoFocus'>;

export function IconButton({
  icon,
  label,
  variant = 'quiet',
  pressed,
  small = false,
  disabled = false,
  href,
  buttonRef,
  ...rest
}: IconButtonProps) {
  const look = classes(styles.button, styles.iconOnly, styles[variant], small && styles.small);
  const inside = <Icon name={icon} size={small ? 16 : 20} filled={pressed === true} />;
  if (href !== undefined)
    return (
      <a class={look} href={href} aria-label={label} title={label} {...rest}>
        {inside}
      </a>
    );
  return (
    <button
      class={look}
      type="button"
      ref={buttonRef}
      disabled={disabled}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      {...rest}
    >
      {inside}
    </button>
  );
}
