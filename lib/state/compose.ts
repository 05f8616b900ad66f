/** A post while it is written: every change is saved, can be taken back, and never overwrites another window's. */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type History, record, redo, startHistory, undo } from '../compose/history';
import type { Materials } from '../compose/materials';
import { findProblems, type Problem } from '../compose/problems';
import { type QuotedShare, quotedShares } from '../compose/quoted-share';
import type { ImageBytes } from '../model/clip';
import type { Failure } from '../model/failure';
import type { ClipId, PostId } from '../model/ids';
import type { Post } from '../model/post';
import type { Database } from '../store/database';
import { failureOf } from '../store/failures';
import { getPost, replacePost, slugsOfPosts } from '../store/posts';
import { db as ownDatabase } from './db';
import { followSlug } from './follow-slug';
import { createImageAddresses, type ImageAddresses } from './image-addresses';
import { live } from './live';
import { followMaterials } from './materials';
import { followPreview, type Preview } from './preview';
import { settings } from './settings';

/** Milliseconds from a change to the disk. */
const saveDelay = 250;

export type SaveState = { state: 'saved' | 'saving' } | { state: 'failed'; failure: Failure };

export type Composer = {
  post: ReadonlySignal<Post>;
  materials: ReadonlySignal<Materials>;
  problems: ReadonlySignal<Problem[]>;
  shares: ReadonlySignal<{ clipId: ClipId; share: QuotedShare }[]>;
  preview: ReadonlySignal<Preview | null>;
  /** An address by which this page can show an image of the materials. */
  imageUrl(bytes: ImageBytes): string;
  saving: ReadonlySignal<SaveState>;
  /** When the post was last stored, by any window. */
  savedAt: ReadonlySignal<number>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** What another window stored while this one had changes of its own; saving waits for a choice. */
  conflict: ReadonlySignal<Post | null>;
  /** Changes the post. Changes of one `key` in quick succession are one step of undo. */
  edit(change: (post: Post) => Post, key?: string): void;
  undo(): void;
  redo(): void;
  /** Ends a conflict: what is here replaces the other window's, or gives way to it (and can be brought back by undo). */
  resolve(choice: 'mine' | 'theirs'): void;
  /** Stores what is not stored yet, at once. */
  flush(): Promise<void>;
  /** Flushes, and stops following the database. */
  close(): void;
};

/** Opens a post for writing; null when there is none. */
export async function openComposer(id: PostId, db: Database = ownDatabase): Promise<Composer | null> {
  const stored = await getPost(db, id);
  return stored && createComposer(stored, db);
}

function createComposer(opened: Post, db: Database): Composer {
  const history = signal<History<Post>>(startHistory(opened));
  const base = signal(opened);
  const post = computed(() => withStored(history.value.present, base.value));
  const saver = createSaver(post, base, history, db);
  const materials = followMaterials(db, post);

  const change = (next: History<Post>) => {
    if (next === history.peek()) return;
    history.value = next;
    saver.schedule();
  };
  const slugsOfOthers = () => slugsOfPosts(db, opened.id);
  const slugs = live<ReadonlySet<string>>(slugsOfOthers, new Set());
  const amend = (patch: Partial<Post>) => {
    const { present } = history.peek();
    change({ ...history.peek(), present: { ...present, ...patch } });
  };
  const slug = followSlug(post, amend, slugsOfOthers);
  const hide = () => document.visibilityState === 'hidden' && void saver.flush();
  const leave = () => void saver.flush();
  document.addEventListener('visibilitychange', hide);
  addEventListener('pagehide', leave);
  const addresses = createImageAddresses();
  const stopWatching = watchMaterials(materials, addresses);
  const { preview, stop: stopPreview } = followPreview(post, materials, addresses.of);

  return {
    post,
    materials,
    problems: computed(() => findProblems(post.value, materials.value, settings.value.quoteLimit, slugs.value)),
    shares: computed(() => quotedShares(post.value, materials.value)),
    preview,
    imageUrl: addresses.of,
    saving: saver.state,
    savedAt: computed(() => base.value.updatedAt),
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    conflict: saver.conflict,
    edit(edit, key = '') {
      const before = post.peek();
      const after = edit(before);
      if (after === before) return;
      change(record(history.peek(), after, key, Date.now()));
      slug.follow(before, after);
    },
    undo: () => change(undo(history.peek())),
    redo: () => change(redo(history.peek())),
    resolve: saver.resolve,
    flush: saver.flush,
    close() {
      void saver.flush().finally(saver.stop);
      stopPreview();
      stopWatching();
      addresses.release();
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', leave);
    },
  };
}

/** Keeps materials read while nobody looks, and addresses only of images that are among them. */
function watchMaterials(materials: ReadonlySignal<Materials>, addresses: ImageAddresses): () => void {
  return materials.subscribe(({ images, assets }) => {
    addresses.keepOnly([...images.values(), ...assets.values()].map((image) => image.bytes));
  });
}

/** What writing does not touch is as stored, whatever step of undo one is at. */
function withStored(post: Post, stored: Post): Post {
  const { receipts, status, steps, deletedAt, updatedAt } = stored;
  return { ...wordsOf(post), receipts, status, ...(steps ? { steps } : {}), deletedAt, updatedAt };
}

function sameWords(a: Post, b: Post): boolean {
  return a === b || JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));
}

/** What writing touches. */
function wordsOf({ receipts, status, steps, deletedAt, updatedAt, ...words }: Post) {
  return words;
}

function createSaver(
  post: ReadonlySignal<Post>,
  base: { value: Post; peek(): Post },
  history: { value: History<Post>; peek(): History<Post> },
  db: Database,
) {
  const state = signal<SaveState>({ state: 'saved' });
  const conflict = signal<Post | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const isDirty = () => !sameWords(post.peek(), base.peek());

  const write = async () => {
    clearTimeout(timer);
    if (conflict.peek()) return;
    if (!isDirty()) {
      state.value = { state: 'saved' };
      return;
    }
    const { updatedAt } = base.peek();
    const wanted = { ...post.peek(), updatedAt: Math.max(Date.now(), updatedAt + 1) };
    try {
      const outcome = await replacePost(db, wanted, updatedAt);
      if ('newer' in outcome) meet(outcome.newer);
      else base.value = outcome.saved;
      state.value = { state: isDirty() ? 'saving' : 'saved' };
    } catch (error) {
      state.value = { state: 'failed', failure: failureOf(error, db) };
    }
  };
  const flush = () => {
    running = running.then(write);
    return running;
  };
  /** Takes in what another window, or an export, has stored. */
  const meet = (stored: Post) => {
    if (stored.updatedAt < base.peek().updatedAt) return;
    const changed = !sameWords(stored, base.peek());
    if (changed && isDirty() && !sameWords(stored, post.peek())) conflict.value = stored;
    else
      batch(() => {
        base.value = stored;
        if (changed) history.value = record(history.peek(), stored, '', Date.now());
      });
  };
  const storedNow = live(() => getPost(db, post.peek().id), null);
  const stop = effect(() => {
    const stored = storedNow.value;
    if (stored) running = running.then(() => meet(stored));
  });
  return {
    state,
    conflict,
    flush,
    stop,
    schedule() {
      state.value = { state: 'saving' };
      clearTimeout(timer);
      timer = setTimeout(flush, saveDelay);
    },
    resolve(choice: 'mine' | 'theirs') {
      const theirs = conflict.peek();
      if (!theirs) return;
      batch(() => {
        conflict.value = null;
        base.value = theirs;
        if (choice === 'theirs') history.value = record(history.peek(), theirs, '', Date.now());
      });
      void flush();
    },
  };
}
