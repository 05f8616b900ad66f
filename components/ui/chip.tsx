/** A short word in a frame: a tag, a filter; can be pressed, removed, or only read. */
import { t } from '../../lib/state/i18n';
import styles from './chip.module.css';
import { classes } from './classes';
import { Icon } from './icon';
import type { IconName } from './icons';

export type ChipProps = {
  children: string;
  icon?: IconName;
  /** Makes the chip a button. */
  onClick?: () => void;
  /** For a chip that is on or off. */
  pressed?: boolean;
  /** Adds a button that removes it. */
  onRemove?: () => void;
  /** A number behind the word, already formatted. */
  count?: string;
  /** Drawn as an offer: dashed. */
  suggested?: boolean;
  href?: string;
  lang?: string;
};

export function Chip({ children, icon, onClick, pressed, onRemove, count, suggested, href, lang }: ChipProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span class={styles.text} lang={lang}>
        {children}
      </span>
      {count !== undefined && <span class={styles.count}>{count}</span>}
    </>
  );
  const look = classes(styles.chip, suggested && styles.suggested);
  if (href !== undefined)
    return (
      <a class={classes(look, styles.press)} href={href}>
        {inside}
      </a>
    );
  if (onClick)
    return (
      <button type="button" class={classes(look, styles.press)} aria-pressed={pressed} onClick={onClick}>
        {inside}
      </button>
    );
  return (
    <span class={classes(look, onRemove && styles.removable)}>
      {inside}
      {onRemove && (
        <button
          type="button"
          class={styles.remove}
          aria-label={t('common_remove_named', children)}
          title={t('common_remove')}
          onClick={onRemove}
        >
          <Icon name="x" />
        </button>
      )}
    </span>
  );
}
