import { expect, test } from 'vitest';
import { join } from '../../../../../lib/compose/templates/filters/join';
import { clipsOf, lineOf } from '../make';

test('join puts a list together, as the language does or with what is given', () => {
  expect(join.name).toBe('join');
  const clips = clipsOf({ tags: ['EV', 'seats'] });
  expect(lineOf('{{tags|join}}; {{tags|join:" · "}}; {{tags|join:""}}', { clips })).toBe(
    'EV, seats; EV · seats; EVseats',
  );
  expect(lineOf('{{tags|join}}', { clips, language: 'zh-CN' })).toBe('EV、seats');
});
