/** The highlighter's side of the background: in which tabs it was opened, and what it asks for. */
import { browser } from 'wxt/browser';
import type { HighlightColour } from '../model/annotation';
import { type ReadHighlighterRequest, readHighlighterRequest } from '../model/highlight-schema';
import type { HighlighterAnswer } from '../model/requests';

/** Kept in the browser's memory, for each tab: a worker that was stopped meanwhile still knows them. */
const key = (tabId: number) => `highlighter-${tabId}`;
const colourKey = 'highlighter-colour';

/** The token of a tab's highlighter, made where there is none. */
export async function highlighterToken(tabId: number, make: () => string): Promise<string> {
  const known = await loadToken(tabId);
  if (known) return known;
  const token = make();
  await browser.storage.session.set({ [key(tabId)]: token });
  return token;
}

async function loadToken(tabId: number): Promise<string | null> {
  const { [key(tabId)]: token } = await browser.storage.session.get(key(tabId));
  return typeof token === 'string' ? token : null;
}

/** The colour a person took last. */
export async function lastColour(): Promise<HighlightColour> {
  const { [colourKey]: colour } = await browser.storage.local.get(colourKey);
  return (colour as HighlightColour | undefined) ?? 'yellow';
}

export async function noteColour(colour: HighlightColour): Promise<void> {
  await browser.storage.local.set({ [colourKey]: colour });
}

/** What a highlighter asks; `tab` is its page as the browser, not the page, says it. */
export type HighlighterQuestion = { asked: ReadHighlighterRequest; tab: { id: number; url: string; title: string } };

export type HighlighterSender = {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; title?: string | undefined } | undefined;
};

/** Answers highlighters in the tabs where they were opened, and nothing else that runs in pages. To be called while the worker starts. */
export function answerHighlighter(handle: (question: HighlighterQuestion) => Promise<HighlighterAnswer>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: HighlighterSender) =>
    isHighlighterMessage(message)
      ? checkedHighlighter(message, sender, browser.runtime.id, loadToken, handle)
      : undefined,
  );
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(key(tabId)));
}

/**
 * The answer to one message; null for one that is not from the top frame of a page the highlighter was opened in, or
 * does not have its token. Exported for its tests: this is a border that page processes can reach.
 */
export async function checkedHighlighter(
  message: { highlighter: unknown; input?: unknown },
  sender: HighlighterSender,
  ownId: string,
  load: (tabId: number) => Promise<string | null>,
  handle: (question: HighlighterQuestion) => Promise<HighlighterAnswer>,
): Promise<HighlighterAnswer | null> {
  const asked = readHighlighterRequest(message.highlighter, message.input);
  const id = sender.tab?.id;
  // A page that becomes another without being loaded has the address of its tab; that of the sender may be the first.
  const url = sender.tab?.url || sender.url;
  if (!asked || sender.id !== ownId || sender.frameId !== 0 || id === undefined || !url) return null;
  if ((await load(id)) !== asked.token) return null;
  return handle({ asked, tab: { id, url, title: sender.tab?.title ?? '' } });
}

function isHighlighterMessage(message: unknown): message is { highlighter: unknown; input?: unknown } {
  return typeof message === 'object' && message !== null && Object.hasOwn(message, 'highlighter');
}
