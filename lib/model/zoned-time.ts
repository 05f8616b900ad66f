/** Times on the clock of a time zone (IANA), as `<input type="datetime-local">` has them: `2026-03-05T09:30`. */

/** What the clock says there at a moment; to the minute. An unknown zone is UTC. */
export function clockIn(zone: string, moment: number): string {
  const { year, month, day, hour, minute } = partsIn(zone, moment);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The moment at which the clock there says so; null for a text that is no time. An hour that the clock passes over is
 * the same time after it, one that comes twice is the first.
 */
export function momentIn(zone: string, clock: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(clock)) return null;
  const asUtc = Date.parse(`${clock.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = [-24, 24].map((hours) => offsetAt(zone, asUtc + hours * 3_600_000));
  const fitting = offsets.map((offset) => asUtc - offset).filter((moment) => offsetAt(zone, moment) === asUtc - moment);
  return fitting.length > 0 ? Math.min(...fitting) : asUtc - (offsets[0] ?? 0);
}

/** Milliseconds by which the clock there is ahead of UTC. */
function offsetAt(zone: string, moment: number): number {
  const minute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${clockIn(zone, minute)}Z`) - minute;
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>;

function partsIn(zone: string, moment: number): Parts {
  const two = '2-digit' as const;
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: isZone(zone) ? zone : 'UTC' });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value])) as Parts;
  return { ...parts, year: parts.year.padStart(4, '0') };
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The time zone of this computer. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone the browser knows, `current` and UTC among them. */
export function zones(current: string): string[] {
  return [...new Set([current, ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
