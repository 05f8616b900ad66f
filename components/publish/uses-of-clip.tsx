/** Where a clip was used: the posts drawn from it that went somewhere. */
import { useMemo } from 'preact/hooks';
import type { ClipId } from '../../lib/model/ids';
import type { PublicationCheck } from '../../lib/model/publication';
import { formatMoment, t } from '../../lib/state/i18n';
import { followUses } from '../../lib/state/ledger';
import { Notice } from './notice';
import { PublicationFacts } from './publication-facts';
import styles from './publish.module.css';

/** Nothing when no such post was published. */
export function UsesOfClip({ clip, addresses }: { clip: ClipId; addresses: readonly (string | null)[] }) {
  const uses = useMemo(() => followUses(clip), [clip]).value ?? [];
  const shown = uses.filter(({ state }) => state !== 'unfinished');
  if (shown.length === 0) return null;
  const lost = Math.max(0, ...shown.flatMap(({ check }) => (check && isLost(check, addresses) ? check.at : [])));
  return (
    <section aria-label={t('publish_uses')} class={styles.uses}>
      <h2 class={styles.usesTitle}>{t('publish_uses')}</h2>
      {lost > 0 && <Notice tone="doubt">{t('publish_source_gone', formatMoment(lost))}</Notice>}
      {shown.map((publication) => (
        <PublicationFacts key={publication.id} publication={publication} />
      ))}
    </section>
  );
}

function isLost({ lostSources }: PublicationCheck, addresses: readonly (string | null)[]): boolean {
  return addresses.some((address) => address !== null && lostSources.includes(address));
}
