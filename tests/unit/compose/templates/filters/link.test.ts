import { expect, test } from 'vitest';
import { link } from '../../../../../lib/compose/templates/filters/link';
import { bodyOf, clipsOf, lineOf } from '../make';

test('link makes a link of words, but only to the web', () => {
  expect(link.name).toBe('link');
  const clips = clipsOf({ title: 'A [new] *seat*', canonicalUrl: 'https://x.example/a_(b)?q=1' });
  expect(bodyOf('{{title|link:url}}', { clips })).toBe(
    String.raw`[A \[new\] \*seat\*](https://x.example/a_%28b%29?q=1)`,
  );
  expect(bodyOf('{{url|link}}', { clips })).toContain('](https://x.example/a_%28b%29?q=1)');
  expect(bodyOf('{{title|link:"javascript:alert(1)"}}', { clips })).toBe(String.raw`A \[new\] \*seat\*`);
  expect(lineOf('{{title|link:url}}', { clips })).toBe('A [new] *seat*');
});
