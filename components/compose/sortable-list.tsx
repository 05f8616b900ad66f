/** A list that is put in order by dragging a handle, or with Alt and the arrow keys from anywhere in an item. */
import type { ComponentChildren, TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { Icon } from '../ui/icon';
import styles from './sortable-list.module.css';

export type SortableListProps<T extends { id: string }> = {
  label: string;
  items: readonly T[];
  nameOf: (item: T, index: number) => string;
  /** Moves the item at `from` to `to`. */
  onMove: (from: number, to: number) => void;
  /** Draws an item; `handle` is what it is dragged by. */
  children: (item: T, handle: ComponentChildren, index: number) => ComponentChildren;
  class?: string | undefined;
};

type Drag = { from: number; to: number };

export function SortableList<T extends { id: string }>(props: SortableListProps<T>) {
  const { label, items, nameOf, onMove, children } = props;
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const keepFocus = useFocusAfterMove();

  const move = (from: number, to: number) => {
    const item = items[from];
    if (!item || to === from || to < 0 || to >= items.length) return;
    keepFocus();
    onMove(from, to);
    setSaid(t('compose_moved', nameOf(item, from), to + 1, items.length));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>, index: number) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + step);
  };
  return (
    <>
      <ul ref={list} class={props.class} aria-label={label}>
        {items.map((item, index) => (
          <li
            key={item.id}
            class={styles.item}
            data-sortable
            data-dragged={drag?.from === index || undefined}
            data-drop={dropMark(drag, index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {children(
              item,
              <button
                type="button"
                class={styles.handle}
                aria-label={t('compose_drag', nameOf(item, index))}
                title={t('compose_parts_hint')}
                onPointerDown={(event) => startDrag(event, index, list.current, setDrag, move)}
              >
                <Icon name="grip-vertical" />
              </button>,
              index,
            )}
          </li>
        ))}
      </ul>
      <p class={styles.said} role="status">
        {said}
      </p>
    </>
  );
}

/** Where the dragged item would come to stand: a line before or after an item. */
function dropMark(drag: Drag | null, index: number): 'before' | 'after' | undefined {
  if (!drag || drag.to !== index || drag.to === drag.from) return undefined;
  return drag.to < drag.from ? 'before' : 'after';
}

/** A moved element loses the focus in some browsers; what had it gets it back. */
function useFocusAfterMove(): () => void {
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = focused.current;
    focused.current = null;
    if (!element?.isConnected) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  });
  return () => {
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  };
}

function startDrag(
  down: TargetedPointerEvent<HTMLElement>,
  from: number,
  list: HTMLElement | null,
  show: (drag: Drag | null) => void,
  move: (from: number, to: number) => void,
) {
  if (down.button !== 0 || !list) return;
  const handle = down.currentTarget;
  handle.setPointerCapture(down.pointerId);
  let to = from;
  const follow = (event: PointerEvent) => {
    scrollAtEdge(list, event.clientY);
    to = placeAt(list, from, event.clientY);
    show({ from, to });
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    to = from;
    end();
  };
  const end = () => {
    handle.removeEventListener('pointermove', follow);
    handle.removeEventListener('pointerup', end);
    handle.removeEventListener('pointercancel', end);
    removeEventListener('keydown', cancel, true);
    show(null);
    move(from, to);
  };
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('pointerup', end);
  handle.addEventListener('pointercancel', end);
  addEventListener('keydown', cancel, true);
}

/** The place an item has when it is let go at this height: past the middle of another one it takes its place. */
function placeAt(list: HTMLElement, from: number, y: number): number {
  const items = [...list.children].filter((child) => child.hasAttribute('data-sortable'));
  let to = from;
  for (const [index, item] of items.entries()) {
    const { top, height } = item.getBoundingClientRect();
    if (index < from && y < top + height / 2) return index;
    if (index > from && y > top + height / 2) to = index;
  }
  return to;
}

const edge = 48;

function scrollAtEdge(list: HTMLElement, y: number) {
  for (let box = list.parentElement; box; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const { top, bottom } = box.getBoundingClientRect();
    if (y < top + edge) box.scrollBy(0, -8);
    else if (y > bottom - edge) box.scrollBy(0, 8);
    return;
  }
}
