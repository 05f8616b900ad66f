/** Work that is written down on disk and done bit by bit whenever the worker is awake: comparing texts, changing tags. */
import { foldForSearch } from '../../lib/search/fold';
import type { Database } from '../../lib/store/database';
import { attempt } from '../../lib/store/failures';
import { compareNext } from '../../lib/store/stories';
import { stepTagJobs } from '../../lib/store/tag-jobs';
import { createStoryComparer } from '../../lib/story/compare-texts';

const comparer = createStoryComparer(foldForSearch);

export type Backlog = {
  /** Looks for the story of every text that waits. */
  compareTexts(): Promise<void>;
  /** Goes on with renaming, merging and deleting tags. */
  changeTags(): Promise<void>;
};

/** Nothing is remembered here: what a stopped worker leaves, the next one finds. */
export function createBacklog(db: Database): Backlog {
  return {
    compareTexts: onceAtATime(db, () => compareNext(db, comparer, Date.now())),
    changeTags: onceAtATime(db, () => stepTagJobs(db, Date.now())),
  };
}

/** Takes steps until there is none, or one fails; asked while it does, it is the same going on. */
function onceAtATime(db: Database, step: () => Promise<boolean>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const all = async () => {
    for (let more = true; more; ) {
      const done = await attempt(db, step);
      more = done.ok && done.value;
    }
  };
  return () => {
    running ??= all().finally(() => {
      running = null;
    });
    return running;
  };
}
