import { expect, test } from 'vitest';
import { defaultTo } from '../../../../../lib/compose/templates/filters/default';
import { clipsOf, lineOf } from '../make';

test('defaultTo gives something else where there is nothing', () => {
  expect(defaultTo.name).toBe('default');
  const clips = clipsOf({ byline: ' ', siteName: 'Auto News' });
  expect(lineOf('{{author|default:"staff"}} {{author|default:outlet}} {{outlet|default:"x"}}', { clips })).toBe(
    'staff Auto News Auto News',
  );
});
