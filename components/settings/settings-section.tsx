/** A titled part of the settings. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './settings-view.module.css';

export function SettingsSection({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class={styles.fields}>{children}</div>
    </section>
  );
}
