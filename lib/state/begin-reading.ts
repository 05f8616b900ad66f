/** Begins to read what the page is about to show, so that the disk is at work while the page is drawn for the first time. */
import { effect } from '@preact/signals';
import { attempt } from '../store/failures';
import { prepareSearch } from '../store/search-session';
import { db } from './db';
import { filter, loaded } from './library';
import { route } from './route';

/** Opens the database; the index too where the address asks for something. What fails is told by who needs it. */
export function beginReading(): void {
  const { text } = filter.peek();
  void attempt(db, async () => {
    await db.open();
    if (text) await prepareSearch(db);
  });
}

/** Milliseconds after which what waits for the list goes on without it. */
const patience = 3000;

/** Reads the list that is about to be shown, if it is a list; resolves when its first clips are there. */
export function readFirstClips(): Promise<void> {
  if (route.peek().view !== 'clips') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(end, patience);
    const stop = effect(() => {
      if (loaded.value) end();
    });
    function end(): void {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve();
    }
  });
}
