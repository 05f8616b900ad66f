/** Clipping without the popup: what became of it shows on the toolbar button and, briefly, in the page. */
import type { Clipping } from '../../lib/capture/capture';
import { type CaptureAct, noticeFor } from '../../lib/capture/notice';
import { ok, type Result } from '../../lib/model/result';
import { showBadge } from '../../lib/platform/badge';
import { showNoticeInPage } from '../../lib/platform/scripting';
import { loadSettings } from '../../lib/platform/settings-storage';
import type { OpenTab } from '../../lib/platform/tabs';
import { wordsIn } from '../../lib/platform/words';
import type { Database } from '../../lib/store/database';
import { guarded } from './guarded';

/** Runs `clip` for a tab and tells the person how it ended. */
export async function clipAndTell(
  db: Database,
  tab: OpenTab,
  act: CaptureAct,
  clip: () => Promise<Result<Clipping>>,
): Promise<void> {
  void showBadge(tab.id, 'working');
  const result = await guarded(db, async () => {
    const clipped = await clip();
    return clipped.ok ? ok({ clip: await clipped.value.finished, outcome: clipped.value.outcome }) : clipped;
  });
  const { tone, text } = noticeFor(act, result);
  void showBadge(tab.id, tone === 'done' ? 'saved' : 'problem');
  const words = await wordsIn((await loadSettings()).language);
  await showNoticeInPage(tab.id, words(text, 'failure_unexpected'), tone);
}
