/** The figures of a chart in words: which line is which, and all of them as a table. */
import { formatNumber, locale, t } from '../../lib/state/i18n';
import styles from './figures.module.css';

export function Legend({ series }: { series: readonly { label: string; colour: string; href?: string }[] }) {
  return (
    <ul class={styles.legend}>
      {series.map(({ label, colour, href }) => (
        <li key={label}>
          <span class={styles.key} style={{ background: `var(--${colour})` }} aria-hidden="true" />
          {href ? <a href={href}>{label}</a> : label}
        </li>
      ))}
    </ul>
  );
}

type Row = { day: string; href?: string; values: readonly number[] };

type TableProps = { label: string; head: readonly string[]; rows: readonly Row[]; months?: boolean };

/** `days` are ISO; with `months` only the month is named. Newest first. */
export function FigureTable({ label, head, rows, months = false }: TableProps) {
  const format = new Intl.DateTimeFormat(locale.value, {
    ...(months ? { month: 'long', year: 'numeric' } : { dateStyle: 'medium' }),
    timeZone: 'UTC',
  });
  return (
    <details class={styles.details}>
      <summary>{t('stats_as_table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section class={styles.scroll} tabIndex={0} aria-label={t('stats_table_of', label)}>
        <table class={styles.table}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(({ day, href, values }) => (
              <tr key={day}>
                <th scope="row">
                  {href ? <a href={href}>{format.format(new Date(day))}</a> : format.format(new Date(day))}
                </th>
                {values.map((value, i) => (
                  <td key={i}>{formatNumber(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
