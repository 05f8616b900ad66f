import { expect, test } from 'vitest';
import { strip } from '../../../../../lib/compose/templates/filters/strip';
import { clipsOf, lineOf } from '../make';

test('strip takes something from the ends, with the dash before it', () => {
  expect(strip.name).toBe('strip');
  const clips = clipsOf({ title: 'Auto News: New seats - Auto News', siteName: 'Auto News' });
  expect(lineOf('{{title|strip:outlet}}', { clips })).toBe('New seats');
  expect(lineOf('{{title|strip:note}}', { clips })).toBe('Auto News: New seats - Auto News');
  expect(lineOf('{{title|strip:"_汽车之家"}}', { clips: clipsOf({ title: '新座椅发布_汽车之家' }) })).toBe(
    '新座椅发布',
  );
});
