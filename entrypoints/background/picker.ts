/** The picker: opened in the page in front for a clip, and answered when something was chosen. */
import { restoreText, updateText } from '../../lib/capture/capture';
import { failureText } from '../../lib/capture/notice';
import type { CapturePorts } from '../../lib/capture/ports';
import { type ClipId, newId } from '../../lib/model/ids';
import type { PickerWords } from '../../lib/model/requests';
import { fail, ok, type Result } from '../../lib/model/result';
import { type PickerQuestion, savePick } from '../../lib/platform/picking';
import { openPicker } from '../../lib/platform/scripting';
import { loadSettings } from '../../lib/platform/settings-storage';
import { activeTab } from '../../lib/platform/tabs';
import { wordsIn } from '../../lib/platform/words';
import type { Database } from '../../lib/store/database';
import { guarded } from './guarded';

const names = 'language title hint keep larger smaller cancel words characters picture working undo close failed';

/** Opens the picker for a clip in the tab in front. Resolves once the person can point. */
export async function chooseBlock(id: ClipId): Promise<Result<null>> {
  const tab = await activeTab();
  if (!tab) return fail({ kind: 'not-found' });
  const words = await wordsIn((await loadSettings()).language);
  const token = newId();
  await savePick({ token, tabId: tab.id, id });
  const said = names.split(' ').map((name) => [name, words(`picker_${name}`)] as const);
  try {
    await openPicker(tab.id, { token, words: Object.fromEntries(said) });
    return ok(null);
  } catch {
    return fail({ kind: 'not-clippable', reason: 'no-access' });
  }
}

/** Reads the chosen block into the clip, or takes it back; says in words how that ended. */
export async function answerChoice(
  db: Database,
  ports: CapturePorts,
  { name, id, tab }: PickerQuestion,
): Promise<PickerWords> {
  const words = await wordsIn((await loadSettings()).language);
  const result = await guarded(db, () =>
    name === 'take-block' ? updateText(ports, tab, id, 'block') : restoreText(ports, id),
  );
  const done = name === 'take-block' ? 'picker_done' : 'picker_undone';
  return { done: result.ok, text: words(result.ok ? done : failureText(result.failure), 'failure_unexpected') };
}
