/** One line of the ledger: where a post went, how it stands there, and what can be done about it. */
import { useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { Publication } from '../../lib/model/publication';
import { targetOf } from '../../lib/state/connections';
import { t } from '../../lib/state/i18n';
import { checkPublication } from '../../lib/state/ledger';
import { Button } from '../ui/button';
import { Menu } from '../ui/menu';
import { Notice } from './notice';
import { PlaceFailure } from './place-failure';
import styles from './publish.module.css';
import { RetractDialog } from './retract-dialog';
import { checkWords, eventWords, stateWords } from './words';

export function PublicationFacts({ publication }: { publication: Publication }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [looked, setLooked] = useState(false);
  const [retracting, setRetracting] = useState(false);
  const { remote, place, events } = publication;
  const check = async () => {
    setBusy(true);
    setFailure(null);
    const found = await checkPublication(publication);
    setBusy(false);
    setLooked(found.ok);
    if (!found.ok) setFailure(found.failure);
  };
  const doubt = checkWords(publication);
  const isThere = remote !== null && publication.state === 'published';
  return (
    <div class={styles.stack}>
      <div class={styles.item}>
        <div class={styles.words}>
          <p class={styles.name}>{place}</p>
          <p class={styles.facts}>{stateWords(publication)}</p>
        </div>
        {remote && (
          <div class={styles.row}>
            {remote.url && publication.state === 'published' && (
              <Button small icon="external-link" href={remote.url}>
                {t('publish_open')}
              </Button>
            )}
            <Button small icon="refresh-cw" busy={busy} onClick={() => void check()}>
              {t('publish_check')}
            </Button>
            <Menu
              label={t('publish_more', place)}
              items={[
                ...(remote.editUrl
                  ? [{ label: t('publish_open_editor'), icon: 'pencil' as const, onSelect: () => open(remote.editUrl) }]
                  : []),
                ...(isThere && (targetOf(publication.target)?.retractions.length ?? 0) > 0
                  ? [
                      {
                        label: t('publish_retract'),
                        icon: 'undo-2' as const,
                        danger: true,
                        onSelect: () => setRetracting(true),
                      },
                    ]
                  : []),
              ]}
            />
          </div>
        )}
      </div>
      {failure && <PlaceFailure failure={failure} again={() => void check()} />}
      {!failure && doubt && <Notice tone="doubt">{doubt}</Notice>}
      {!failure && !doubt && looked && <Notice tone="good">{t('publish_check_same')}</Notice>}
      {events.length > 0 && (
        <details>
          <summary class={styles.summary}>{t('publish_history')}</summary>
          <ul class={styles.history}>
            {events.toReversed().map((event) => (
              <li key={`${event.at}${event.kind}`}>{eventWords(event)}</li>
            ))}
          </ul>
        </details>
      )}
      {retracting && <RetractDialog publication={publication} onClose={() => setRetracting(false)} />}
    </div>
  );
}

function open(url: string): void {
  window.open(url, '_blank', 'noopener');
}
