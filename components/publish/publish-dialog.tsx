/** Publishing a post to a connected place: what to send and how, how far it is, and what became of it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ConnectionId } from '../../lib/model/ids';
import type { Publication } from '../../lib/model/publication';
import type { Result } from '../../lib/model/result';
import type { Connection } from '../../lib/model/target';
import { connections } from '../../lib/state/connections';
import { t } from '../../lib/state/i18n';
import { followPublications } from '../../lib/state/ledger';
import { outlinePost, type PostFacts } from '../../lib/state/publish-facts';
import { lastPlace, rememberPlace } from '../../lib/state/publishing';
import { hrefOf } from '../../lib/state/route';
import { useDesk } from '../compose/desk';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { EmptyState } from '../ui/empty-state';
import { Select } from '../ui/select';
import { Spinner } from '../ui/spinner';
import { PlaceForm } from './place-form';
import styles from './publish.module.css';

export function PublishDialog({ onClose }: { onClose: () => void }) {
  const all = connections.value;
  const facts = useFacts();
  const { composer } = useDesk();
  const { id } = composer.post.peek();
  const publications = useMemo(() => followPublications(id), [id]).value;
  const [wide, setWide] = useState(false);
  const [chosen, choose] = useState<ConnectionId | null>(null);
  const place = all && placeOf(all, publications ?? [], chosen);
  if (all?.length === 0) return <NoPlace onClose={onClose} />;
  return (
    <Dialog open wide={wide} title={t('publish_title')} onClose={onClose}>
      {!all || !place || !facts || !publications ? (
        <Spinner />
      ) : (
        <div class={styles.form}>
          {all.length > 1 && (
            <Select
              label={t('publish_place')}
              value={place.id}
              options={all.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(next) => {
                choose(next);
                rememberPlace(next);
              }}
            />
          )}
          <PlaceForm
            key={place.id}
            place={place}
            facts={facts}
            publication={publications.find((one) => one.connectionId === place.id) ?? null}
            onConflict={setWide}
          />
        </div>
      )}
    </Dialog>
  );
}

/** The place that is chosen; else where the post is, else where the last one went, else the first. */
function placeOf(
  all: readonly Connection[],
  there: readonly Publication[],
  chosen: ConnectionId | null,
): Connection | null {
  const wanted = [chosen, there.at(-1)?.connectionId, lastPlace()];
  for (const id of wanted) {
    const found = all.find((one) => one.id === id);
    if (found) return found;
  }
  return all[0] ?? null;
}

/** What the form needs to know of the post as it is now. */
function useFacts(): Result<PostFacts> | null {
  const { composer } = useDesk();
  const [facts, setFacts] = useState<Result<PostFacts> | null>(null);
  const post = composer.post.value;
  const materials = composer.materials.value;
  useEffect(() => {
    let gone = false;
    void composer
      .flush()
      .then(() => outlinePost(post))
      .then((found) => {
        if (!gone) setFacts(found);
      });
    return () => {
      gone = true;
    };
  }, [post.updatedAt, materials]);
  return facts;
}

function NoPlace({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open title={t('publish_title')} onClose={onClose}>
      <EmptyState
        icon="globe"
        title={t('publish_no_place')}
        actions={
          <Button variant="primary" icon="plus" href={hrefOf({ view: 'settings' })}>
            {t('publish_no_place_go')}
          </Button>
        }
      >
        {t('settings_connections_none')}
      </EmptyState>
    </Dialog>
  );
}
