/** A query of the benchmark as the library understands it when it is typed. */
import { parseQuery } from '../../../lib/search/query';
import type { Query } from './truth.mjs';

/** Behind words that are complete stands a space; `filter` is an operator with its value. */
export const ask = ({ kind, words }: Query, filter = '') =>
  parseQuery(`${words.join(' ')}${kind === 'prefix' ? '' : ' '}${filter}`, { now: Date.now(), locale: 'en' });
