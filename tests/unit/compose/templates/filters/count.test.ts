import { expect, test } from 'vitest';
import { count } from '../../../../../lib/compose/templates/filters/count';
import { clipsOf, lineOf } from '../make';

test('count counts what is in a list, and characters of a text as people do', () => {
  expect(count.name).toBe('count');
  expect(lineOf('{{clips|count}} {{tags|count}}', { clips: clipsOf({ tags: ['a', 'b'] }, {}, {}) })).toBe('3 3');
  expect(lineOf('{{title|count}}', { clips: clipsOf({ title: '真皮👍' }) })).toBe('3');
});
