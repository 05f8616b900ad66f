/** Live queries as signals: a view that reads one is drawn again when the database changes, from any page. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { Dexie, liveQuery } from 'dexie';
import { failureOf } from '../store/failures';
import { databaseFailure, db } from './db';

/**
 * The result of `query`, run again whenever what it read in the database changes, or a signal that it read before
 * its first `await`. The database is watched only while something reads the signal. Until the first result it holds
 * `initial`; a query that fails leaves the last value and sets `databaseFailure`.
 */
export function live<T>(query: () => Promise<T>, initial: T): ReadonlySignal<T> {
  let stop: (() => void) | undefined;
  const result = signal(initial, {
    watched: () => {
      stop = follow(
        query,
        (value) => {
          result.value = value;
        },
        (error) => {
          databaseFailure.value = failureOf(error, db);
        },
      );
    },
    unwatched: () => stop?.(),
  });
  return result;
}

/**
 * Transactions after which a query is asked anew though none of them concerned it. Dexie keeps what was written since
 * the last answer and goes through all of it at every write: 10,000 clips that came in were 80,000 objects in memory.
 */
const mostUnasked = 64;

function follow<T>(query: () => Promise<T>, next: (value: T) => void, error: (error: unknown) => void): () => void {
  let untrack: (() => void) | undefined;
  let isAsking = true;
  let unasked = 0;
  const ask = async () => {
    isAsking = true;
    untrack?.();
    let answer: Promise<T> | undefined;
    untrack = effect(() => {
      if (answer) restart();
      else answer = query();
    });
    return answer as Promise<T>;
  };
  const settled =
    <V>(tell: (value: V) => void) =>
    (value: V) => {
      isAsking = false;
      unasked = 0;
      tell(value);
    };
  const start = () => liveQuery(ask).subscribe({ next: settled(next), error: settled(error) });
  let subscription = start();
  const restart = () => {
    subscription.unsubscribe();
    subscription = start();
  };
  const countWrites = () => {
    if (!isAsking && ++unasked >= mostUnasked) restart();
  };
  Dexie.on('storagemutated', countWrites);
  return () => {
    Dexie.on.storagemutated.unsubscribe(countWrites);
    untrack?.();
    subscription.unsubscribe();
  };
}
