/** A chart on a canvas, drawn with the colours of the theme and again when they or the width change. */
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { formatNumber, locale } from '../../lib/state/i18n';
import styles from './chart.module.css';

export type Series = { label: string; values: readonly number[]; colour: string };

type Props = {
  /** What the chart shows, for those who do not see it; the figures stand in a table beside it. */
  label: string;
  /** ISO days, ascending. */
  days: readonly string[];
  series: readonly Series[];
  kind: 'bars' | 'lines';
  onChoose?: (index: number) => void;
};

const height = 220;

/** `series` name their colour by its token, without the dashes. */
export function Chart({ label, days, series, kind, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  // As text, so that a chart is made anew only when what it shows has changed.
  const shown = JSON.stringify([days, series, kind, locale.value]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let chart: uPlot | null = null;
    const draw = () => {
      chart?.destroy();
      chart = createChart(element, { days, series, kind }, (index) => choose.current?.(index));
    };
    draw();
    const resized = new ResizeObserver(() => chart?.setSize({ width: element.clientWidth, height }));
    resized.observe(element);
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      themed.disconnect();
      dark.removeEventListener('change', draw);
      chart?.destroy();
    };
  }, [shown]);
  return <div ref={box} class={styles.chart} role="img" aria-label={label} data-choosing={onChoose ? '' : undefined} />;
}

function createChart(
  element: HTMLElement,
  { days, series, kind }: Pick<Props, 'days' | 'series' | 'kind'>,
  choose: (index: number) => void,
): uPlot {
  const colourOf = colours(element);
  const times = days.map((day) => Date.parse(day) / 1000);
  const gap = (times[1] ?? 1) - (times[0] ?? 0);
  const axis = {
    stroke: colourOf('ink-soft'),
    font: `12px ${getComputedStyle(element).fontFamily}`,
    grid: { stroke: colourOf('line'), width: 1 },
    ticks: { show: false },
  };
  const bars = kind === 'bars' ? uPlot.paths.bars?.({ size: [0.7, 40], radius: 0.15 }) : uPlot.paths.linear?.();
  const date = new Intl.DateTimeFormat(locale.value, {
    month: 'short',
    day: kind === 'bars' ? 'numeric' : undefined,
    timeZone: 'UTC',
  });
  return new uPlot(
    {
      width: element.clientWidth,
      height,
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, y: false, points: { show: kind === 'lines' } },
      scales: {
        x: { range: (_, from, to) => (kind === 'bars' ? [from - gap / 2, to + gap / 2] : [from, to]) },
        y: { range: (_, __, most) => [0, Math.max(4, most * 1.1)] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 32,
          splits: (chart) => marked(times, chart.width),
          values: (_, at) => at.map((time) => date.format(time * 1000)),
        },
        {
          ...axis,
          values: (_, at) => at.map((value) => formatNumber(value, { notation: 'compact' })),
          size: 48,
          incrs: whole,
        },
      ],
      series: [
        {},
        ...series.map(({ label, colour }) => ({
          label,
          stroke: colourOf(colour),
          width: kind === 'bars' ? 0 : 2,
          ...(kind === 'bars' ? { fill: colourOf(colour) } : {}),
          ...(bars ? { paths: bars } : {}),
          points: { show: kind === 'lines' },
        })),
      ],
      hooks: {
        ready: [
          (chart) =>
            chart.over.addEventListener('click', () => {
              const { idx } = chart.cursor;
              if (typeof idx === 'number') choose(idx);
            }),
        ],
      },
    },
    [times, ...series.map(({ values }) => [...values])],
    element,
  );
}

/** Every so many of the times, so that their names stand apart. */
function marked(times: readonly number[], width: number): number[] {
  const every = Math.max(1, Math.ceil((times.length * 72) / Math.max(72, width - 64)));
  return times.filter((_, i) => (times.length - 1 - i) % every === 0);
}

/** Clips and words come in whole numbers. */
const whole = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7];

/** A token's colour as a canvas takes it: what the browser makes of it for an element. */
function colours(element: HTMLElement): (token: string) => string {
  return (token) => {
    const probe = element.appendChild(document.createElement('span'));
    probe.style.color = `var(--${token})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
