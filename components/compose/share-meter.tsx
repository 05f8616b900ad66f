/** How much of a clip the post quotes, against the limit that was set. */
import type { ClipId } from '../../lib/model/ids';
import { formatPercent, t } from '../../lib/state/i18n';
import { settings } from '../../lib/state/settings';
import { classes } from '../ui/classes';
import { Icon } from '../ui/icon';
import { useDesk } from './desk';
import styles from './share-meter.module.css';

/** `brief`: in one line, where the meter itself stands elsewhere. */
export function ShareMeter({ clipId, brief = false }: { clipId: ClipId; brief?: boolean }) {
  const { composer } = useDesk();
  const share = composer.shares.value.find((one) => one.clipId === clipId)?.share;
  if (!share || share.of.characters === 0) return null;
  const limit = settings.value.quoteLimit;
  const over = share.percent > limit;
  const percent = formatPercent(share.percent / 100);
  const text =
    share.unit === 'words'
      ? t('compose_share_words', percent, share.words, share.of.words)
      : t('compose_share_characters', percent, share.characters, share.of.characters);
  if (brief)
    return (
      <p class={over ? styles.warning : styles.text} title={over ? overLimit(limit) : undefined}>
        {over && <Icon name="triangle-alert" />}
        {text}
      </p>
    );
  return (
    <div class={classes(styles.share, over && styles.over)}>
      <svg class={styles.meter} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class={styles.rail} width="100" height="4" />
        <rect class={styles.quoted} width={share.percent} height="4" />
        <rect class={styles.limit} x={Math.min(99.5, limit)} width="0.75" height="4" />
      </svg>
      <p class={styles.text}>{text}</p>
      {over && (
        <p class={styles.warning}>
          <Icon name="triangle-alert" />
          {overLimit(limit)}
        </p>
      )}
    </div>
  );
}

const overLimit = (limit: number) => t('compose_share_over', formatPercent(limit / 100));
