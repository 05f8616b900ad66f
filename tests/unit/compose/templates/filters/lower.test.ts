import { expect, test } from 'vitest';
import { lower } from '../../../../../lib/compose/templates/filters/lower';
import { clipsOf, lineOf } from '../make';

test('lower makes letters small', () => {
  expect(lower.name).toBe('lower');
  expect(lineOf('{{title|lower}}', { clips: clipsOf({ title: 'BYD 比亚迪 ÄR' }) })).toBe('byd 比亚迪 är');
});
