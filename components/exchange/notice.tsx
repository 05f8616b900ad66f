/** A sentence that one should read before going on. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/icon';
import styles from './notice.module.css';

export function Notice({ tone, children }: { tone: 'good' | 'problem'; children: ComponentChildren }) {
  return (
    <p class={styles.notice} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      <Icon name={tone === 'good' ? 'circle-check' : 'triangle-alert'} />
      <span>{children}</span>
    </p>
  );
}
