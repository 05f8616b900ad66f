/** What highlighters in pages are answered: highlights are listed, kept, edited and taken away. */
import * as acts from '../../lib/capture/highlighting';
import { failureText } from '../../lib/capture/notice';
import type { CapturePorts } from '../../lib/capture/ports';
import type { HighlighterAnswer } from '../../lib/model/requests';
import { ok, type Result } from '../../lib/model/result';
import { answerHighlighter, type HighlighterQuestion, noteColour } from '../../lib/platform/highlighting';
import type { Handlers } from '../../lib/platform/messages';
import { loadSettings } from '../../lib/platform/settings-storage';
import type { OpenTab } from '../../lib/platform/tabs';
import { onVisit } from '../../lib/platform/visits';
import { wordsIn } from '../../lib/platform/words';
import type { Database } from '../../lib/store/database';
import { guarded, inTabInFront } from './guarded';
import { createHighlightPorts, suggestNames } from './highlight-ports';
import { highlightIn, showHighlights } from './highlighter';

/**
 * Answers highlighters in pages. Gives what the popup asks for, and `seen`, which paints the highlights of a page whose
 * clip is looked at. To be called while the worker starts.
 */
export function answerHighlights(db: Database, capture: CapturePorts) {
  const ports = createHighlightPorts(db, capture);
  answerHighlighter((question) => answer(db, ports, question));
  const requests: Pick<Handlers, 'highlight-page'> = {
    'highlight-page': () => inTabInFront(db, (tab) => highlightIn(tab, 'start')),
  };
  const seen = (tab: OpenTab) => void showHighlights(db, ports, tab);
  onVisit(seen);
  return { requests, seen };
}

/** Answers a highlighter; what fails is said in words. */
async function answer(
  db: Database,
  ports: acts.HighlightPorts,
  { asked, tab }: HighlighterQuestion,
): Promise<HighlighterAnswer> {
  const result = await guarded(db, () => act(db, ports, asked, tab));
  if (result.ok) return result as HighlighterAnswer;
  const words = await wordsIn((await loadSettings()).language);
  return { ok: false, text: words(failureText(result.failure), 'failure_unexpected') };
}

async function act(
  db: Database,
  ports: acts.HighlightPorts,
  asked: HighlighterQuestion['asked'],
  tab: OpenTab,
): Promise<Result<unknown>> {
  if (asked.name === 'list-highlights') return ok({ highlights: await acts.listHighlights(ports, tab) });
  if (asked.name === 'delete-highlight') return acts.deleteHighlight(ports, tab, asked.id);
  if (asked.name === 'suggest-tags') return ok({ tags: await suggestNames(db, asked) });
  const { colour } = asked.name === 'edit-highlight' ? asked.patch : asked.highlight;
  if (colour) void noteColour(colour);
  if (asked.name === 'edit-highlight') return acts.editHighlight(ports, tab, asked.id, asked.patch);
  return acts.putHighlight(ports, tab, asked.highlight);
}
