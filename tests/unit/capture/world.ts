/** A world for capture to act in: a real store, and a page that does as it is told. */
import type { Clipping } from '../../../lib/capture/capture';
import type { CapturePorts, ImageAnswer, Tab } from '../../../lib/capture/ports';
import type { CaptureWarning, ClipDraft } from '../../../lib/model/clip';
import { type ImageId, newId } from '../../../lib/model/ids';
import type { JoinedPage, SecondLook } from '../../../lib/model/page-reading';
import { ok, type Result } from '../../../lib/model/result';
import { deleteClips, findClipByKey, getClip, listClips, purgeClips } from '../../../lib/store/clips';
import { type Database, openDatabase } from '../../../lib/store/database';
import { readDraft } from '../../../lib/store/earlier-text';
import { addImage, getImages, setImageBytes, withholdImage } from '../../../lib/store/images';
import { finishClip, restoreText, saveStub, settleAsBookmark, updateText } from '../../../lib/store/saving';
import { aDraft } from '../clip-maker';

export type World = ReturnType<typeof createWorld>;

export const story: Tab = { id: 1, url: 'https://www.example.com/news/1', title: 'Tab title' };

export function createWorld(name: string) {
  const db: Database = openDatabase(name);
  const imageId = () => newId<ImageId>();
  const going: Promise<void>[] = [];
  const world = {
    db,
    draft: aDraft(),
    /** What reading a page gives; by default the draft at the tab's address. */
    reading: null as (() => Promise<Result<ClipDraft, CaptureWarning>>) | null,
    reads: [] as string[],
    /** Whether each second look was asked for another opinion, and what comes of it. */
    looks: [] as boolean[],
    look: null as SecondLook | null,
    fetched: [] as string[],
    nextAsked: [] as string[],
    /** What the page gives for its next one. */
    nextPage: (_url: string, _html: string): JoinedPage | null => null,
    fetchImage: (url: string): ImageAnswer => ({
      bytes: { data: new Uint8Array([url.length]), type: 'image/png' },
      width: 8,
      height: 6,
    }),
    opened: [] as string[],
    closed: [] as number[],
    granted: false,
    keeps: true,
    clock: 1_700_000_000_000,
    ports: undefined as unknown as CapturePorts,
    /** The clipping, which must have begun; `end` waits until it has settled. */
    done(result: Result<Clipping>): Clipping {
      if (!result.ok) throw new Error(JSON.stringify(result.failure));
      going.push(result.value.settled);
      return result.value;
    },
    all: async () => (await listClips(db, {}, { after: null, limit: 99 })).clips,
    async end() {
      await Promise.all(going.splice(0));
      await db.delete();
    },
  };
  const now = () => ++world.clock;
  world.ports = {
    store: {
      find: (key) => findClipByKey(db, key),
      get: (id) => getClip(db, id),
      saveStub: (clip, another) => saveStub(db, clip, another),
      finish: (id, draft) => finishClip(db, id, draft, now(), imageId),
      update: (id, draft) => updateText(db, id, draft, now(), imageId),
      restore: (id) => restoreText(db, id, now(), imageId),
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
    page: {
      read: async (_, mode) => {
        world.reads.push(mode);
        return world.reading ? world.reading() : ok(world.draft);
      },
      readNext: async (_, url, html) => {
        world.nextAsked.push(url);
        return world.nextPage(url, html);
      },
      lookAgain: async (_, asked) => {
        world.looks.push(asked.isDoubtful);
        return world.look;
      },
      fetchImages: async (_, urls) => {
        world.fetched.push(...urls);
        return urls.map(world.fetchImage);
      },
      describeImage: async () => ({ alt: 'As the page says', width: 40, height: 30 }),
    },
    tabs: {
      openBehind: async (url) => {
        world.opened.push(url);
        return { id: 7, url, title: '' };
      },
      close: async (id) => {
        world.closed.push(id);
      },
    },
    mayOpen: async () => world.granted,
    keepsImages: async () => world.keeps,
    now,
    patience: 40,
  };
  return world;
}
