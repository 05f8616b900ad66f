import { expect, test } from 'vitest';
import { limit } from '../../../../../lib/compose/templates/filters/limit';
import { clipsOf, lineOf } from '../make';

test('limit keeps the first so many', () => {
  expect(limit.name).toBe('limit');
  const clips = clipsOf({ tags: ['a', 'b', 'c'] });
  expect(lineOf('{{tags|limit:2}} {{tags|limit:9|count}} {{tags|limit:0|count}}', { clips })).toBe('a, b 3 0');
});
