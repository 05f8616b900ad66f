/** Highlights painted at every visit of a page: a script in all sites that says so, when a person has allowed it. */
import { browser } from 'wxt/browser';

const id = 'visited';
const origins = ['https://*/*', 'http://*/*'];

let running: Promise<void> = Promise.resolve();

/**
 * Registers the script or takes it away, whichever is wanted; without the permission it is not registered. One call
 * after another: the last has its way.
 */
export function watchVisits(wanted: boolean): Promise<void> {
  running = running.catch(() => undefined).then(() => register(wanted));
  return running;
}

async function register(wanted: boolean): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const isAllowed = wanted && (await browser.permissions.contains({ origins }));
  if (known.length > 0 && !isAllowed) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (known.length === 0 && isAllowed)
    await browser.scripting.registerContentScripts([
      { id, matches: origins, js: ['/visited.js'], runAt: 'document_idle', persistAcrossSessions: true },
    ]);
}

type Sender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; title?: string | undefined } | undefined;
};

/** Calls `visited` for each page that says it is there. To be called while the worker starts. */
export function onVisit(visited: (tab: { id: number; url: string; title: string }) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    if (typeof message !== 'object' || message === null || !Object.hasOwn(message, 'visited')) return undefined;
    const { tab, url, frameId } = sender;
    if (sender.id === browser.runtime.id && frameId === 0 && tab?.id !== undefined && url)
      visited({ id: tab.id, url, title: tab.title ?? '' });
    return undefined;
  });
}
