import { expect, test } from 'vitest';
import { replace } from '../../../../../lib/compose/templates/filters/replace';
import { clipsOf, lineOf } from '../make';

test('replace replaces text by text and knows no patterns', () => {
  expect(replace.name).toBe('replace');
  const clips = clipsOf({ title: 'A.B.C' });
  expect(lineOf('{{title|replace:".":"$&"}} {{title|replace:"."}} {{title|replace:"":"x"}}', { clips })).toBe(
    'A$&B$&C ABC A.B.C',
  );
  const long = clipsOf({ title: 'a'.repeat(2000) });
  expect(lineOf(`{{title|replace:"a":"${'b'.repeat(900)}"}}`, { clips: long })).toBe('a'.repeat(2000));
});
