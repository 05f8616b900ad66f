/** How far a change of tags is, and the ways out of it: stopped, gone on with, taken back. It may go on without this page. */
import type { TagJob } from '../../lib/model/tag-job';
import { t, tn } from '../../lib/state/i18n';
import { describeJob, putTagJobAside, steerJob, tagJob } from '../../lib/state/tags';
import { Button, IconButton } from '../ui/button';
import { Progress } from '../ui/progress';
import styles from './job-bar.module.css';

export function JobBar() {
  const job = tagJob.value;
  if (!job) return null;
  return (
    <section class={styles.bar} aria-label={t('tags_job_status')}>
      <div class={styles.words}>
        <p class={styles.what}>{describeJob(job)}</p>
        <State job={job} />
      </div>
      <Ways job={job} />
    </section>
  );
}

function State({ job }: { job: TagJob }) {
  const { state, changed, total } = job;
  const share = total > 0 ? changed / total : 1;
  if (state === 'running') return <Progress label={t('tags_job_running', changed, total)} value={share} />;
  if (state === 'undoing') return <Progress label={t('tags_job_undoing')} value={share} />;
  return (
    <p class={styles.state} role="status">
      {state === 'stopped' ? t('tags_job_stopped', changed, total) : tn('tags_job_done', changed)}
    </p>
  );
}

function Ways({ job: { id, state } }: { job: TagJob }) {
  if (state === 'undoing') return null;
  const undo = (
    <Button small icon="undo-2" onClick={() => void steerJob(id, 'undo')}>
      {t('common_undo')}
    </Button>
  );
  return (
    <div class={styles.ways}>
      {state === 'running' && (
        <Button small onClick={() => void steerJob(id, 'stop')}>
          {t('tags_job_stop')}
        </Button>
      )}
      {state === 'stopped' && (
        <Button small variant="primary" onClick={() => void steerJob(id, 'continue')}>
          {t('tags_job_continue')}
        </Button>
      )}
      {state !== 'running' && undo}
      {state === 'done' && <IconButton small icon="x" label={t('common_close')} onClick={() => putTagJobAside(id)} />}
    </div>
  );
}
