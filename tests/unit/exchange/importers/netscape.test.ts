// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { netscape } from '../../../../lib/exchange/importers/netscape';
import { readWith, recognised } from '../source';

const chrome = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000" LAST_MODIFIED="0" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><H3 ADD_DATE="1700000000">Leather &amp; hides</H3>
        <DL><p>
            <DT><H3>供应商</H3>
            <DL><p>
                <DT><A HREF="https://a.example/?q=1&amp;b=2" ADD_DATE="1700000001" ICON="data:image/png;base64,${'A'.repeat(5000)}">Wet-white &lt;new&gt; hides</A>
            </DL><p>
            <DT><A HREF="javascript:alert(1)" ADD_DATE="1700000002">Clip it</A>
        </DL><p>
        <DT><A HREF="https://b.example/" ADD_DATE="1700000003">After the folder</A>
    </DL><p>
</DL><p>`;

const firefox = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<H1>Bookmarks Menu</H1>
<DL><p>
<DT><A HREF="place:type=6&amp;sort=14" ADD_DATE="1700000000">Recent Tags</A>
<DT><A HREF="https://c.example/" ADD_DATE="1700000000" TAGS="seats,Guangzhou">Seats</A>
<DD>Ask for samples &amp; prices.
Second line.
<HR>    <DT><A HREF="https://d.example/">No date</A>
</DL>`;

const safari = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
	<HTML><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
	<DT><H3 FOLDED>Trade fairs</H3>
	<DL><p>
		<DT><A HREF="https://e.example/">Bologna</A>
	</DL><p>
	<DT><H3 FOLDED id="com.apple.ReadingList">Reading List</H3>
	<DL><p>
		<DT><A HREF="https://f.example/">Later</A>
	</DL><p>
</HTML>`;

const pinboard = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p><DT><A HREF="https://g.example/" ADD_DATE="1700000000" PRIVATE="1" TOREAD="1" TAGS="a,b">G</A>
<DD>words
<DT><A HREF="https://h.example/" ADD_DATE="1700000000" PRIVATE="0" TOREAD="0" TAGS="">H</A>
</DL></p>`;

describe('netscape', () => {
  test('reads Chrome: nested folders, entities, icons; the browser’s own folders are no folders', async () => {
    const { clips, problems } = await readWith(netscape, { 'bookmarks.html': chrome });
    expect(clips).toMatchObject([
      {
        url: 'https://a.example/?q=1&b=2',
        title: 'Wet-white <new> hides',
        folders: ['Leather & hides', '供应商'],
        savedAt: 1_700_000_001_000,
        status: null,
      },
      { url: 'https://b.example/', folders: [] },
    ]);
    expect(clips[0]?.at.line).toBe(13);
    expect(problems).toMatchObject([{ reason: 'bad-address', at: { line: 15 }, detail: 'javascript:alert(1)' }]);
  });

  test('reads Firefox: tags, descriptions over several lines, no smart bookmarks', async () => {
    const { clips, problems } = await readWith(netscape, { 'x.html': firefox });
    expect(clips).toMatchObject([
      { url: 'https://c.example/', tags: ['seats', 'Guangzhou'], note: 'Ask for samples & prices.\nSecond line.' },
      { url: 'https://d.example/', note: '', savedAt: null, folders: [] },
    ]);
    expect(problems.map(({ detail }) => detail)).toEqual(['place:type=6&sort=14']);
  });

  test('reads Safari, whose folders stand in no list', async () => {
    const { clips } = await readWith(netscape, { 'x.html': safari });
    expect(clips.map(({ url, folders }) => [url, folders])).toEqual([
      ['https://e.example/', ['Trade fairs']],
      ['https://f.example/', []],
    ]);
  });

  test('reads Pinboard: what is to be read goes to the inbox', async () => {
    const { clips } = await readWith(netscape, { 'x.html': pinboard });
    expect(clips.map(({ status, tags, note }) => [status, tags, note])).toEqual([
      ['inbox', ['a', 'b'], 'words'],
      [null, [], ''],
    ]);
  });

  test('is recognised without its first line and in other encodings', async () => {
    const [, ...rest] = chrome.split('\n');
    expect(await recognised({ 'export.txt': rest.join('\n') })).toBe('netscape');
    const utf16 = new Uint8Array([...`\uFEFF${chrome}`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
    expect(await recognised({ 'export.txt': utf16 })).toBe('netscape');
    const { clips } = await readWith(netscape, { 'export.txt': utf16 });
    expect(clips[0]?.folders).toEqual(['Leather & hides', '供应商']);
  });

  test('takes time in step with the size, whatever is left open', async () => {
    const open = `<DL><p>${'<DT><A HREF="https://x.example/ '.repeat(20_000)}${'<DT><A HREF="https://x.example/">x'.repeat(20_000)}`;
    const started = performance.now();
    await readWith(netscape, { 'x.html': open });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
