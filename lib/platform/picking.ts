/** The picker's side of the background: which page it was opened in and for which clip, and what it asks for. */
import { browser } from 'wxt/browser';
import type { ClipId } from '../model/ids';
import { readPickerRequest } from '../model/request-schema';
import type { PickerRequestName, PickerWords } from '../model/requests';

/** Kept in the browser's memory: a worker that was stopped meanwhile still knows it. One at a time. */
export type Pick = { token: string; tabId: number; id: ClipId };

const key = 'pick';

export async function savePick(pick: Pick): Promise<void> {
  await browser.storage.session.set({ [key]: pick });
}

async function loadPick(): Promise<Pick | null> {
  const { [key]: pick } = await browser.storage.session.get(key);
  return (pick as Pick | undefined) ?? null;
}

/** What the picker in a page asks; `tab` is that page as the browser, not the page, says it. */
export type PickerQuestion = { name: PickerRequestName; id: ClipId; tab: { id: number; url: string; title: string } };

export type PickerSender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
};

/** Answers the picker that was opened last, and nothing else that runs in pages. To be called while the worker starts. */
export function answerPicker(handle: (question: PickerQuestion) => Promise<PickerWords>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: PickerSender) =>
    isPickerMessage(message) ? checked(message, sender, browser.runtime.id, loadPick, handle) : undefined,
  );
}

/**
 * The answer to one message; null for one that is not from the top frame of the page the picker was opened in, or does
 * not have its token. Exported for its tests: this is a border that page processes can reach.
 */
export async function checked(
  message: { picker: unknown; input?: unknown },
  sender: PickerSender,
  ownId: string,
  load: () => Promise<Pick | null>,
  handle: (question: PickerQuestion) => Promise<PickerWords>,
): Promise<PickerWords | null> {
  const asked = readPickerRequest(message.picker, message.input);
  if (!asked || sender.id !== ownId || sender.frameId !== 0 || !sender.url) return null;
  const pick = await load();
  if (!pick || pick.token !== asked.token || pick.tabId !== sender.tab?.id) return null;
  return handle({ name: asked.name, id: pick.id, tab: { id: pick.tabId, url: sender.url, title: '' } });
}

function isPickerMessage(message: unknown): message is { picker: unknown; input?: unknown } {
  return typeof message === 'object' && message !== null && Object.hasOwn(message, 'picker');
}
