/** Months to jump to within the list, by year, each with how many clips the library has of it. */
import { formatNumber, t } from '../../lib/state/i18n';
import { begin } from '../../lib/state/library';
import { jumpTo } from '../../lib/state/list-actions';
import { months } from '../../lib/state/months';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { nameOfDate } from '../../lib/state/search-names';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './months-dialog.module.css';

export function MonthsDialog() {
  if (overlay.value !== 'months') return null;
  const known = months.value ?? [];
  const years = [...new Set(known.map(({ month }) => month.slice(0, 4)))];
  const go = (month: string | null) => {
    closeOverlay();
    jumpTo(month);
  };
  return (
    <Dialog
      open
      title={t('library_jump')}
      onClose={closeOverlay}
      actions={begin.value !== null && <Button onClick={() => go(null)}>{t('library_jump_top')}</Button>}
    >
      {known.length === 0 && <p class={styles.none}>{t('library_jump_none')}</p>}
      {years.map((year) => (
        <section key={year} aria-label={year}>
          <h3 class={styles.year}>{year}</h3>
          <ul class={styles.months}>
            {known
              .filter(({ month }) => month.startsWith(year))
              .map(({ month, count }) => (
                <li key={month}>
                  <button
                    type="button"
                    class={styles.month}
                    aria-current={month === begin.value ? 'true' : undefined}
                    onClick={() => go(month)}
                  >
                    <span>{nameOfDate(month)}</span>
                    <span class={styles.count}>{formatNumber(count)}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
