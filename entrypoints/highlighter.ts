/** Injected when a person highlights on a page, or opens the popup on one that has highlights. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Ask } from '../lib/annotate/page/ask';
import { type Highlighter, type HighlighterGiven, startHighlighter } from '../lib/annotate/page/highlighter';
import type { HighlighterMode } from '../lib/annotate/page/mode';
import { shadowRootOf } from '../lib/extract/shadow-root-of';

type Runtime = { id?: string; sendMessage(message: object): Promise<unknown> };
type World = {
  __clipsheetHighlighter?: HighlighterGiven & { token: string };
  __clipsheetHighlightAgain?: (mode: HighlighterMode) => boolean;
  chrome?: { runtime: Runtime };
};

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const { __clipsheetHighlighter: given, chrome } = world;
  delete world.__clipsheetHighlighter;
  if (!given || !chrome) return;
  const { runtime } = chrome;
  const failed = { ok: false, text: given.words.failed };
  const ask = async (name: string, input: object) => {
    const message = { highlighter: name, input: { ...input, token: given.token } };
    // Null from a background that does not know this page, undefined from one that is gone: after an update.
    return (await runtime.sendMessage(message).catch(() => null)) ?? failed;
  };
  const { matches } = matchMedia('(prefers-color-scheme: dark)');
  const theme = { ...given, isDark: given.isDark ?? matches };
  const starting: Promise<Highlighter> = startHighlighter(document, theme, {
    ask: ask as Ask,
    shadowRootOf,
    now: () => performance.now(),
  });
  world.__clipsheetHighlightAgain = (mode) => {
    const isAlive = runtime.id !== undefined;
    // After an update of the extension nobody hears this script: another takes its place.
    void starting.then(({ again, stop }) => (isAlive ? again(mode) : stop()));
    return isAlive;
  };
});
