/** Importer: Karakeep's (Hoarder's) JSON: `bookmarks` with tags and notes, and `lists`, which may lie within each other. */
import type { Importer, SourceFile } from '../format';
import { collectValues, namesKeys, pathOfNames, readJsonSource } from '../reading/entries';
import { makeClip, readFlag, readLine, readObject, readTags, readText, readTime } from '../reading/fields';

export const karakeep: Importer = {
  id: 'karakeep',
  label: 'import_format_karakeep',
  hint: 'import_format_karakeep_hint',
  recognise: ({ heads }) =>
    heads.some(({ head }) => namesKeys(head, '{', ['bookmarks', 'content', 'createdAt'])) ? 'certain' : 'no',
  read: (source) =>
    readJsonSource(source, [['bookmarks', '*']], async (file) => {
      const lists = await readLists(file);
      return (entry, at) => {
        const content = readObject(entry.content);
        return makeClip({
          at,
          url: content.url ?? content.sourceUrl,
          title: readLine(entry.title) || readLine(content.text, 100),
          note: readText(entry.note),
          tags: readTags(entry.tags),
          folders: [...new Set(readTags(entry.lists).flatMap((list) => pathOfNames(list, lists)))],
          status: readFlag(entry.archived) ? 'archived' : null,
          savedAt: readTime(entry.createdAt),
        });
      };
    }),
};

async function readLists(file: SourceFile) {
  const lists = (await collectValues(file, [['lists', '*']])).map(({ value }) => readObject(value));
  return new Map(
    lists.map(({ id, name, parentId }) => [
      readLine(id),
      { name: readLine(name, 200), parent: readLine(parentId) || null },
    ]),
  );
}
