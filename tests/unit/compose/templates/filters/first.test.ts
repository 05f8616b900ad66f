import { expect, test } from 'vitest';
import { first } from '../../../../../lib/compose/templates/filters/first';
import { clipsOf, lineOf } from '../make';

test('first takes the first of a list, and of a text its first sentence', () => {
  expect(first.name).toBe('first');
  const clips = clipsOf({ tags: ['EV', 'seats'], note: 'One here. Two there.' });
  expect(lineOf('{{tags|first}}: {{note|first}}', { clips })).toBe('EV: One here.');
  expect(lineOf('{{tags|first|default:"none"}}', { clips: clipsOf({ tags: [] }) })).toBe('none');
});
