/** Answers to what extension pages ask for. */
import { addPage } from '../../lib/capture/add-page';
import { clipTab, restoreText, updateText } from '../../lib/capture/capture';
import type { CapturePorts } from '../../lib/capture/ports';
import { createTabClips } from '../../lib/capture/tab-clips';
import type { Clip } from '../../lib/model/clip';
import { joinEdits } from '../../lib/model/early-edits';
import { type ClipId, timeOfId } from '../../lib/model/ids';
import { fail, ok, type Result } from '../../lib/model/result';
import type { Handlers } from '../../lib/platform/messages';
import type { OpenTab } from '../../lib/platform/tabs';
import { deleteClips, editClips, getClip, restoreClips } from '../../lib/store/clips';
import type { Database } from '../../lib/store/database';
import type { Backlog } from './backlog';
import type { BackupRequests } from './backup-handlers';
import { guarded, inTabInFront } from './guarded';
import { chooseBlock } from './picker';

type Given = { db: Database; ports: CapturePorts; backlog: Backlog; seen: (tab: OpenTab) => void };

/** `seen` is told of each tab whose clip the popup shows. */
export function createHandlers({ db, ports, backlog, seen }: Given): Omit<Handlers, BackupRequests | 'highlight-page'> {
  const found = async (id: ClipId, change?: Promise<unknown>): Promise<Result<Clip>> => {
    await change;
    const clip = await getClip(db, id);
    return clip ? ok(clip) : fail({ kind: 'not-found' });
  };
  const inFront = <T>(work: (tab: OpenTab) => Promise<Result<T>>, since?: number) => inTabInFront(db, work, since);
  const tabClips = createTabClips((id) =>
    inFront(async (tab) => {
      const clipped = await clipTab(ports, tab, id);
      if (!clipped.ok) return clipped;
      // What fails leaves the clip pending, and that is repaired and told.
      clipped.value.finished.then(() => seen(tab)).catch(() => undefined);
      return ok({ clip: clipped.value.clip, outcome: clipped.value.outcome });
    }, timeOfId(id)),
  );
  return {
    'clip-tab': ({ id }) => tabClips.clip(id),
    'edit-early': ({ id, edits }) =>
      guarded(db, async () => {
        const outcome = await tabClips.outcome(id);
        if (!outcome.ok) return outcome;
        const { clip } = outcome.value;
        return found(clip.id, editClips(db, [clip.id], joinEdits(clip, edits), Date.now()));
      }),
    'update-text': ({ id, mode }) => inFront((tab) => updateText(ports, tab, id, mode)),
    'restore-text': ({ id }) => guarded(db, () => restoreText(ports, id)),
    'choose-block': ({ id }) => guarded(db, () => chooseBlock(id)),
    'add-page': ({ id, url }) => inFront((tab) => addPage(ports, tab, id, url)),
    'edit-clip': ({ id, patch }) => guarded(db, () => found(id, editClips(db, [id], patch, Date.now()))),
    'delete-clip': ({ id }) => guarded(db, () => deleteClips(db, [id], Date.now()).then(() => ok(null))),
    'restore-clip': ({ id }) => guarded(db, () => found(id, restoreClips(db, [id], Date.now()))),
    'change-tags': async () => {
      void backlog.changeTags();
      return ok(null);
    },
  };
}
