import { expect, test } from 'vitest';
import { newId, timeOfId } from '../../../lib/model/ids';

test('an id tells the millisecond it was made in', () => {
  for (const time of [0, 1, 1_795_405_154_310, 2 ** 50 - 1]) expect(timeOfId(newId(time))).toBe(time);
});

test('ids made later sort later', () => {
  const times = [5, 1_700_000_000_000, 1_700_000_000_001, 1_795_405_154_310];
  const ids = times.map((time) => newId(time));
  expect(ids.toSorted()).toEqual(ids);
});
