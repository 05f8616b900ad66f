/** A post from a colleague: what it holds, or how it differs from the post here, to be decided part by part. */
import { describeFailure } from '../../lib/state/failures';
import { formatMoment, t, tn } from '../../lib/state/i18n';
import { type BundleStep, bundleStep, chooseAll, leaveBundle, takeIn, undecided } from '../../lib/state/open-bundle';
import { statusWords } from '../compose/status-words';
import { Notice } from '../publish/notice';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Progress } from '../ui/progress';
import styles from './bundle-dialog.module.css';
import { BundleParts } from './bundle-parts';

type Review = Extract<BundleStep, { step: 'review' }>;

export function BundleDialog() {
  const now = bundleStep.value;
  switch (now.step) {
    case 'none':
      return null;
    case 'reading':
      return (
        <Dialog open title={t('bundle_new_title')} onClose={leaveBundle}>
          <Progress label={t('bundle_reading')} />
        </Dialog>
      );
    case 'failed':
      return (
        <Dialog
          open
          title={t('bundle_failed_title')}
          onClose={leaveBundle}
          actions={<Button onClick={leaveBundle}>{t('common_close')}</Button>}
        >
          <Notice tone="problem">{describeFailure(now.failure)}</Notice>
        </Dialog>
      );
    case 'review':
      return now.received.mine ? <Compare now={now} /> : <Added now={now} />;
  }
}

/** A post that is not here yet. */
function Added({ now }: { now: Review }) {
  return (
    <Dialog
      open
      title={t('bundle_new_title')}
      onClose={leaveBundle}
      actions={
        <>
          <Button onClick={leaveBundle}>{t('common_cancel')}</Button>
          <Button variant="primary" busy={now.busy} autoFocus onClick={() => void takeIn()}>
            {t('bundle_add')}
          </Button>
        </>
      }
    >
      <Said now={now} />
    </Dialog>
  );
}

function Compare({ now }: { now: Review }) {
  const { received } = now;
  const left = undecided(now);
  const same = received.changes.length === 0;
  return (
    <Dialog
      open
      wide={!same}
      title={t('bundle_changes_title')}
      onClose={leaveBundle}
      actions={
        <>
          {left > 0 && (
            <p class={styles.left} role="status">
              {tn('bundle_undecided', left)}
            </p>
          )}
          <Button onClick={leaveBundle}>{t(same ? 'common_close' : 'common_cancel')}</Button>
          {(!same || received.mine?.deletedAt) && (
            <Button variant="primary" busy={now.busy} disabled={left > 0} onClick={() => void takeIn()}>
              {t('bundle_take_in')}
            </Button>
          )}
        </>
      }
    >
      <Said now={now} />
      {same ? (
        <Notice tone="good">{t('bundle_same')}</Notice>
      ) : (
        <>
          <div class={styles.all}>
            <Button small disabled={now.busy} onClick={() => chooseAll('mine')}>
              {t('bundle_all_mine')}
            </Button>
            <Button small disabled={now.busy} onClick={() => chooseAll('theirs')}>
              {t('bundle_all_theirs')}
            </Button>
          </div>
          <BundleParts received={received} choices={now.choices} busy={now.busy} />
        </>
      )}
    </Dialog>
  );
}

/** What the file says of itself, and what is to be known before it is taken in. */
function Said({ now: { received, changed } }: { now: Review }) {
  const { theirs, mine, by, message, sentAt, images, newClips, keptStanding, problems, clipTitles } = received;
  const when = formatMoment(Date.parse(sentAt) || Date.now());
  const clips = [tn('bundle_holds_clips', clipTitles.size), newClips > 0 && tn('bundle_holds_new', newClips)];
  const facts = [
    t(statusWords[theirs.status]),
    clips.filter(Boolean).join(', '),
    images > 0 && tn('bundle_holds_images', images),
  ];
  return (
    <div class={styles.said}>
      <h3 class={styles.headline} lang={theirs.language}>
        {theirs.title || t('compose_untitled')}
      </h3>
      <p class={styles.facts}>{by ? t('bundle_from', by, when) : t('bundle_from_somebody', when)}</p>
      {message && <p class={styles.message}>{message}</p>}
      <p class={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {!mine && clipTitles.size > 0 && (
        <ul class={styles.clips}>
          {[...clipTitles].map(([id, title]) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      )}
      {changed && <Notice tone="doubt">{t('bundle_changed_meanwhile')}</Notice>}
      {mine?.deletedAt && <Notice tone="doubt">{t('bundle_was_deleted')}</Notice>}
      {keptStanding.length > 0 && <Notice tone="doubt">{t('bundle_standing_kept', keptStanding.join(', '))}</Notice>}
      {problems > 0 && <Notice tone="problem">{tn('bundle_problems', problems)}</Notice>}
    </div>
  );
}
