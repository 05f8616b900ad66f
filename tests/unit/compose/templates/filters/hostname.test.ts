import { expect, test } from 'vitest';
import { hostname } from '../../../../../lib/compose/templates/filters/hostname';
import { clipsOf, lineOf } from '../make';

test('hostname names the site of an address', () => {
  expect(hostname.name).toBe('hostname');
  const clips = clipsOf({ canonicalUrl: 'https://www.autohome.com.cn/news/1.html' });
  expect(lineOf('{{url|hostname}}{{title|hostname}}', { clips })).toBe('autohome.com.cn');
});
