/** The one database of a page, and what is wrong with it if anything is. */
import { signal } from '@preact/signals';
import type { Failure } from '../model/failure';
import { openDatabase } from '../store/database';

/** Set when the database can no longer be used from this page; the shell shows it with a way out. */
export const databaseFailure = signal<Failure | null>(null);

export const db = openDatabase('clipsheet', {
  onRefused: (failure) => {
    databaseFailure.value = failure;
  },
});
