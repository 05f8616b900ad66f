// @ts-check
/**
 * Lets a page's code come in a few files. The bundler makes one of each set of modules that some pages share, and a
 * browser takes longer to fetch fifty small files of an extension than to read what is in them.
 */

/** @typedef {{getModuleInfo: (id: string) => {importedIds: string[], dynamicallyImportedIds: string[]} | null}} Graph */

/**
 * For pages only: scripts that run elsewhere are one file each.
 * @param {import('vite').InlineConfig} config
 */
export function fewerFiles({ build }) {
  const output = build?.rollupOptions?.output;
  if (build?.lib || !output || Array.isArray(output)) return;
  /** @type {((id: string) => string | null) | undefined} */
  let nameOf;
  const name = (/** @type {string} */ id, /** @type {Graph} */ graph) => {
    nameOf ??= namer(graph, /** @type {Record<string, string>} */ (build.rollupOptions?.input ?? {}));
    return nameOf(id);
  };
  Object.assign(output, { codeSplitting: { groups: [{ name, includeDependenciesRecursively: false }] } });
}

/**
 * What the library reads before its first paint goes by who else needs it: the popup before its own, the popup later,
 * the page that makes backups, nobody. So nobody reads what only the library needs.
 * @param {Graph} graph
 * @param {Record<string, string>} pages
 */
function namer(graph, pages) {
  const read = (/** @type {string[]} */ from) => reach(graph, from);
  const first = (/** @type {string} */ page) => read(pages[page] ? [pages[page]] : []);
  const [library, popup, backup] = [first('library'), first('popup'), first('backup')];
  const later = read([...popup].flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []));
  return (/** @type {string} */ id) => {
    if (!library.has(id)) return null;
    if (popup.has(id)) return 'page';
    if (later.has(id)) return backup.has(id) ? 'database' : 'clips';
    return backup.has(id) ? 'archive' : 'library';
  };
}

/**
 * Modules that are there once these are.
 * @param {Graph} graph
 * @param {string[]} from
 */
function reach(graph, from) {
  const seen = new Set(from);
  for (const id of seen) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  return seen;
}
