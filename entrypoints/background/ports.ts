/** Joins capture with the store, the browser and extraction. */
import type { CapturePorts } from '../../lib/capture/ports';
import { type ImageId, newId } from '../../lib/model/ids';
import { loadSettings } from '../../lib/platform/settings-storage';
import { closeTab, mayOpen, openBehind } from '../../lib/platform/tabs';
import { deleteClips, findClipByKey, getClip, purgeClips } from '../../lib/store/clips';
import type { Database } from '../../lib/store/database';
import { readDraft } from '../../lib/store/earlier-text';
import { addImage, getImages, setImageBytes, withholdImage } from '../../lib/store/images';
import { finishClip, restoreText, saveStub, settleAsBookmark, updateText } from '../../lib/store/saving';
import { pagePorts } from './page-ports';

/** `textCame` is told whenever a clip has got a text. */
export function createPorts(db: Database, textCame: () => void): CapturePorts {
  const now = () => Date.now();
  const imageId = () => newId<ImageId>();
  return {
    store: {
      find: (key) => findClipByKey(db, key),
      get: (id) => getClip(db, id),
      saveStub: (clip, another) => saveStub(db, clip, another),
      finish: (id, draft) => finishClip(db, id, draft, now(), imageId).finally(textCame),
      update: (id, draft) => updateText(db, id, draft, now(), imageId).finally(textCame),
      restore: (id) => restoreText(db, id, now(), imageId).finally(textCame),
      draft: (id) => readDraft(db, id),
      settle: (id, warning) => settleAsBookmark(db, id, warning, now()),
      discard: async (id) => {
        await deleteClips(db, [id], now());
        await purgeClips(db, [id], now());
      },
      images: (id) => getImages(db, id),
      addImage: (id, image) => addImage(db, id, image, now(), imageId),
      setImageBytes: (id, { bytes, ...size }) => setImageBytes(db, id, bytes, now(), size),
      withholdImage: (id) => withholdImage(db, id, now()),
    },
    page: pagePorts,
    tabs: { openBehind, close: closeTab },
    mayOpen,
    keepsImages: async () => (await loadSettings()).keepImages,
    now,
    patience: 10_000,
  };
}
