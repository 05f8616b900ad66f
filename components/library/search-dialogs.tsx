/** The query language at a glance, each line to try with a click; and the name of a search to be saved. */
import { t } from '../../lib/state/i18n';
import { filter, showList } from '../../lib/state/library';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { operators } from '../../lib/state/query-text';
import { saveSearch } from '../../lib/state/saved-searches';
import { exampleOf } from '../../lib/state/search-problems';
import { Dialog } from '../ui/dialog';
import { NameDialog } from './name-dialog';
import styles from './search-dialogs.module.css';

export function SearchDialogs() {
  if (overlay.value === 'search-tips') return <Tips />;
  if (overlay.value !== 'save-search') return null;
  const now = filter.peek();
  return (
    <NameDialog
      title={t('search_save')}
      name={(now.text ?? '').trim()}
      hint={t('search_save_hint')}
      onClose={closeOverlay}
      onName={(name) => void saveSearch(name, now)}
    />
  );
}

function Tips() {
  const words: readonly [query: string, says: string][] = [
    [t('search_tips_example_words'), t('search_tips_both')],
    [t('search_tips_example_phrase'), t('search_tips_phrase')],
    [t('search_tips_example_or'), t('search_tips_or')],
    [t('search_tips_example_not'), t('search_tips_not')],
    [t('search_tips_example_group'), t('search_tips_group')],
    [t('search_tips_example_prefix'), t('search_tips_prefix')],
  ];
  const filters = operators.map((operator): [string, string] => [
    `${operator}:${exampleOf(operator)}`,
    t(`search_operator_${operator}`),
  ]);
  const more: readonly [string, string][] = [
    [`tag:${t('search_example_tag')},EV`, t('search_tips_any')],
    ['clipped:2026-10..2026-11', t('search_tips_dates')],
  ];
  return (
    <Dialog open wide title={t('search_tips')} onClose={closeOverlay}>
      <div class={styles.groups}>
        <Group title={t('search_tips_words')} lines={words} />
        <Group title={t('search_tips_filters')} lines={[...filters, ...more]} />
      </div>
      <p class={styles.note}>{t('search_tips_chinese')}</p>
    </Dialog>
  );
}

function Group({ title, lines }: { title: string; lines: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3 class={styles.title}>{title}</h3>
      <ul>
        {lines.map(([query, says]) => (
          <li key={query} class={styles.line}>
            <button type="button" class={styles.query} onClick={() => attempt(query)}>
              {query}
            </button>
            <span>{says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function attempt(query: string): void {
  closeOverlay();
  showList({ place: 'all', text: query });
}
