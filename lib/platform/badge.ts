/** The badge on the toolbar button: what became of a clip made without the popup. */
import { browser } from 'wxt/browser';

const badges = {
  working: { text: '…', color: '#57606a' },
  saved: { text: '✓', color: '#15803d' },
  problem: { text: '!', color: '#b45309' },
} as const;

/** How long a result stays, in milliseconds: well within the time a worker lives after an event. */
const shown = 4000;

/** Shows a badge for one tab. Results go by themselves, `working` stays until one comes; navigation clears both. */
export async function showBadge(tabId: number, badge: keyof typeof badges): Promise<void> {
  const { text, color } = badges[badge];
  await set(tabId, text, color);
  if (badge === 'working') return;
  setTimeout(async () => {
    if ((await browser.action.getBadgeText({ tabId }).catch(() => '')) === text) await set(tabId, '', color);
  }, shown);
}

async function set(tabId: number, text: string, color: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
      browser.action.setBadgeText({ tabId, text }),
    ]);
  } catch {
    return; // the tab has been closed
  }
}
