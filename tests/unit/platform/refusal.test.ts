import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { sayRefused } from '../../../lib/platform/refusal';

test('why nothing can be done is said in a popup, and the next press of the button is as ever', async () => {
  const calls: string[] = [];
  const action = {
    setPopup: vi.fn(async ({ popup }: { popup: string }) => void calls.push(popup)),
    openPopup: vi.fn(async () => void calls.push('open')),
    setBadgeText: async () => undefined,
    setBadgeBackgroundColor: async () => undefined,
    getBadgeText: async () => '',
  };
  Object.assign(browser.action, action);
  const said = sayRefused(7, 'browser-page');
  // Before anything was waited for: later a browser may no longer take it for what the person did.
  expect(calls).toEqual(['/notice.html?reason=browser-page', 'open']);
  await said;
  expect(calls.at(-1)).toBe('/popup.html');
});

test('nothing is thrown where the browser opens no popup, or the tab is gone', async () => {
  Object.assign(browser.action, {
    setPopup: () => Promise.reject(new Error('No tab with id: 7')),
    openPopup: () => Promise.reject(new Error('no user gesture')),
  });
  await expect(sayRefused(7, 'pdf')).resolves.toBeUndefined();
});
