/** What stands where nothing is yet: what this place is for, and the way on. */
import type { ComponentChildren } from 'preact';
import styles from './empty-state.module.css';
import { Icon } from './icon';
import type { IconName } from './icons';

export type EmptyStateProps = {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
};

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div class={styles.empty}>
      {icon && (
        <span class={styles.mark}>
          <Icon name={icon} size={32} />
        </span>
      )}
      <p class={styles.title}>{title}</p>
      {children && <div class={styles.text}>{children}</div>}
      {actions && <div class={styles.actions}>{actions}</div>}
    </div>
  );
}
