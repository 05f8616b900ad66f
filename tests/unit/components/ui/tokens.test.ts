import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tagColours } from '../../../../lib/model/tag';

const css = readFileSync('components/ui/tokens.css', 'utf8');

/** Linear sRGB of an `oklch(L% C H)`: https://bottosson.github.io/posts/oklab/ */
function linearRgb(oklch: string): [number, number, number] {
  const [, L = 0, C = 0, H = 0] = (/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/.exec(oklch) ?? []).map(Number);
  const [a, b] = [C * Math.cos((H * Math.PI) / 180), C * Math.sin((H * Math.PI) / 180)];
  const l = (L / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function luminance(oklch: string): number {
  const [r, g, b] = linearRgb(oklch);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function colourOf(token: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${token}: light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))\\)`).exec(css);
  if (!found) throw new Error(`no colour --${token}`);
  return found[theme === 'light' ? 1 : 2] ?? '';
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [high, low] = [one, other].map((token) => luminance(colourOf(token, theme))).sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const grounds = ['paper', 'surface', 'raised', 'sunken', 'hover'];
const pairs: [text: string, ground: string, least: number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, 7],
    ['ink-soft', ground, 7],
    ['ink-faint', ground, 4.5],
    ['accent', ground, 4.5],
    ['danger', ground, 4.5],
  ]),
  ['ink', 'accent-soft', 7],
  ['ink', 'highlight', 7],
  ['amber-ink', 'amber-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['line-strong', 'surface', 3],
  ['line-strong', 'paper', 3],
  ...tagColours.flatMap((colour) => grounds.map((ground): [string, string, number] => [`tag-${colour}`, ground, 3])),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(pairs)('%s on %s has a contrast of at least %d', (text, ground, least) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(least);
  });
});
