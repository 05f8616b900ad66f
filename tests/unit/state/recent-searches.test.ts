import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Recent = typeof import('../../../lib/state/recent-searches');
let recent: Recent;

/** Another page of the extension: it knows what is stored, and nothing else. */
async function openPage(): Promise<void> {
  vi.resetModules();
  recent = await import('../../../lib/state/recent-searches');
}

beforeEach(async () => {
  fakeBrowser.reset();
  await openPage();
});

test('searches are remembered for the next page, newest first', async () => {
  await recent.rememberSearch('ports');
  await recent.rememberSearch(' 皮革 ');
  await openPage();
  expect(recent.recentSearches.value).toEqual([]);
  await recent.loadRecent();
  expect(recent.recentSearches.value).toEqual(['皮革', 'ports']);
});

test('one that says the same in other words takes the place of the other', async () => {
  await recent.rememberSearch('tag:leather ports');
  await recent.rememberSearch('grain');
  await recent.rememberSearch('标签：leather   ports ');
  expect(recent.recentSearches.value).toEqual(['标签：leather   ports', 'grain']);
});

test('nothing, and what nobody typed by hand, is not remembered; beyond twelve the oldest go', async () => {
  await recent.rememberSearch('  ');
  await recent.rememberSearch('x'.repeat(301));
  expect(recent.recentSearches.value).toEqual([]);
  for (let i = 1; i <= 14; i++) await recent.rememberSearch(`search${i}`);
  expect(recent.recentSearches.value).toHaveLength(12);
  expect(recent.recentSearches.value.at(-1)).toBe('search3');
});

test('all are forgotten at once, also for the next page', async () => {
  await recent.rememberSearch('ports');
  await recent.forgetSearches();
  await openPage();
  await recent.loadRecent();
  expect(recent.recentSearches.value).toEqual([]);
});

test('what is stored in another form is as if nothing were', async () => {
  await fakeBrowser.storage.local.set({ 'recent-searches': { of: 'another version' } });
  await recent.loadRecent();
  expect(recent.recentSearches.value).toEqual([]);
});
