/** Why nothing can be done on a page into which the browser lets nothing of ours: said in a small popup at the toolbar button. */
import { browser } from 'wxt/browser';
import type { NotClippableReason } from '../model/failure';
import { showBadge } from './badge';

/**
 * Opens the popup that says it. To be called in the same turn as what the person did where that can be: older Firefox
 * opens popups only then, and there is the badge else.
 */
export async function sayRefused(tabId: number, reason: NotClippableReason): Promise<void> {
  const { action } = browser;
  const popup = `/notice.html?reason=${reason}`;
  await Promise.allSettled([action.setPopup({ tabId, popup }), action.openPopup(), showBadge(tabId, 'problem')]);
  // The next press of the button clips, as ever. Fails when the tab has been closed meanwhile.
  await action.setPopup({ tabId, popup: '/popup.html' }).catch(() => undefined);
}
