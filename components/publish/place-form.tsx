/** One place in the publish dialog: its form, what has to be decided, progress, failure, conflict and result. */
import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import type { Embargo } from '../../lib/model/post';
import type { Publication } from '../../lib/model/publication';
import type { Result } from '../../lib/model/result';
import type { Connection, FieldValues, TargetField } from '../../lib/model/target';
import { initialValues, missingFields } from '../../lib/model/target-form';
import { clockIn, ownZone } from '../../lib/model/zoned-time';
import { targetOf } from '../../lib/state/connections';
import { allowImages, neededImages } from '../../lib/state/export';
import { describeFailure } from '../../lib/state/failures';
import { formatMomentIn, type MessageKey, t, tn } from '../../lib/state/i18n';
import { describeProblem } from '../../lib/state/problems';
import { type PostFacts, tooEarly } from '../../lib/state/publish-facts';
import { cancelPublishing, type PublishProgress, publishPost, publishProgress } from '../../lib/state/publishing';
import { useDesk } from '../compose/desk';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { type Agreed, Decisions, type Missing } from './decisions';
import { Notice } from './notice';
import { PlaceFailure } from './place-failure';
import { PublicationFacts } from './publication-facts';
import styles from './publish.module.css';
import { TargetForm } from './target-form';
import { Versions } from './versions';
import { roleWords } from './words';

type PlaceProps = {
  place: Connection;
  publication: Publication | null;
  /** Two versions side by side need room. */
  onConflict: (isConflict: boolean) => void;
};

export function PlaceForm({ facts, ...props }: PlaceProps & { facts: Result<PostFacts> }) {
  return facts.ok ? (
    <Form {...props} facts={facts.value} />
  ) : (
    <Notice tone="problem">{describeFailure(facts.failure)}</Notice>
  );
}

function Form({ place, publication, facts, onConflict }: PlaceProps & { facts: PostFacts }) {
  const { composer } = useDesk();
  const fields = targetOf(place.target)?.postFields(place.account, facts) ?? [];
  const { notBefore } = composer.post.value;
  const [values, setValues] = useState(() =>
    initialValues(fields, { ...heldUntil(notBefore), ...publication?.options }),
  );
  const [agreed, setAgreed] = useState({ rights: wasConfirmed(publication, facts), insist: false, fetch: true });
  const { failure, done, publish } = usePublishing(place);
  useEffect(() => onConflict(failure?.kind === 'remote-changed'), [failure]);
  const early = tooEarly(composer.post.value, place.target, values);
  const progress = publishProgress.value;
  const running = progress?.connection === place.id && progress.post === facts.post;
  const missing = neededImages(composer.post.value, composer.materials.value);
  const insist = composer.problems.value.filter((problem) => problem.level === 'insist');
  const stop = composer.problems.value.find((problem) => problem.level === 'stop');
  const waits =
    (facts.withoutRights.length > 0 && !agreed.rights) ||
    (insist.length > 0 && !agreed.insist) ||
    stop !== undefined ||
    early !== null ||
    missingFields(fields, values).length > 0;
  const go = (overwrite: boolean) => void publish(values, agreed, missing, overwrite);
  const isGone = failure?.kind === 'target' && failure.trouble === 'gone';
  return (
    <>
      {publication && <PublicationFacts publication={publication} />}
      <TargetForm fields={fields} values={values} onChange={(name, value) => setValues({ ...values, [name]: value })} />
      {!place.account.may.uploadImages && facts.images.length > 0 && (
        <Notice tone="doubt">{tn('publish_without_images', facts.images.length, roleWords(place.account.role))}</Notice>
      )}
      <Decisions facts={facts} agreed={agreed} setAgreed={setAgreed} missing={missing} />
      {early && <Notice tone="doubt">{earlyWords(early, fields)}</Notice>}
      {stop && <Notice tone="problem">{describeProblem(stop)}</Notice>}
      {failure?.kind === 'remote-changed' ? (
        <Conflict failure={failure} facts={facts} overwrite={() => go(true)} />
      ) : (
        failure && <PlaceFailure failure={failure} again={() => go(false)} />
      )}
      {!failure && !running && publication?.failure && publication.state === 'unfinished' && (
        <PlaceFailure tone="doubt" failure={publication.failure} again={() => go(false)} />
      )}
      {done && !failure && publication?.check?.state === 'same' && (
        <Notice tone="good">{t('publish_done', place.name)}</Notice>
      )}
      {running && progress ? (
        <Running progress={progress} />
      ) : (
        <div class={styles.row}>
          <Button
            variant="primary"
            icon="globe"
            disabled={waits || publishProgress.value !== null}
            onClick={() => go(isGone)}
          >
            {t(isGone ? 'publish_anew' : verbFor(publication))}
          </Button>
        </div>
      )}
    </>
  );
}

function Running({ progress }: { progress: PublishProgress }) {
  return (
    <div class={styles.stack}>
      <Progress
        label={t('publish_progress', t(progress.what as MessageKey), progress.done, progress.total)}
        value={progress.done / Math.max(1, progress.total)}
      />
      <div class={styles.row}>
        <Button onClick={cancelPublishing}>{t('common_cancel')}</Button>
      </div>
    </div>
  );
}

/** Publishing to one place, and what came of it while this form is open. */
function usePublishing(place: Connection) {
  const { composer } = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState(false);
  const publish = async (options: FieldValues, agreed: Agreed, missing: Missing, overwrite: boolean) => {
    setFailure(null);
    setDone(false);
    // Access is asked for in the click itself, before anything else: browsers refuse later.
    const asks = missing.images.length > 0 && agreed.fetch && missing.sites.length > 0;
    const fetchImages = asks ? await allowImages(missing.images) : false;
    await composer.flush();
    const { insist, rights: rightsConfirmed } = agreed;
    const wish = { options, overwrite, insist, rightsConfirmed, fetchImages, withoutMissingImages: true };
    const result = await publishPost(composer.post.peek(), place.id, wish);
    if (result.ok) setDone(true);
    else if (result.failure.kind !== 'cancelled') setFailure(result.failure);
  };
  return { failure, done, publish };
}

function verbFor(publication: Publication | null): MessageKey {
  if (publication?.state === 'unfinished') return 'publish_go_on';
  return publication?.remote ? 'publish_update' : 'publish_go';
}

/** Whether the person has said so of exactly these images before. */
function wasConfirmed(publication: Publication | null, { withoutRights }: PostFacts): boolean {
  const last = publication?.events.findLast(({ kind }) => kind === 'rights-overridden');
  return last !== undefined && last.note === withoutRights.join(', ');
}

/** A place that schedules is offered the moment before which a post may not go out. */
const heldUntil = (embargo: Embargo | undefined): FieldValues =>
  embargo ? { date: clockIn(ownZone(), embargo.at) } : {};

function earlyWords(early: Extract<Failure, { kind: 'embargoed' }>, fields: readonly TargetField[]): string {
  const schedules = fields.some(({ kind }) => kind === 'time');
  return schedules ? t('publish_embargo_schedule', formatMomentIn(early.zone, early.at)) : describeFailure(early);
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
      <Versions remote={failure.remote} own={failure.own ?? facts} language={facts.language} />
      <div class={styles.row}>
        <Button variant="danger" onClick={overwrite}>
          {t('publish_overwrite')}
        </Button>
      </div>
    </div>
  );
}
