/** The one search box; it waits for a pause in typing, and for an input method to be done. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { filter, search } from '../../lib/state/library';
import { requestFocus, takeFocusRequest } from '../../lib/state/overlay';
import { IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './search-field.module.css';

/** Milliseconds without a key after which the list follows. */
const pause = 160;

export function SearchField() {
  const asked = filter.value.text ?? '';
  const [typed, setTyped] = useState(asked);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useFollow(asked, setTyped, input, timer);
  useSignalEffect(() => {
    if (takeFocusRequest('search')) input.current?.select();
  });

  const searchNow = (text: string) => {
    clearTimeout(timer.current);
    search(text.trim());
  };
  const type = (text: string, composing: boolean) => {
    setTyped(text);
    clearTimeout(timer.current);
    if (!composing) timer.current = setTimeout(searchNow, pause, text);
  };
  const clear = () => {
    setTyped('');
    searchNow('');
    input.current?.focus();
  };
  return (
    <search class={styles.search}>
      <Icon name="search" />
      <input
        ref={input}
        class={styles.input}
        type="search"
        aria-label={t('library_search')}
        placeholder={t('library_search_hint')}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        value={typed}
        onInput={(event) => type(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape' && typed) clear();
          else if (event.key === 'Escape') requestFocus('list');
          else if (event.key === 'Enter' || event.key === 'ArrowDown') {
            searchNow(typed);
            requestFocus('list');
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {typed ? <IconButton small icon="x" label={t('library_search_clear')} onClick={clear} /> : <kbd>/</kbd>}
    </search>
  );
}

/** Shows what is searched for when that changes elsewhere (a chip removed, back in the history), never over what is being typed. */
function useFollow(
  asked: string,
  setTyped: (text: string) => void,
  input: { current: HTMLInputElement | null },
  timer: { current: ReturnType<typeof setTimeout> | undefined },
): void {
  useEffect(() => {
    if (document.activeElement === input.current && asked) return;
    clearTimeout(timer.current);
    setTyped(asked);
  }, [asked, setTyped, input, timer]);
  useEffect(() => () => clearTimeout(timer.current), [timer]);
}
