/** The list of clips with its search, its filters and what can be done with what is selected. */
import { computed, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Clip } from '../../lib/model/clip';
import type { ClipId } from '../../lib/model/ids';
import { t } from '../../lib/state/i18n';
import {
  begin,
  clips,
  cursor,
  filter,
  loaded,
  loadMore,
  openClip,
  openId,
  selected,
  selectTo,
  setCursor,
  toggleSelected,
  total,
  words,
} from '../../lib/state/library';
import { starClip } from '../../lib/state/list-actions';
import { writeFilter } from '../../lib/state/list-filter';
import { isFocusRequested, openOverlay, takeFocusRequest } from '../../lib/state/overlay';
import { nameOfPlace } from '../../lib/state/search-names';
import { settings } from '../../lib/state/settings';
import { Spinner } from '../ui/spinner';
import { FootBar } from './bulk-bar';
import { ClipRow } from './clip-row';
import { EmptyList } from './empty-list';
import { ListHead } from './list-head';
import styles from './list-pane.module.css';
import { VirtualList } from './virtual-list';

export function ListPane({ onMenu }: { onMenu: (() => void) | null }) {
  return (
    <section class={styles.pane} aria-label={nameOfPlace(filter.value.place)}>
      <ListHead onMenu={onMenu} />
      <div
        class={styles.body}
        data-selecting={selected.value.size > 0 || undefined}
        data-searching={searching.value || undefined}
      >
        <Body />
      </div>
      <FootBar />
    </section>
  );
}

function Body() {
  if (!loaded.value) return <Spinner label={t('library_loading')} />;
  if (clips.value.length === 0) return <EmptyList />;
  return <ClipList key={`${writeFilter(filter.value, 'all')} ${begin.value ?? ''}`} />;
}

/** A row holds four lines (compact: two, with found passages six), which grow with the text, within gaps, padding and a border, which do not. */
const rowHeights = { comfortable: { rem: 5, px: 33 }, compact: { rem: 2.5, px: 17 }, searching: { rem: 7.5, px: 33 } };

const searching = computed(() => words.value.length > 0 && settings.value.density !== 'compact');

const keyOf = (clip: Clip) => clip.id;
const idOf = (key: string) => `clip-${key}`;

function ClipList() {
  const list = useRef<HTMLDivElement>(null);
  const { density } = settings.value;
  const { rem, px } = rowHeights[searching.value ? 'searching' : density];
  const rowHeight = Math.round(rem * useTextSize()) + px;
  useSignalEffect(() => {
    if (!isFocusRequested('list')) return;
    // Once it is drawn: until then the list may lie inert under the reader, or go for another one. Whoever types on in
    // the search box meanwhile has taken the request back.
    requestAnimationFrame(() => {
      if (list.current && takeFocusRequest('list')) list.current.focus();
    });
  });
  return (
    <VirtualList
      listRef={list}
      label={nameOfPlace(filter.value.place)}
      items={clips.value}
      keyOf={keyOf}
      idOf={idOf}
      rowHeight={rowHeight}
      total={total.value ?? 0}
      active={cursor.value}
      onEndNear={loadMore}
      onClick={clickRow}
      onFocus={focusFirst}
      rowClass={styles.row}
      rowProps={(clip) => ({
        'aria-selected': selected.value.has(clip.id),
        'aria-current': clip.id === openId.value ? 'true' : undefined,
      })}
      renderRow={(clip) => <ClipRow clip={clip} words={words.value} compact={density === 'compact'} />}
    />
  );
}

/** Pixels to a rem: rows grow with the reader's text size. */
function useTextSize(): number {
  const measure = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const [size, setSize] = useState(measure);
  useLayoutEffect(() => {
    const follow = () => setSize(measure());
    addEventListener('resize', follow);
    return () => removeEventListener('resize', follow);
  });
  return size;
}

/** Click opens, Ctrl or Cmd adds, Shift selects up to here; the box and the star are targets of their own. */
function clickRow(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const id = event.target.closest<HTMLElement>('[role="option"]')?.dataset.key as ClipId | undefined;
  if (!id) return;
  const act = event.target.closest<HTMLElement>('[data-act]')?.dataset.act;
  if (event.shiftKey) selectTo(id);
  else if (act === 'select' || event.ctrlKey || event.metaKey) toggleSelected(id);
  else if (act === 'star') starClip(id);
  else if (act === 'story') {
    setCursor(id);
    openOverlay('story');
  } else openClip(id);
}

/** A list that is reached by keyboard has a row to act on. */
function focusFirst(event: FocusEvent): void {
  const first = clips.peek()[0];
  const byKeyboard = event.currentTarget instanceof Element && event.currentTarget.matches(':focus-visible');
  if (byKeyboard && cursor.peek() === null && first) setCursor(first.id);
}
