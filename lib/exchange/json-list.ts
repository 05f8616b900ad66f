/** JSON arrays that are written item by item, so that the list is never in memory. */

/** `before`, the items with commas between them, and `after`: together one JSON text, when the items are. */
export async function* writeJsonList(
  before: string,
  items: AsyncIterable<unknown>,
  after: string,
): AsyncGenerator<string> {
  yield before;
  let first = true;
  for await (const item of items) {
    yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
    first = false;
  }
  yield `\n${after}\n`;
}
