// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockIn, momentIn } from '../../../lib/model/zoned-time';

describe('a time in a zone', () => {
  test('is the moment at which the clock there says so', () => {
    expect(momentIn('Asia/Shanghai', '2026-11-25T09:00')).toBe(Date.UTC(2026, 10, 25, 1));
    expect(momentIn('America/New_York', '2026-07-01T09:30')).toBe(Date.UTC(2026, 6, 1, 13, 30));
    expect(clockIn('Asia/Shanghai', Date.UTC(2026, 10, 24, 16))).toBe('2026-11-25T00:00');
  });

  test('is after an hour that the clock passes over, and the first of two', () => {
    expect(clockIn('Europe/Berlin', momentIn('Europe/Berlin', '2026-03-29T02:30') ?? 0)).toBe('2026-03-29T03:30');
    expect(momentIn('Europe/Berlin', '2026-10-25T02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('comes back as it was, in any zone but at those hours', () => {
    const zone = fc.constantFrom('Asia/Kolkata', 'Asia/Shanghai', 'UTC', 'Pacific/Kiritimati', 'America/St_Johns');
    const minute = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(zone, minute, (where, at) => {
        const clock = clockIn(where, at * 60_000);
        const back = momentIn(where, clock) ?? Number.NaN;
        expect(clockIn(where, back)).toBe(clock);
      }),
    );
  });

  test('is none for what is no time', () => {
    expect(momentIn('UTC', '')).toBeNull();
    expect(momentIn('UTC', '2026-99-99T99:99')).toBeNull();
  });
});
