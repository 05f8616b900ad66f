/** Looking at every published post: the button, how far it is, and what was found. */
import { type CheckRun, checkAll, checkRun, forgetCheck, published, stopChecking } from '../../lib/state/check-all';
import { joinSentences, t, tn } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { Notice } from './notice';
import styles from './publish.module.css';

/** Nothing while no post is published anywhere. */
export function CheckAllButton() {
  if (!published.value?.length) return null;
  return (
    <Button icon="refresh-cw" busy={checkRun.value.state === 'running'} onClick={() => void checkAll()}>
      {t('publish_check_all')}
    </Button>
  );
}

export function CheckAllResult() {
  const run = checkRun.value;
  if (run.state === 'idle') return null;
  if (run.state === 'running')
    return (
      <div class={styles.stack}>
        <Progress label={t('publish_check_all_running', run.done + 1, run.total)} value={run.done / run.total} />
        <div class={styles.row}>
          <Button small onClick={stopChecking}>
            {t('common_cancel')}
          </Button>
        </div>
      </div>
    );
  const words = foundWords(run);
  return (
    <Notice tone={words.length > 0 ? 'doubt' : 'good'}>
      <p>{words.length > 0 ? joinSentences(words) : tn('publish_check_all_same', run.same)}</p>
      <div class={styles.row}>
        <Button small onClick={forgetCheck}>
          {t('common_close')}
        </Button>
      </div>
    </Notice>
  );
}

function foundWords(run: Extract<CheckRun, { state: 'done' }>): string[] {
  const { changed, gone, lostSources, failed, stopped } = run;
  return [
    changed > 0 && tn('publish_check_all_changed', changed),
    gone > 0 && tn('publish_check_all_gone', gone),
    lostSources > 0 && tn('publish_check_all_sources', lostSources),
    failed > 0 && tn('publish_check_all_failed', failed),
    stopped && t('publish_check_all_stopped'),
  ].filter((words) => words !== false);
}
