/** What is doubtful about a text, in plain words, each with what can be done about it. */
import type { CaptureWarning, Clip } from '../../lib/model/clip';
import { describeWarning } from '../../lib/state/failures';
import { t, tn } from '../../lib/state/i18n';
import type { Popup } from '../../lib/state/popup';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { Progress } from '../ui/progress';
import styles from './doubts.module.css';

type Remedies = Popup['remedies'];

/** Doubts that reading the page again can settle: the person signs in first, or waits until it has loaded. */
const settledByReading: ReadonlySet<CaptureWarning> = new Set([
  'paywall',
  'login',
  'incomplete',
  'no-access',
  'interrupted',
  'failed',
  'not-stored',
]);

/** Doubts that a person settles by showing what to keep. */
const settledByChoosing: ReadonlySet<CaptureWarning> = new Set([
  'empty',
  'short',
  'paywall',
  'login',
  'incomplete',
  'unsure',
  'failed',
]);

export function Doubts({ clip, remedies }: { clip: Clip; remedies: Remedies }) {
  if (clip.capture.state !== 'done') return null;
  const [first] = clip.capture.warnings.filter((warning) => warning !== 'more-pages');
  return (
    <>
      {first && <Doubt warning={first} remedies={remedies} />}
      <Pages clip={clip} remedies={remedies} />
    </>
  );
}

function Doubt({ warning, remedies }: { warning: CaptureWarning; remedies: Remedies }) {
  const state = remedies.state.value.kind;
  const busy = state === 'reading' || state === 'adding';
  const ways = [
    settledByChoosing.has(warning) && (
      <Button key="choose" small icon="crosshair" disabled={busy} onClick={remedies.choose}>
        {t('popup_choose_block')}
      </Button>
    ),
    settledByReading.has(warning) && (
      <Button key="again" small disabled={busy} onClick={() => remedies.read()}>
        {t('popup_update_text')}
      </Button>
    ),
    settledByChoosing.has(warning) && (
      <Button
        key="selection"
        small
        disabled={busy}
        title={t('popup_use_selection_hint')}
        onClick={() => remedies.read('selection')}
      >
        {t('popup_use_selection')}
      </Button>
    ),
    settledByChoosing.has(warning) && (
      <Button key="whole" small disabled={busy} onClick={() => remedies.read('whole')}>
        {t('popup_take_whole')}
      </Button>
    ),
  ].filter(Boolean);
  return (
    <div class={styles.doubt}>
      <Icon name="triangle-alert" />
      <p>{describeWarning(warning)}</p>
      {ways.length > 0 && <div class={styles.ways}>{ways}</div>}
    </div>
  );
}

/** The further pages of an article: offered, or being added. */
function Pages({ clip, remedies }: { clip: Clip; remedies: Remedies }) {
  const state = remedies.state.value;
  const pages = clip.capture.pages;
  if (state.kind === 'adding') {
    const total = state.total ?? 0;
    return (
      <div class={classes(styles.doubt, styles.pages)}>
        <Icon name="files" />
        <Progress
          label={addingText(state.page, total)}
          {...(total >= state.page && { value: (state.page - 1) / total })}
        />
        <div class={styles.ways}>
          <Button small onClick={remedies.stop}>
            {t('popup_stop_pages')}
          </Button>
        </div>
      </div>
    );
  }
  if (!pages?.next) return null;
  const left = pages.total ? pages.total - 1 - pages.joined.length : 0;
  return (
    <div class={classes(styles.doubt, styles.pages)}>
      <Icon name="files" />
      <p>{left > 0 ? tn('popup_pages', left) : t('popup_pages_unknown')}</p>
      <div class={styles.ways}>
        <Button small icon="plus" disabled={state.kind === 'reading'} onClick={remedies.addPages}>
          {t('popup_add_pages')}
        </Button>
      </div>
    </div>
  );
}

function addingText(page: number, total: number): string {
  return total >= page ? t('popup_adding_page_of', String(page), String(total)) : t('popup_adding_page', String(page));
}
