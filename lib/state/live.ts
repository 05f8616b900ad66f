/** Live queries as signals: a view that reads one is drawn again when the database changes, from any page. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';
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

function follow<T>(query: () => Promise<T>, next: (value: T) => void, error: (error: unknown) => void): () => void {
  let untrack: (() => void) | undefined;
  const ask = async () => {
    untrack?.();
    let answer: Promise<T> | undefined;
    untrack = effect(() => {
      if (answer) restart();
      else answer = query();
    });
    return answer as Promise<T>;
  };
  let subscription = liveQuery(ask).subscribe({ next, error });
  const restart = () => {
    subscription.unsubscribe();
    subscription = liveQuery(ask).subscribe({ next, error });
  };
  return () => {
    untrack?.();
    subscription.unsubscribe();
  };
}
