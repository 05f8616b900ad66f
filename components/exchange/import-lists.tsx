/** The beginning of what would come in, and what cannot. */
import { siteOf } from '../../lib/model/url';
import { formatDay, t, tn } from '../../lib/state/i18n';
import type { Preview } from '../../lib/state/import-preview';
import { describePlace, describeProblem, saveProblems } from '../../lib/state/import-words';
import { Button } from '../ui/button';
import styles from './import-view.module.css';

export function FirstRows({ rows }: { rows: Preview['rows'] }) {
  return (
    <section class={styles.section} aria-labelledby="import-first">
      <h2 id="import-first">{t('import_first_rows')}</h2>
      <ol class={styles.rows}>
        {rows.slice(0, 5).map((row, i) => (
          <li key={`${row.url} ${i}`}>
            <bdi class={styles.rowTitle}>{row.title || row.url}</bdi>
            <p class={styles.hint}>
              {[
                siteOf(row.url),
                row.savedAt === null ? '' : formatDay(row.savedAt),
                [...row.folders, ...row.tags].join(', '),
              ]
                .filter(Boolean)
                .map((fact, at) => (
                  <bdi key={fact}>{at > 0 ? ` · ${fact}` : fact}</bdi>
                ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const shown = 50;

export function Problems({ name, preview }: { name: string; preview: Preview }) {
  const more = preview.problemCount - shown;
  return (
    <details class={styles.problems}>
      <summary>{t('import_problems_show')}</summary>
      <ul>
        {preview.problems.slice(0, shown).map((problem, i) => (
          <li key={`${describePlace(problem.at)} ${i}`}>
            <span class={styles.place}>{describePlace(problem.at)}</span> {describeProblem(problem)}
            {problem.detail && <bdi class={styles.detail}>{problem.detail}</bdi>}
          </li>
        ))}
      </ul>
      {more > 0 && <p class={styles.hint}>{tn('import_problems_more', more)}</p>}
      <Button small icon="download" onClick={() => void saveProblems(name, preview.problems)}>
        {t('import_problems_save')}
      </Button>
    </details>
  );
}
