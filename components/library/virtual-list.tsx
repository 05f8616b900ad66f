/** A list of any length in which only the rows in view exist: TanStack's virtualizer behind a Preact component. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { classes } from '../ui/classes';
import styles from './virtual-list.module.css';

export type VirtualListProps<Item> = {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Height of every row, in pixels: rows of one height never jump. */
  rowHeight: number;
  /** How many rows there are in all, read or not. */
  total: number;
  /** Key of the row that keys act on; it is kept in view, and in the document, so that it can be announced. */
  active: string | null;
  /** Id of a row's element. */
  idOf: (key: string) => string;
  renderRow: (item: Item) => ComponentChildren;
  /** States of a row's element. */
  rowProps: (item: Item) => Pick<HTMLAttributes<HTMLDivElement>, 'aria-selected' | 'aria-current'>;
  rowClass?: string | undefined;
  /** Called when the last rows that were read come near. */
  onEndNear: () => void;
  listRef: { current: HTMLDivElement | null };
} & Pick<HTMLAttributes<HTMLDivElement>, 'onClick' | 'onFocus'>;

/** Rows kept ready beyond the edges of the view. */
const overscan = 8;
/** How many rows before the end the next ones are asked for. */
const ahead = 60;

export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, keyOf, total, active, idOf, rowHeight, renderRow, rowProps, rowClass, listRef } = props;
  const activeIndex = useIndexOf(items, keyOf, active);
  const virtualizer = useVirtualizer(items.length, rowHeight, listRef, activeIndex);
  useAnchor(items, keyOf, rowHeight, listRef);
  useActiveInView(active, activeIndex, rowHeight, listRef);
  const rows = virtualizer.getVirtualItems();
  const last = rows.findLast((row) => row.index !== activeIndex)?.index ?? 0;
  useLayoutEffect(() => {
    if (items.length > 0 && last >= items.length - ahead) props.onEndNear();
  }, [last, items.length, props.onEndNear]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page answers keys for the active row
    <div
      ref={listRef}
      class={styles.list}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={activeIndex >= 0 && active !== null ? idOf(active) : undefined}
      tabIndex={0}
      onClick={props.onClick}
      onFocus={props.onFocus}
    >
      <div class={styles.space} role="presentation" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const key = keyOf(item);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active row
            <div
              key={key}
              id={idOf(key)}
              role="option"
              aria-setsize={Math.max(total, items.length)}
              aria-posinset={row.index + 1}
              style={{ height: `${rowHeight}px`, transform: `translateY(${row.start}px)` }}
              data-key={key}
              {...rowProps(item)}
              class={classes(styles.row, rowClass)}
            >
              {renderRow(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function useVirtualizer(
  count: number,
  rowHeight: number,
  listRef: { current: HTMLDivElement | null },
  activeIndex: number,
): Virtualizer<HTMLDivElement, HTMLDivElement> {
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  const options = {
    count,
    overscan,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(),
    rangeExtractor: ({ startIndex, endIndex }: { startIndex: number; endIndex: number }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
      if (activeIndex < 0 || (activeIndex >= from && activeIndex <= to)) return indexes;
      return activeIndex < from ? [activeIndex, ...indexes] : [...indexes, activeIndex];
    },
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
  virtualizer.setOptions({ ...virtualizer.options, ...options });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Another row height (density, text size) makes all sizes stale.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  return virtualizer;
}

/** Where a key is, looked for only when the rows or the key changed. */
function useIndexOf<Item>(items: readonly Item[], keyOf: (item: Item) => string, key: string | null): number {
  const last = useRef({ items, key: null as string | null, index: -1 });
  if (last.current.items !== items || last.current.key !== key)
    last.current = { items, key, index: key === null ? -1 : items.findIndex((item) => keyOf(item) === key) };
  return last.current.index;
}

/** Keeps the rows in view where they are when others come or go above them; at the very top, new ones are shown. */
function useAnchor<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  rowHeight: number,
  listRef: { current: HTMLDivElement | null },
): void {
  const before = useRef(items);
  useLayoutEffect(() => {
    const list = listRef.current;
    const old = before.current;
    before.current = items;
    if (!list || old === items || list.scrollTop < rowHeight / 2) return;
    const top = Math.floor(list.scrollTop / rowHeight);
    // The first of the rows in view that is still there.
    for (let i = top; i < Math.min(old.length, top + 20); i++) {
      const item = old[i];
      if (item === undefined) return;
      const next = items[i];
      const at = next !== undefined && keyOf(next) === keyOf(item) ? i : indexOfKey(items, keyOf, keyOf(item));
      if (at < 0) continue;
      if (at !== i) list.scrollTop += (at - i) * rowHeight;
      return;
    }
  }, [items, keyOf, rowHeight, listRef]);
}

function indexOfKey<Item>(items: readonly Item[], keyOf: (item: Item) => string, key: string): number {
  return items.findIndex((item) => keyOf(item) === key);
}

function useActiveInView(
  active: string | null,
  index: number,
  rowHeight: number,
  listRef: { current: HTMLDivElement | null },
): void {
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    const list = listRef.current;
    if (!list || active === shown.current || (active !== null && index < 0)) return;
    shown.current = active;
    if (active === null) return;
    const top = index * rowHeight;
    const bottom = top + rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  }, [active, index, rowHeight, listRef]);
}
