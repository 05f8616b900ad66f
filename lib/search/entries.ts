/** The lists of a range of terms as they stand in blocks: found first, and read when it is known how long they are. */
import type { BlockCursor } from './block';
import { ByteReader } from './bytes';
import type { ListForm } from './families';
import { readList } from './lists';
import { type DocSet, newPostings, type Postings } from './postings';

type Entry = { bytes: Uint8Array; at: number; form: ListForm; count: number; without: DocSet | null };

export class Entries {
  private readonly found: Entry[] = [];
  /** Items of all lists: no fewer than the documents of lists with weights. */
  items = 0;

  /** Takes the list the cursor is at, but for the documents of `without`. */
  add(cursor: BlockCursor, without: DocSet | null): void {
    const { bytes, at } = cursor.list();
    const { form, count } = cursor;
    this.items += count;
    this.found.push({ bytes, at, form, count, without });
  }

  /** Calls `visit` with a reader at the start of each list. */
  each(visit: (reader: ByteReader, count: number, without: DocSet | null, form: ListForm) => void): void {
    for (const { bytes, at, form, count, without } of this.found) {
      const reader = new ByteReader(bytes);
      reader.at = at;
      visit(reader, count, without, form);
    }
  }

  /** All lists as one, in no order. */
  read(): Postings {
    const list = newPostings(this.items);
    this.each((reader, count, without, form) => readList(reader, form, count, list, without));
    return list;
  }
}
