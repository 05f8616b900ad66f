/** The lists of a range of terms as they stand in blocks: found first, and read when it is known how long they are. */
import type { BlockCursor } from './block';
import { ByteReader } from './bytes';
import type { ListForm } from './families';
import { type DocSet, newPostings, type Postings, readList } from './postings';

type Entry = { bytes: Uint8Array; at: number; count: number; without: DocSet | null };

export class Entries {
  private readonly found: Entry[] = [];
  form: ListForm = 'none';
  /** Items of all lists: no fewer than the documents of lists with weights. */
  items = 0;

  /** Takes the list the cursor is at, but for the documents of `without`. */
  add(cursor: BlockCursor, without: DocSet | null): void {
    const { bytes, at } = cursor.list();
    this.form = cursor.form;
    this.items += cursor.count;
    this.found.push({ bytes, at, count: cursor.count, without });
  }

  /** Calls `visit` with a reader at the start of each list. */
  each(visit: (reader: ByteReader, count: number, without: DocSet | null) => void): void {
    for (const { bytes, at, count, without } of this.found) {
      const reader = new ByteReader(bytes);
      reader.at = at;
      visit(reader, count, without);
    }
  }

  /** All lists as one, in no order. */
  read(): Postings {
    const list = newPostings(this.items);
    this.each((reader, count, without) => readList(reader, this.form, count, list, without));
    return list;
  }
}
