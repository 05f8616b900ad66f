/** Highlighting on pages: started in a tab, or shown there. */
import type { HighlighterMode } from '../../lib/annotate/page/mode';
import { pageStyle } from '../../lib/annotate/page/page-style';
import { highlighterWords } from '../../lib/annotate/page/words';
import { type HighlightPorts, listHighlights } from '../../lib/capture/highlighting';
import { highlightColours } from '../../lib/model/annotation';
import { newId } from '../../lib/model/ids';
import { fail, ok, type Result } from '../../lib/model/result';
import { isClippable } from '../../lib/model/url';
import * as platform from '../../lib/platform/highlighting';
import { sayRefused } from '../../lib/platform/refusal';
import { openHighlighter } from '../../lib/platform/scripting';
import { loadSettings } from '../../lib/platform/settings-storage';
import type { OpenTab } from '../../lib/platform/tabs';
import { wordsIn } from '../../lib/platform/words';
import type { Database } from '../../lib/store/database';
import { guarded } from './guarded';

/** Starts highlighting in a tab, marks what is selected there, or paints what is marked. */
export async function highlightIn(tab: OpenTab, mode: HighlighterMode): Promise<Result<null>> {
  const { language, theme } = await loadSettings();
  const [words, colour] = await Promise.all([wordsIn(language), platform.lastColour()]);
  const token = await platform.highlighterToken(tab.id, newId);
  const said = Object.fromEntries([
    ...highlighterWords.map((name) => [name, words(`highlighter_${name}`)]),
    ...highlightColours.map((name) => [name, words(`reader_colour_${name}`)]),
  ]);
  const isDark = theme === 'auto' ? null : theme === 'dark';
  const opened = await openHighlighter(tab.id, { token, mode, words: said, colour, isDark }, pageStyle);
  if (opened.ok) return opened;
  const byAddress = isClippable(tab.url);
  const reason = byAddress.ok || opened.failure !== 'no-access' ? opened.failure : byAddress.failure;
  return fail({ kind: 'not-clippable', reason });
}

/** The same for who has no popup before them: where the browser lets nobody in, they are told at the toolbar button. */
export async function highlightAndTell(tab: OpenTab, mode: HighlighterMode): Promise<void> {
  const known = isClippable(tab.url);
  const isClosed = !known.ok && (known.failure === 'browser-page' || known.failure === 'extension-store');
  // Where the address says it, before anything is waited for.
  if (isClosed && tab.url) return sayRefused(tab.id, known.failure);
  const result = await highlightIn(tab, mode);
  if (!result.ok && result.failure.kind === 'not-clippable') await sayRefused(tab.id, result.failure.reason);
}

/** Paints the highlights of the page in a tab, if it has any; else nothing of ours gets into it. */
export async function showHighlights(db: Database, ports: HighlightPorts, tab: OpenTab): Promise<void> {
  const known = await guarded(db, async () => ok(await listHighlights(ports, tab)));
  if (known.ok && known.value.length > 0) await highlightIn(tab, 'show');
}
