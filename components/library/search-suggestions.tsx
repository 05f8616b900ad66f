/** What the search box offers, under it; pointed at from the box, which keeps the focus. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '../../lib/state/i18n';
import type { Operator } from '../../lib/state/query-text';
import { forgetSearches } from '../../lib/state/recent-searches';
import { active, pointTo, suggestions } from '../../lib/state/search-box';
import type { Suggestion } from '../../lib/state/search-suggestions';
import { useFloating } from '../ui/floating';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import styles from './search-suggestions.module.css';

type Props = {
  id: string;
  anchor: { current: HTMLElement | null };
  optionId: (index: number) => string;
  onPick: (suggestion: Suggestion) => void;
};

export function SearchSuggestions({ id, anchor, optionId, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const offered = suggestions.value;
  const at = active.value;
  useFloating(offered.length > 0, anchor, list, { fitWidth: true });
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (offered.length === 0) return null;
  const hasRecent = offered.some((one) => one.kind === 'search' && one.source === 'recent');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press here must not take the focus from the box
    <div ref={list} popover="manual" class={styles.box} onMouseDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={t('search_suggestions')}>
        {offered.map((one, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box answers keys for the option it points at
          // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is pointed at, not focused
          <div
            key={`${one.kind}${one.label}${one.detail}`}
            id={optionId(i)}
            role="option"
            aria-selected={i === at}
            class={styles.option}
            onPointerMove={() => pointTo(i)}
            onClick={() => onPick(one)}
          >
            <Icon name={iconOf(one)} />
            <span class={styles.label}>{one.label}</span>
            <span class={styles.detail}>{one.detail}</span>
            {one.kind === 'value' && one.count !== undefined && (
              <span class={styles.count}>{formatNumber(one.count)}</span>
            )}
          </div>
        ))}
      </div>
      {hasRecent && (
        <button type="button" class={styles.forget} tabIndex={-1} onClick={() => void forgetSearches()}>
          {t('search_recent_forget')}
        </button>
      )}
    </div>
  );
}

/** What each operator looks like, here and as a chip. */
export const operatorIcons: Readonly<Record<Operator, IconName>> = {
  tag: 'tag',
  site: 'globe',
  by: 'pen-line',
  lang: 'languages',
  import: 'download',
  status: 'inbox',
  is: 'circle-check',
  has: 'sticky-note',
  clipped: 'clock',
  published: 'newspaper',
  sort: 'arrow-up-down',
};

function iconOf(suggestion: Suggestion): IconName {
  if (suggestion.kind === 'search') return suggestion.source === 'saved' ? 'bookmark' : 'history';
  return operatorIcons[suggestion.operator];
}
