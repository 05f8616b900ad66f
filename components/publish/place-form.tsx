/** One place in the publish dialog: its form, what has to be decided, progress, failure, conflict and result. */
import { useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { Publication } from '../../lib/model/publication';
import type { Result } from '../../lib/model/result';
import type { Connection } from '../../lib/model/target';
import { initialValues, missingFields } from '../../lib/model/target-form';
import { targetOf } from '../../lib/state/connections';
import { allowImages, neededImages } from '../../lib/state/export';
import { describeFailure } from '../../lib/state/failures';
import { type MessageKey, t, tn } from '../../lib/state/i18n';
import { describeProblem } from '../../lib/state/problems';
import { cancelPublishing, type PostFacts, publishPost, publishProgress } from '../../lib/state/publishing';
import { useDesk } from '../compose/desk';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { Checkbox } from '../ui/toggle';
import { Notice } from './notice';
import { PublicationFacts } from './publication-facts';
import styles from './publish.module.css';
import { TargetForm } from './target-form';
import { Versions } from './versions';

type PlaceProps = { place: Connection; publication: Publication | null; onClose: () => void };

export function PlaceForm({ facts, ...props }: PlaceProps & { facts: Result<PostFacts> }) {
  return facts.ok ? (
    <Form {...props} facts={facts.value} />
  ) : (
    <Notice tone="problem">{describeFailure(facts.failure)}</Notice>
  );
}

function Form({ place, publication, facts }: PlaceProps & { facts: PostFacts }) {
  const { composer } = useDesk();
  const fields = targetOf(place.target)?.postFields(place.account, facts) ?? [];
  const [values, setValues] = useState(() => initialValues(fields, publication?.options ?? {}));
  const [agreed, setAgreed] = useState({ rights: false, insist: false, fetch: true });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState(false);
  const progress = publishProgress.value;
  const running = progress?.connection === place.id && progress.post === facts.post;
  const missing = neededImages(composer.post.value, composer.materials.value);
  const insist = composer.problems.value.filter((problem) => problem.level === 'insist');
  const stop = composer.problems.value.find((problem) => problem.level === 'stop');
  const waits =
    (facts.withoutRights.length > 0 && !agreed.rights) ||
    (insist.length > 0 && !agreed.insist) ||
    stop !== undefined ||
    missingFields(fields, values).length > 0;
  const fetchImages = missing.images.length > 0 && agreed.fetch && missing.sites.length > 0;
  const publish = async (overwrite: boolean) => {
    setFailure(null);
    setDone(false);
    // Access is asked for in the click itself, before anything else: browsers refuse later.
    const allowed = fetchImages ? await allowImages(missing.images) : false;
    await composer.flush();
    const result = await publishPost(composer.post.peek(), place.id, {
      options: values,
      overwrite,
      insist: agreed.insist,
      rightsConfirmed: agreed.rights,
      fetchImages: allowed,
      withoutMissingImages: true,
    });
    if (result.ok) setDone(true);
    else if (result.failure.kind !== 'cancelled') setFailure(result.failure);
  };
  const again = publication !== null && publication.remote !== null && publication.state !== 'unfinished';
  const verb = publication?.state === 'unfinished' ? 'publish_go_on' : again ? 'publish_update' : 'publish_go';
  return (
    <>
      {publication && <PublicationFacts publication={publication} />}
      <TargetForm fields={fields} values={values} onChange={(name, value) => setValues({ ...values, [name]: value })} />
      {!place.account.may.uploadImages && facts.images.length > 0 && (
        <Notice tone="doubt">{tn('publish_without_images', facts.images.length, place.account.role)}</Notice>
      )}
      <Decisions facts={facts} agreed={agreed} setAgreed={setAgreed} missing={missing} />
      {stop && <Notice tone="problem">{describeProblem(stop)}</Notice>}
      {failure?.kind === 'remote-changed' ? (
        <Conflict failure={failure} facts={facts} overwrite={() => void publish(true)} />
      ) : (
        failure && <Notice tone="problem">{describeFailure(failure)}</Notice>
      )}
      {!failure && !running && publication?.failure && publication.state === 'unfinished' && (
        <Notice tone="doubt">{describeFailure(publication.failure)}</Notice>
      )}
      {done && !failure && <Notice tone="good">{t('publish_done', place.name)}</Notice>}
      {running && progress ? (
        <div class={styles.stack}>
          <Progress
            label={t('publish_progress', t(progress.what as MessageKey), progress.done, progress.total)}
            value={progress.done / Math.max(1, progress.total)}
          />
          <div class={styles.row}>
            <Button onClick={cancelPublishing}>{t('common_cancel')}</Button>
          </div>
        </div>
      ) : (
        <div class={styles.row}>
          <Button
            variant="primary"
            icon="globe"
            disabled={waits || publishProgress.value !== null}
            onClick={() => void publish(failure?.kind === 'target' && failure.trouble === 'gone')}
          >
            {t(failure?.kind === 'target' && failure.trouble === 'gone' ? 'publish_anew' : verb)}
          </Button>
        </div>
      )}
    </>
  );
}

type Agreed = { rights: boolean; insist: boolean; fetch: boolean };

/** What the person has to decide first: rights, incomplete sources, images that are not here. */
function Decisions({
  facts,
  agreed,
  setAgreed,
  missing,
}: {
  facts: PostFacts;
  agreed: Agreed;
  setAgreed: (agreed: Agreed) => void;
  missing: ReturnType<typeof neededImages>;
}) {
  const { composer } = useDesk();
  const insist = composer.problems.value.filter((problem) => problem.level === 'insist');
  return (
    <>
      {facts.withoutRights.length > 0 && (
        <Notice tone="doubt">
          <p>{tn('publish_rights', facts.withoutRights.length)}</p>
          <ul class={styles.names}>
            {facts.withoutRights.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <Checkbox
            label={t('publish_rights_confirm')}
            checked={agreed.rights}
            onChange={(rights) => setAgreed({ ...agreed, rights })}
          />
        </Notice>
      )}
      {insist.length > 0 && (
        <Notice tone="doubt">
          <ul class={styles.names}>
            {insist.map((problem) => (
              <li key={JSON.stringify(problem.place)}>{describeProblem(problem)}</li>
            ))}
          </ul>
          <Checkbox
            label={t('compose_insist_go')}
            checked={agreed.insist}
            onChange={(yes) => setAgreed({ ...agreed, insist: yes })}
          />
        </Notice>
      )}
      {missing.images.length > 0 && (
        <Notice tone="doubt">
          <p>{tn('publish_images_missing', missing.images.length)}</p>
          {missing.sites.length > 0 && (
            <Checkbox
              label={t('publish_images_fetch', missing.sites.join(', '))}
              checked={agreed.fetch}
              onChange={(fetch) => setAgreed({ ...agreed, fetch })}
            />
          )}
        </Notice>
      )}
    </>
  );
}

function Conflict({
  failure,
  facts,
  overwrite,
}: {
  failure: Extract<Failure, { kind: 'remote-changed' }>;
  facts: PostFacts;
  overwrite: () => void;
}) {
  return (
    <div class={styles.stack}>
      <Notice tone="problem">{describeFailure(failure)}</Notice>
      <Versions remote={failure.remote} own={facts} />
      <div class={styles.row}>
        <Button variant="danger" onClick={overwrite}>
          {t('publish_overwrite')}
        </Button>
      </div>
    </div>
  );
}
