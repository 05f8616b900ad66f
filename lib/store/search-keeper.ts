/** Keeps the search index in order while nobody waits for anything else: in any page, and in one at a time. */
import { Dexie } from 'dexie';
import type { Pause } from '../search/merge';
import type { Database } from './database';
import { attempt } from './failures';
import { tidyIndex, upkeepStep } from './search-upkeep';

export type KeeperEffects = {
  /** Runs `work` unless another page or worker is at it. */
  alone: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Resolves when other work has had its turn. */
  rest: () => Promise<void>;
  /** Milliseconds, ever rising. */
  clock: () => number;
};

/** Milliseconds of work between two rests: short enough for a page to scroll by. */
const stretch = 8;
/** Milliseconds to wait after a change, since one seldom comes alone. */
const settling = 400;

/** Brings the index up to date now, and again after each change, until the returned function is called. */
export function keepIndex(db: Database, effects: KeeperEffects): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let busy = false;
  let changed = false;
  const run = async () => {
    if (busy) return;
    busy = true;
    changed = false;
    // What the database refuses, the next change tries again; that it is refused is told where somebody reads.
    await attempt(db, () => effects.alone(`${db.name}-index`, () => work(db, effects, () => stopped)));
    busy = false;
    if (changed) plan();
  };
  const plan = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(), settling);
  };
  const hear = (parts: object) => {
    const start = `idb://${db.name}/search`;
    if (!Object.keys(parts).some((part) => part.startsWith(`${start}Pending/`) || part.startsWith(`${start}State/`)))
      return;
    changed = true;
    if (!busy) plan();
  };
  Dexie.on.storagemutated.subscribe(hear);
  plan();
  return () => {
    stopped = true;
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(hear);
  };
}

async function work(db: Database, effects: KeeperEffects, stopped: () => boolean): Promise<void> {
  let since = effects.clock();
  const rest = async () => {
    await effects.rest();
    since = effects.clock();
  };
  const pause: Pause = () => (effects.clock() - since < stretch ? null : rest());
  await tidyIndex(db);
  while (!stopped() && (await upkeepStep(db, pause))) await rest();
}
