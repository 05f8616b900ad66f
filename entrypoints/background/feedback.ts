/** Clipping without the popup: what became of it shows on the toolbar button and, briefly, in the page. */
import type { Clipping } from '../../lib/capture/capture';
import type { Clip } from '../../lib/model/clip';
import type { Result } from '../../lib/model/result';
import { showBadge } from '../../lib/platform/badge';
import { showNoticeInPage } from '../../lib/platform/scripting';
import { loadSettings } from '../../lib/platform/settings-storage';
import type { OpenTab } from '../../lib/platform/tabs';
import { describeFailure } from '../../lib/state/failures';
import { chooseLanguage, type MessageKey, t } from '../../lib/state/i18n';
import type { Database } from '../../lib/store/database';
import { guarded } from './requests';

/** Runs `clip` for a tab and tells how it went; `saved` is what to say when all is well. */
export async function clipAndTell(
  db: Database,
  tab: OpenTab,
  saved: MessageKey,
  clip: () => Promise<Result<Clipping>>,
): Promise<void> {
  void showBadge(tab.id, 'working');
  const result = await guarded(db, async () => {
    const clipped = await clip();
    if (!clipped.ok) return clipped;
    const { finished, outcome } = clipped.value;
    return { ok: true, value: { clip: await finished, outcome } };
  });
  const tone = result.ok && !isDoubtful(result.value.clip) ? 'done' : 'problem';
  void showBadge(tab.id, tone === 'done' ? 'saved' : 'problem');
  await chooseLanguage((await loadSettings()).language);
  const text = result.ok
    ? t(wordsFor(result.value.clip, result.value.outcome, saved))
    : describeFailure(result.failure);
  await showNoticeInPage(tab.id, text, tone);
}

function isDoubtful(clip: Clip | null): boolean {
  return !clip || (clip.kind === 'bookmark' && clip.capture.warnings.length > 0);
}

function wordsFor(clip: Clip | null, outcome: Clipping['outcome'], saved: MessageKey): MessageKey {
  if (clip?.capture.warnings.includes('link-not-opened')) return 'notice_link_bookmark';
  if (clip?.capture.warnings.includes('empty')) return 'notice_empty';
  if (outcome === 'known' && saved !== 'notice_image') return 'notice_known';
  return isDoubtful(clip) ? 'notice_bookmark' : saved;
}
