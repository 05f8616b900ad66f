/** Marks beside the words of the share row: drawn for this page on a 24 × 24 grid, one path of strokes each. */
import type { Element } from 'hast';
import { h } from './html';
import type { ShareTarget } from './share';

const circle = (x: number, y: number, r: number): string =>
  `M${(x - r).toFixed(1)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

const strokes: Record<ShareTarget, string> = {
  x: 'M4 4l16 16M20 4L4 20',
  linkedin: `M5 10v9M10 10v9M10 14a4 4 0 0 1 9 0v5${circle(5, 5.5, 0.8)}`,
  facebook: 'M17 4h-2a4 4 0 0 0-4 4v13M7 12h9',
  reddit: `M3 14a9 6 0 1 0 18 0a9 6 0 1 0-18 0M12 8l1-5 5 1M8.5 16.5q3.5 2.5 7 0${circle(8.7, 12.7, 0.6)}${circle(15.3, 12.7, 0.6)}`,
  whatsapp:
    'M4 20l1.3-4A8.5 8.5 0 1 1 8.5 19zM9 8.5c0 4 2.500 6.500 6.500 6.500l.5-2-2-1-1 1c-1-.5-1.500-1-2-2l1-1-1-2z',
  telegram: 'M21 4L3 11l5.500 2.500L18 7l-7 8 7 5zM8.500 13.500V19l2.500-3',
  weibo: `M10 9C5 9 3 12.500 3 15s3 5 7.500 5 8-2.300 8-5c0-2-1.500-3-3-3.300.7-2-.5-3-2.500-2.700-1 .1-2 .6-3 1M15 4c3.500-.5 6.500 2 6 6${circle(10, 15.3, 2)}`,
  wechat:
    'M8 16l-3 2 .6-3A6.500 5.500 0 1 1 15 9.500M13 18.500a5.500 4.500 0 1 1 5-.3l2 1.300-.5-2.300M7.500 9h.01M11.500 9h.01M14 14h.01M17 14h.01',
  email: 'M3 6h18v12H3zM3 7l9 6 9-6',
  copy: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1.500 1.500M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1.500-1.500',
  system: 'M12 15V3M8 7l4-4 4 4M5 12v8h14v-8',
};

/** The mark of a share target; the word beside it names it. */
export function icon(target: ShareTarget): Element {
  return h('svg', { viewBox: '0 0 24 24', ariaHidden: 'true' }, h('path', { d: strokes[target] }));
}
