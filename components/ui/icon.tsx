/** Draws one icon of the set; it is decoration, so the name is always given by what stands around it. */
import { h } from 'preact';
import styles from './icon.module.css';
import { type IconName, icons } from './icons';

/** `filled` paints the inside: a star that is set. `size` is in pixels at 100 % text size and grows with the text. */
export function Icon({
  name,
  size = 16,
  filled = false,
}: {
  name: IconName;
  size?: 16 | 20 | 24 | 32;
  filled?: boolean;
}) {
  return (
    <svg
      class={styles.icon}
      viewBox="0 0 24 24"
      data-size={size}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width={size >= 24 ? 1.5 : 1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {icons[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
