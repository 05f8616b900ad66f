/** A search that was given a name. */
import type { Brand } from './ids';

export type SearchId = Brand<'SearchId'>;

export type SavedSearch = {
  id: SearchId;
  name: string;
  /** In the query language, as typed. */
  query: string;
  /** Where it looks: `all`, `inbox` … */
  place: string;
  /** Its place among the others: lower is further up. */
  position: number;
  createdAt: number;
  updatedAt: number;
};
