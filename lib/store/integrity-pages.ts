/** A table read page by page in the order of its keys. */
import type { Table } from 'dexie';

const pageSize = 200;

/** All rows of a table whose key is the text field `id`. Rows that come meanwhile may be among them. */
export async function* allPagesOf<Row extends { id: string }>(table: Table<Row, string>): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await table.where(':id').above(after).limit(pageSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}
