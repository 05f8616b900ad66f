/**
 * The one search box, with suggestions (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/); it waits for a pause in
 * typing, and for an input method to be done.
 */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t, tn } from '../../lib/state/i18n';
import { filter } from '../../lib/state/library';
import { openOverlay, requestFocus, takeFocusRequest } from '../../lib/state/overlay';
import {
  active,
  clearSearch,
  closeSuggestions,
  leaveSearch,
  openSuggestions,
  pointBy,
  searchNow,
  showAsked,
  suggestions,
  take,
  typed,
  typeSearch,
} from '../../lib/state/search-box';
import { nameOfPlace } from '../../lib/state/search-names';
import type { Suggestion } from '../../lib/state/search-suggestions';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './search-field.module.css';
import { SearchSuggestions } from './search-suggestions';

export function SearchField() {
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const caret = useRef<number | null>(null);
  const id = useId();
  const text = typed.value;
  const offered = suggestions.value;
  const at = active.value;
  useFollow(input);
  useSignalEffect(() => {
    if (takeFocusRequest('search')) input.current?.select();
  });
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const pick = (suggestion: Suggestion) => {
    caret.current = take(suggestion);
    input.current?.focus();
  };
  const clear = () => {
    clearSearch();
    input.current?.focus();
  };
  const optionId = (index: number) => `${id}-${index}`;
  const place = filter.value.place;
  return (
    <search class={styles.search} ref={frame}>
      <Icon name="search" />
      <input
        ref={input}
        class={styles.input}
        role="combobox"
        aria-label={t('library_search')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={offered.length > 0}
        aria-controls={offered.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={at >= 0 ? optionId(at) : undefined}
        placeholder={place === 'all' ? t('library_search_hint') : t('search_hint_in', nameOfPlace(place))}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        value={text}
        onInput={({ currentTarget: field, isComposing }) =>
          typeSearch(field.value, field.selectionStart ?? field.value.length, isComposing)
        }
        onCompositionEnd={({ currentTarget: field }) =>
          typeSearch(field.value, field.selectionStart ?? field.value.length, false)
        }
        onClick={({ currentTarget: field }) => {
          takeFocusRequest('list');
          openSuggestions(field.selectionStart ?? 0);
        }}
        onBlur={leaveSearch}
        onKeyDown={(event) => {
          // 229: a key that an input method took, also where the browser does not say that it composes.
          if (event.isComposing || event.keyCode === 229) return;
          takeFocusRequest('list'); // whoever goes on here stays here
          if (!press(event.key, event.currentTarget, pick)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class={styles.ends}>
        {text ? <IconButton small icon="x" label={t('library_search_clear')} onClick={clear} /> : <kbd>/</kbd>}
        <IconButton small icon="circle-help" label={t('search_tips')} onClick={() => openOverlay('search-tips')} />
      </span>
      <SearchSuggestions id={`${id}-list`} anchor={frame} optionId={optionId} onPick={pick} />
      <span class={styles.said} role="status">
        {offered.length > 0 && tn('search_suggested', offered.length)}
      </span>
    </search>
  );
}

/** What a key does in the box; false where it is the box's own. */
function press(key: string, field: HTMLInputElement, pick: (suggestion: Suggestion) => void): boolean {
  const offered = suggestions.peek();
  const chosen = offered[active.peek()];
  switch (key) {
    case 'ArrowDown':
      if (offered.length > 0) pointBy(1);
      else if (field.value === '') openSuggestions(0);
      else goToList();
      return true;
    case 'ArrowUp':
      if (offered.length > 0) pointBy(-1);
      return offered.length > 0;
    case 'Enter':
      if (chosen) pick(chosen);
      else goToList();
      return true;
    case 'Escape':
      if (offered.length > 0) closeSuggestions();
      else if (field.value) clearSearch();
      else requestFocus('list');
      return true;
    default:
      return false;
  }
}

function goToList(): void {
  searchNow();
  requestFocus('list');
}

/** Shows what is searched for when that changes elsewhere, never over what is being typed. */
function useFollow(input: { current: HTMLInputElement | null }): void {
  const asked = filter.value;
  useEffect(() => {
    if (document.activeElement !== input.current) showAsked();
  }, [asked, input]);
}
