/** Begins to read what the page is about to show, so that the disk is at work while the page is drawn for the first time. */
import { attempt } from '../store/failures';
import { prepareSearch } from '../store/search-session';
import { db } from './db';
import { filter } from './library';

/** Opens the database; the index too where the address asks for something. What fails is told by who needs it. */
export function beginReading(): void {
  const { text } = filter.peek();
  void attempt(db, async () => {
    await db.open();
    if (text) await prepareSearch(db);
  });
}
