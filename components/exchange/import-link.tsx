/** An import that goes on while one is elsewhere: how far it is, and the way to it. */
import { formatPercent, t } from '../../lib/state/i18n';
import { importStage } from '../../lib/state/import-stage';
import { hrefOf, route } from '../../lib/state/route';
import styles from './import-link.module.css';

export function ImportLink() {
  const stage = importStage.value;
  if (stage.step !== 'running' || route.value.view === 'import') return null;
  const { added, merged, unchanged } = stage.progress;
  const share = Math.min(1, (added + merged + unchanged) / Math.max(1, stage.expected));
  return (
    <a class={styles.link} href={hrefOf({ view: 'import' })}>
      {t('import_running_short', formatPercent(share))}
    </a>
  );
}
