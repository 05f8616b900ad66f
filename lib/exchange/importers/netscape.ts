/**
 * Importer: bookmark files of browsers, Pinboard, Raindrop and others, in Netscape's format:
 * https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
 */
import type { ImportedClip, Importer, ImportProblem, SourceFile } from '../format';
import { makeClip, readLine, readTags, readText, readTime } from '../reading/fields';
import { type Mark, readMarks } from '../reading/markup';
import { type PlaceAt, readEach } from '../reading/source';

/** Browsers' own folders say nothing: Chrome, Edge, Firefox, Safari, in English and Chinese. */
const ownFolders =
  /^(?:bookmarks|bookmarks (?:bar|toolbar|menu)|bookmarks-?leiste|favou?rites(?: bar)?|other (?:bookmarks|favou?rites)|mobile (?:bookmarks|favou?rites)|imported|unsorted|reading list|com\.apple\.readinglist|书签栏|书签|其他书签|移动设备书签|收藏夹栏|收藏夹|其他收藏夹|书签工具栏|书签菜单)$/iu;

export const netscape: Importer = {
  id: 'netscape',
  label: 'import_format_netscape',
  hint: 'import_format_netscape_hint',
  recognise: ({ heads }) => {
    const isOurs = (head: string) =>
      /^\s*<!doctype netscape-bookmark-file/iu.test(head) || /<dl>\s*(?:<p>)?\s*<dt>\s*<(?:h3|a)\b/iu.test(head);
    return heads.some(({ head }) => isOurs(head)) ? 'certain' : 'no';
  },
  read: (source) => readEach(source, (path) => source.files.length === 1 || /\.html?$/iu.test(path), readBookmarks),
};

async function* readBookmarks(file: SourceFile, at: PlaceAt): AsyncGenerator<ImportedClip | ImportProblem> {
  const folders: (string | null)[] = [];
  let named: string | null = null;
  // A link waits for the description behind it.
  let link: Mark | null = null;
  let note = '';
  const finish = () => (link ? [clipOf(link, note, folders, at)] : []);
  for await (const mark of readMarks(file.pieces())) {
    if (mark.name === 'dd' && link) {
      note = readText(mark.text);
      continue;
    }
    yield* finish();
    link = null;
    note = '';
    if (mark.name === 'a') link = mark;
    else if (/^h[2-6]$/u.test(mark.name))
      named = mark.text; // `h1` is the title of the file
    else if (mark.name === 'dl') {
      folders.push(named);
      named = null;
    } else if (mark.name === '/dl') folders.pop();
  }
  yield* finish();
}

function clipOf(link: Mark, note: string, folders: readonly (string | null)[], at: PlaceAt) {
  const attribute = (name: string) => link.attributes.get(name);
  const unread = attribute('toread') === '1' || attribute('data-toread') === '1';
  return makeClip({
    at: at(link.line),
    url: attribute('href'),
    title: link.text,
    note: note || readText(attribute('description')),
    tags: readTags(attribute('tags')),
    folders: folders.flatMap((folder) => (folder && !ownFolders.test(readLine(folder)) ? readLine(folder, 200) : [])),
    savedAt: readTime(attribute('add_date') ?? attribute('time_added')),
    status: unread ? 'inbox' : null,
  });
}
