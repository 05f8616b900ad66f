/** A button that opens a list of actions, by the ARIA menu-button pattern (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/). */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button, type ButtonVariant, IconButton } from './button';
import { classes } from './classes';
import { useFloating } from './floating';
import { Icon } from './icon';
import type { IconName } from './icons';
import styles from './menu.module.css';

export type MenuItem =
  /** Begins a group of items that ends at the next heading or separator; in two columns when they are short. */
  | { heading: string; columns?: boolean }
  | {
      label: string;
      icon?: IconName;
      /** A second line that says more. */
      hint?: string;
      shortcut?: string;
      danger?: boolean;
      disabled?: boolean;
      /** For items that are on or off. */
      checked?: boolean;
      onSelect: () => void;
    }
  | 'separator';

export type MenuProps = {
  /** Names the button and the menu. */
  label: string;
  items: readonly MenuItem[];
  /** The button shows this icon alone … */
  icon?: IconName;
  /** … or, when set, the label as text. */
  showLabel?: boolean;
  variant?: ButtonVariant;
  align?: 'start' | 'end';
  small?: boolean;
  disabled?: boolean;
};

export function Menu({
  label,
  items,
  icon = 'ellipsis',
  showLabel,
  variant,
  align = 'end',
  small,
  disabled,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useFloating(open, button, list, { align });
  useOutsidePress(open, [button, list], () => setOpen(false));

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const trigger = {
    buttonRef: button,
    disabled,
    small,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': open ? id : undefined,
    onClick: () => setOpen(!open),
    onKeyDown: (event: KeyboardEvent) => {
      if (open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      setOpen(true);
    },
  } as const;
  return (
    <div class={styles.menu}>
      {showLabel ? (
        <Button {...trigger} variant={variant} icon={icon === 'ellipsis' ? undefined : icon} iconAfter="chevron-down">
          {label}
        </Button>
      ) : (
        <IconButton {...trigger} icon={icon} label={label} variant={variant === 'plain' ? 'plain' : 'quiet'} />
      )}
      {open && <MenuList id={id} label={label} items={items} list={list} onClose={close} />}
    </div>
  );
}

type ListProps = {
  id: string;
  label: string;
  items: readonly MenuItem[];
  list: { current: HTMLDivElement | null };
  onClose: () => void;
};

function MenuList({ id, label, items, list, onClose }: ListProps) {
  useEffect(() => enabledItems(list.current)[0]?.focus(), [list]);
  return (
    <div
      id={id}
      ref={list}
      role="menu"
      aria-label={label}
      popover="manual"
      class={styles.list}
      onKeyDown={(event) => moveInMenu(event, list.current, onClose)}
    >
      {groupsOf(items).map((group, i) =>
        group === 'separator' ? (
          <hr key={`separator-${i}`} class={styles.separator} />
        ) : (
          <MenuGroup key={group.heading?.heading ?? `group-${i}`} group={group} onClose={onClose} />
        ),
      )}
    </div>
  );
}

type Action = Exclude<MenuItem, 'separator' | { heading: string }>;
type Group = { heading: Extract<MenuItem, { heading: string }> | null; actions: Action[] };

/** Items with the heading they stand under. */
function groupsOf(items: readonly MenuItem[]): (Group | 'separator')[] {
  const groups: (Group | 'separator')[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item === 'separator') groups.push(item);
    else if ('heading' in item) groups.push({ heading: item, actions: [] });
    else if (last && last !== 'separator') last.actions.push(item);
    else groups.push({ heading: null, actions: [item] });
  }
  return groups;
}

function MenuGroup({ group: { heading, actions }, onClose }: { group: Group; onClose: () => void }) {
  const id = useId();
  const shown = actions.map((item) => <MenuAction key={item.label} item={item} onClose={onClose} />);
  if (!heading) return <>{shown}</>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-labelledby={id} class={styles.group}>
      <div id={id} role="presentation" class={styles.heading}>
        {heading.heading}
      </div>
      <div role="presentation" class={heading.columns ? styles.columns : undefined}>
        {shown}
      </div>
    </div>
  );
}

function MenuAction({ item, onClose }: { item: Action; onClose: () => void }) {
  return (
    <button
      type="button"
      {...(item.checked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
      tabIndex={-1}
      disabled={item.disabled}
      class={classes(styles.item, item.danger && styles.danger)}
      onClick={() => {
        onClose();
        item.onSelect();
      }}
    >
      <span class={styles.mark}>{item.checked ? <Icon name="check" /> : item.icon && <Icon name={item.icon} />}</span>
      <span class={styles.text}>
        {item.label}
        {item.hint && <span class={styles.hint}>{item.hint}</span>}
      </span>
      {item.shortcut && <kbd>{item.shortcut}</kbd>}
    </button>
  );
}

function enabledItems(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
}

/** Arrows, Home and End, the first letter of an item, Escape and Tab. */
function moveInMenu(event: KeyboardEvent, list: HTMLElement | null, onClose: () => void) {
  const items = enabledItems(list);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const goTo = (i: number) => items[(i + items.length) % items.length]?.focus();
  if (event.key === 'ArrowDown') goTo(at + 1);
  else if (event.key === 'ArrowUp') goTo(at < 0 ? -1 : at - 1);
  else if (event.key === 'Home') goTo(0);
  else if (event.key === 'End') goTo(-1);
  else if (event.key === 'Escape' || event.key === 'Tab') onClose();
  else if (event.key.length === 1 && event.key !== ' ') {
    const letter = event.key.toLocaleLowerCase();
    const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    after.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
  } else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}

/** Calls `onPress` when the pointer goes down, or focus goes, anywhere but in `inside`. */
function useOutsidePress(active: boolean, inside: readonly { current: HTMLElement | null }[], onPress: () => void) {
  useEffect(() => {
    if (!active) return;
    const pressed = (event: Event) => {
      if (event.target instanceof Node && !inside.some((box) => box.current?.contains(event.target as Node))) onPress();
    };
    addEventListener('pointerdown', pressed, true);
    addEventListener('focusin', pressed, true);
    return () => {
      removeEventListener('pointerdown', pressed, true);
      removeEventListener('focusin', pressed, true);
    };
  });
}
