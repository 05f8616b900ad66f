/** Where a clip was used: the posts drawn from it that went somewhere. */
import { useMemo } from 'preact/hooks';
import type { ClipId } from '../../lib/model/ids';
import { t } from '../../lib/state/i18n';
import { followUses } from '../../lib/state/ledger';
import { PublicationFacts } from './publication-facts';
import styles from './publish.module.css';

/** Nothing when no such post was published. */
export function UsesOfClip({ clip }: { clip: ClipId }) {
  const uses = useMemo(() => followUses(clip), [clip]).value ?? [];
  const shown = uses.filter(({ state }) => state !== 'unfinished');
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('publish_uses')} class={styles.uses}>
      <h2 class={styles.usesTitle}>{t('publish_uses')}</h2>
      {shown.map((publication) => (
        <PublicationFacts key={publication.id} publication={publication} />
      ))}
    </section>
  );
}
