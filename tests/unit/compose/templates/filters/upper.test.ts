import { expect, test } from 'vitest';
import { upper } from '../../../../../lib/compose/templates/filters/upper';
import { clipsOf, lineOf } from '../make';

test('upper makes letters large', () => {
  expect(upper.name).toBe('upper');
  expect(lineOf('{{title|upper}}', { clips: clipsOf({ title: 'byd 比亚迪 är' }) })).toBe('BYD 比亚迪 ÄR');
});
