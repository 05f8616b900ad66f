/** A change of any number of clips: many are written slice by slice, so that the page stays free, with how far it is and a way to stop. */
import { computed, signal } from '@preact/signals';
import type { ClipId } from '../model/ids';
import { failureOf } from '../store/failures';
import { db } from './db';
import { describeFailure } from './failures';
import { t, tn } from './i18n';
import { giveWay } from './pace';
import { dismissToast, showToast } from './toasts';

/** Clips of one transaction: few enough that nobody waits for it. */
const sliceSize = 100;

const running = signal(0);
/** Whether a change of many clips is under way. */
export const isChanging = computed(() => running.value > 0);

let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a change for all of these; returns what `write` gave for what was done. Stopped, or after a failure, which is
 * told, that is a part of them. Large changes wait for each other.
 */
export async function inSlices<Item extends { id: ClipId } | ClipId, T>(
  items: readonly Item[],
  write: (slice: readonly Item[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const done: T[] = [];
  if (items.length === 0) return done;
  const all = items.length <= sliceSize ? oneSlice(items, write, done) : manySlices(items, write, done);
  await all.catch((error) => {
    showToast({ text: describeFailure(failureOf(error, db)), tone: 'problem' });
  });
  return done;
}

async function oneSlice<Item, T>(
  items: readonly Item[],
  write: (slice: readonly Item[]) => Promise<readonly T[]>,
  done: T[],
): Promise<void> {
  done.push(...(await write(items)));
}

function manySlices<Item, T>(
  items: readonly Item[],
  write: (slice: readonly Item[]) => Promise<readonly T[]>,
  done: T[],
): Promise<void> {
  const turn = last.then(async () => {
    let [stopped, at] = [false, 0];
    const tell = (toast?: number) =>
      showToast(
        {
          text: stopped ? t('library_stopping') : tn('library_changing', items.length),
          progress: {
            share: at / items.length,
            stop: () => {
              stopped = true;
            },
          },
        },
        toast,
      );
    const toast = tell();
    const ends = keepOpen();
    try {
      while (at < items.length && !stopped) {
        const slice = items.slice(at, at + sliceSize);
        await oneSlice(slice, write, done);
        at += slice.length;
        tell(toast);
        await giveWay();
      }
    } finally {
      ends();
      dismissToast(toast);
    }
  });
  last = turn.catch(() => undefined);
  return turn;
}

/** While a change is under way the browser asks before the page is closed; returns what ends that. */
function keepOpen(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', ask);
  running.value++;
  return () => {
    removeEventListener('beforeunload', ask);
    running.value--;
  };
}
