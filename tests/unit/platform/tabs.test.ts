import { expect, test } from 'vitest';
import { inFrontAt } from '../../../lib/platform/tabs';

const tabs = [
  { id: 1, lastAccessed: 100 },
  { id: 2, lastAccessed: 300.5 },
  { id: 3, lastAccessed: 200 },
];

test('the tab that was in front is the one that came there last before that time', () => {
  expect(inFrontAt(tabs, 250)?.id).toBe(3);
  expect(inFrontAt(tabs, 301)?.id).toBe(2);
});

test('before any came to the front there was none', () => {
  expect(inFrontAt(tabs, 99)).toBeUndefined();
});

test('a tab that does not say when it came is never taken for the one in front', () => {
  expect(inFrontAt([{ id: 4, lastAccessed: undefined }, ...tabs], 1000)?.id).toBe(2);
});
