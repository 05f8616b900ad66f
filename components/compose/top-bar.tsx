/** The bar above a post: its state, what is quoted, what is missing, undo, and export. */

import { describeFailure } from '../../lib/state/failures';
import { formatClock, formatPercent, type MessageKey, t, tn } from '../../lib/state/i18n';
import type { Problem } from '../../lib/state/problems';
import { describeProblem } from '../../lib/state/problems';
import { hrefOf } from '../../lib/state/route';
import { settings } from '../../lib/state/settings';
import { PublishButton } from '../publish/publish-button';
import { IconButton } from '../ui/button';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Menu } from '../ui/menu';
import { useDesk } from './desk';
import { ExportButton } from './export-button';
import { PostState } from './post-state';
import { receiptWords } from './receipt-words';
import styles from './top-bar.module.css';

export function TopBar() {
  const { composer } = useDesk();
  return (
    <header class={styles.bar}>
      <IconButton icon="arrow-left" label={t('compose_all_posts')} href={hrefOf({ view: 'posts' })} />
      <Status />
      <div class={styles.actions}>
        <Problems />
        <div class={styles.history}>
          <IconButton
            icon="undo-2"
            label={t('compose_undo')}
            disabled={!composer.canUndo.value}
            onClick={composer.undo}
          />
          <IconButton
            icon="redo-2"
            label={t('compose_redo')}
            disabled={!composer.canRedo.value}
            onClick={composer.redo}
          />
        </div>
        <PublishButton />
        <ExportButton />
      </div>
    </header>
  );
}

function Status() {
  const { composer } = useDesk();
  const post = composer.post.value;
  const latest = post.receipts.at(-1);
  return (
    <div class={styles.status}>
      <h1 class={styles.title} lang={post.language}>
        {post.title || t('compose_untitled')}
      </h1>
      <p class={styles.line}>
        <PostState />
        <Saved />
        <QuotedShare />
        {latest && <span class={styles.receipt}>{receiptWords(latest)}</span>}
      </p>
    </div>
  );
}

function Saved() {
  const { saving, savedAt } = useDesk().composer;
  const now = saving.value;
  if (now.state === 'failed')
    return (
      <span class={styles.failed} role="alert">
        {t('compose_save_failed')}: {describeFailure(now.failure)}
      </span>
    );
  return (
    <span>{now.state === 'saving' ? t('compose_saving') : t('compose_saved_at', formatClock(savedAt.value))}</span>
  );
}

/** The highest share of any source, since each outlet looks at its own. */
function QuotedShare() {
  const { composer } = useDesk();
  const shares = composer.shares.value.map(({ share }) => share.percent);
  if (shares.length === 0) return null;
  const highest = Math.max(...shares);
  const over = highest > settings.value.quoteLimit;
  const text = t(shares.length > 1 ? 'compose_quoted_up_to' : 'compose_quoted', formatPercent(highest / 100));
  return (
    <span>
      <span class={classes(styles.share, over && styles.over)} title={over ? overLimit() : undefined}>
        <Icon name={over ? 'triangle-alert' : 'quote'} />
        {text}
      </span>
    </span>
  );
}

const overLimit = () => t('compose_share_over', formatPercent(settings.value.quoteLimit / 100));

const levels: Record<Problem['level'], { icon: IconName; label: MessageKey }> = {
  stop: { icon: 'circle-alert', label: 'compose_stop' },
  insist: { icon: 'circle-alert', label: 'compose_insist' },
  warning: { icon: 'triangle-alert', label: 'compose_warning' },
  advice: { icon: 'info', label: 'compose_advice' },
};

function Problems() {
  const { composer, goTo } = useDesk();
  const problems = composer.problems.value;
  const grave = problems.some((problem) => problem.level === 'stop' || problem.level === 'insist');
  if (problems.length === 0)
    return (
      <span class={styles.ready}>
        <Icon name="circle-check" />
        {t('compose_nothing_missing')}
      </span>
    );
  return (
    <Menu
      label={tn('compose_to_do', problems.length)}
      showLabel
      variant="quiet"
      icon={grave ? 'circle-alert' : 'info'}
      items={problems.map((problem) => ({
        label: describeProblem(problem),
        hint: t(levels[problem.level].label),
        icon: levels[problem.level].icon,
        onSelect: () => goTo(problem.place),
      }))}
    />
  );
}
