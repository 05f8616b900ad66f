/** Importer: Linkwarden's JSON: `collections`, each with its links; newer files say which lies in which. */
import type { Importer, SourceFile } from '../format';
import { collectValues, namesKeys, pathOfNames, readJsonSource } from '../reading/entries';
import { makeClip, readFlag, readLine, readList, readObject, readTags, readText, readTime } from '../reading/fields';

export const linkwarden: Importer = {
  id: 'linkwarden',
  label: 'import_format_linkwarden',
  hint: 'import_format_linkwarden_hint',
  recognise: ({ heads }) =>
    heads.some(({ head }) => namesKeys(head, '{', ['collections', 'links'])) ? 'certain' : 'no',
  read: (source) =>
    readJsonSource(source, [['collections', '*', 'links', '*']], async (file) => {
      const foldersOf = await readCollections(file);
      return (link, at, path) =>
        makeClip({
          at,
          url: link.url,
          title: readLine(link.name),
          note: readText(link.description),
          tags: readTags(readList(link.tags).map((tag) => readObject(tag).name)),
          folders: foldersOf(Number(path[1])),
          starred: readFlag(link.pinned) || readList(link.pinnedBy).length > 0,
          savedAt: readTime(link.importDate) ?? readTime(link.createdAt),
        });
    }),
};

/** The folders of the links of each collection, by its place in the list. `Unorganized` is Linkwarden's own. */
async function readCollections(file: SourceFile): Promise<(index: number) => string[]> {
  const fields = ['id', 'name', 'parentId'].map((name) => ['collections', '*', name]);
  const collections = new Map<number, Record<string, unknown>>();
  for (const { path, value } of await collectValues(file, fields)) {
    const index = Number(path[1]);
    collections.set(index, { ...collections.get(index), [String(path[2])]: value });
  }
  const nodes = new Map<unknown, { name: string; parent: unknown }>();
  for (const { id, name, parentId } of collections.values())
    if (id != null) nodes.set(id, { name: readLine(name, 200), parent: parentId ?? null });
  return (index) => {
    const { id, name } = collections.get(index) ?? {};
    const folders = id == null ? readTags([name]) : pathOfNames(id, nodes);
    return folders.filter((folder) => folder !== 'Unorganized');
  };
}
