/** Exporter: the bookmark file that every browser reads (https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)). */
import type { Exporter } from '../exporter';

const head = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
`;

export const bookmarks: Exporter = {
  id: 'bookmarks',
  label: 'export_format_bookmarks',
  hint: 'export_format_bookmarks_hint',
  icon: 'bookmark',
  extension: 'html',
  type: 'text/html;charset=utf-8',
  needs: { bodies: false, images: false },
  async *write(entries) {
    yield head;
    for await (const { clip } of entries) {
      // Readers of this format follow what is in it: nothing but pages goes out.
      if (!/^https?:$/u.test(URL.parse(clip.url)?.protocol ?? '')) continue;
      const attributes = {
        HREF: clip.url,
        ADD_DATE: seconds(clip.clippedAt),
        LAST_MODIFIED: seconds(clip.updatedAt),
        // The format has no commas within tags.
        TAGS: clip.tags.map((tag) => tag.replaceAll(',', ' ')).join(','),
      };
      const written = Object.entries(attributes).map(([name, value]) =>
        value ? ` ${name}="${escapeMarkup(value)}"` : '',
      );
      yield `    <DT><A${written.join('')}>${escapeMarkup(oneLine(clip.title) || clip.url)}</A>\n`;
      if (clip.note) yield `    <DD>${escapeMarkup(oneLine(clip.note))}\n`;
    }
    yield '</DL><p>\n';
  },
};

const seconds = (milliseconds: number): string => String(Math.floor(milliseconds / 1000));
/** Readers of the format go line by line. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function escapeMarkup(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}
