/** Shows the composer and the list of posts in a test's page, on a database of its own making. */
import '../../../components/ui/base.css';
import { render } from 'preact';
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ComposeView } from '../../../components/compose/compose-view';
import { PostsView } from '../../../components/compose/posts-view';
import { Toasts } from '../../../components/ui/toasts';
import type { Clip } from '../../../lib/model/clip';
import type { PostId } from '../../../lib/model/ids';
import { db } from '../../../lib/state/db';
import { type InterfaceLanguage, useMessages } from '../../../lib/state/i18n';
import { followWindow } from '../../../lib/state/layout';
import { startPost } from '../../../lib/state/posts';
import english from '../../../public/_locales/en/messages.json';
import chinese from '../../../public/_locales/zh_CN/messages.json';
import { makeLibrary } from '../library/make-library';

let root: HTMLElement | null = null;
let stop: (() => void) | null = null;

type Look = { width?: number; height?: number; language?: InterfaceLanguage };

async function prepare({ width = 1280, height = 900, language = 'en' }: Look): Promise<HTMLElement> {
  hide();
  await page.viewport(width, height);
  useMessages(language, language === 'en' ? english : chinese);
  stop = followWindow();
  root = document.body.appendChild(document.createElement('div'));
  root.style.blockSize = `${height}px`;
  return root;
}

/** An empty database but for `count` clips. */
export async function fill(count: number, change?: (clip: Clip, i: number) => Partial<Clip>): Promise<Clip[]> {
  localStorage.clear();
  const tables = [
    db.clips,
    db.bodies,
    db.images,
    db.tags,
    db.counters,
    db.posts,
    db.assets,
    db.standing,
    db.annotations,
  ];
  await Promise.all(tables.map((table) => table.clear()));
  return makeLibrary(db, count, change ? { change } : {});
}

/** A new post of these clips, open for writing. */
export async function showComposer(clips: readonly Clip[], look: Look = {}): Promise<PostId> {
  const id = await startPost(clips.map((clip) => clip.id));
  await reopen(id, look);
  return id;
}

export async function reopen(id: PostId, look: Look = {}): Promise<void> {
  const place = await prepare(look);
  render(
    <>
      <ComposeView id={id} />
      <Toasts />
    </>,
    place,
  );
  await vi.waitFor(() => expect(document.querySelector('header')).not.toBeNull(), { timeout: 5000 });
}

export async function showPosts(look: Look = {}): Promise<void> {
  const place = await prepare(look);
  render(
    <>
      <PostsView />
      <Toasts />
    </>,
    place,
  );
  await vi.waitFor(() => expect(document.querySelector('h1')).not.toBeNull(), { timeout: 5000 });
}

export function hide(): void {
  if (root) render(null, root);
  root?.remove();
  root = null;
  stop?.();
  stop = null;
}

/** The document in front in the preview, once it shows `text`. */
export async function preview(text: string): Promise<Document> {
  return vi.waitFor(
    () => {
      const shown = document.querySelector<HTMLIFrameElement>('iframe[data-front]')?.contentDocument;
      expect(shown?.body.textContent).toContain(text);
      return shown as Document;
    },
    { timeout: 5000 },
  );
}
