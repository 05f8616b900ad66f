/** Names with how many clips each has, as bars that lead to those clips. */
import { formatNumber } from '../../lib/state/i18n';
import styles from './bar-list.module.css';

export function BarList({ items }: { items: readonly { label: string; count: number; href: string }[] }) {
  const most = Math.max(1, ...items.map(({ count }) => count));
  return (
    <ul class={styles.list}>
      {items.map(({ label, count, href }) => (
        <li key={href}>
          <a class={styles.item} href={href} style={{ '--share': `${(100 * count) / most}%` }}>
            <span class={styles.name}>{label}</span>
            <span class={styles.count}>{formatNumber(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
