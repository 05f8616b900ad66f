/** Highlighting on pages: started in a tab, or shown there. */
import type { HighlighterMode } from '../../lib/annotate/page/mode';
import { pageStyle } from '../../lib/annotate/page/page-style';
import { highlighterWords } from '../../lib/annotate/page/words';
import { type HighlightPorts, listHighlights } from '../../lib/capture/highlighting';
import { highlightColours } from '../../lib/model/annotation';
import { newId } from '../../lib/model/ids';
import { fail, ok, type Result } from '../../lib/model/result';
import * as platform from '../../lib/platform/highlighting';
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
  try {
    await openHighlighter(tab.id, { token, mode, words: said, colour, isDark }, pageStyle);
    return ok(null);
  } catch {
    return fail({ kind: 'not-clippable', reason: 'no-access' });
  }
}

/** Paints the highlights of the page in a tab, if it has any; else nothing of ours gets into it. */
export async function showHighlights(db: Database, ports: HighlightPorts, tab: OpenTab): Promise<void> {
  const known = await guarded(db, async () => ok(await listHighlights(ports, tab)));
  if (known.ok && known.value.length > 0) await highlightIn(tab, 'show');
}
