/** A sentence that stands out: what is doubtful, what went wrong, what is done. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/icon';
import styles from './publish.module.css';

const looks = {
  doubt: { class: styles.doubt, icon: 'triangle-alert', role: undefined },
  problem: { class: styles.problem, icon: 'circle-alert', role: 'alert' },
  good: { class: styles.good, icon: 'circle-check', role: 'status' },
} as const;

export function Notice({ tone, children }: { tone: keyof typeof looks; children: ComponentChildren }) {
  const look = looks[tone];
  return (
    <div class={look.class} role={look.role}>
      <Icon name={look.icon} />
      <div class={styles.stack}>{children}</div>
    </div>
  );
}
