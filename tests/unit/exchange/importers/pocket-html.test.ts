// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { pocketHtml } from '../../../../lib/exchange/importers/pocket-html';
import { readWith, recognised } from '../source';

const html = `<!DOCTYPE html>
<html>
	<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Pocket Export</title></head>
	<body>
		<h1>Unread</h1>
		<ul>
			<li><a href="https://a.example/?a=1&amp;b=2" time_added="1700000000" tags="leather,seats">Hides &amp; more</a></li>
			<li><a href="https://b.example/" time_added="1700000001" tags="">https://b.example/</a></li>
		</ul>

		<h1>Read Archive</h1>
		<ul>
			<li><a href="https://c.example/" time_added="1700000002" tags="">皮革</a></li>
			<li><a href="about:reader" time_added="1700000003" tags="">Reader</a></li>
		</ul>
	</body>
</html>`;

describe('pocket-html', () => {
  test('reads both lists with tags and times', async () => {
    const { clips, problems } = await readWith(pocketHtml, { 'ril_export.html': html });
    expect(clips).toMatchObject([
      { url: 'https://a.example/?a=1&b=2', title: 'Hides & more', tags: ['leather', 'seats'], status: 'inbox' },
      { url: 'https://b.example/', title: '', status: 'inbox', savedAt: 1_700_000_001_000 },
      { url: 'https://c.example/', title: '皮革', status: 'archived' },
    ]);
    expect(problems).toMatchObject([{ reason: 'bad-address', at: { line: 14 } }]);
  });

  test('is told from a browser’s bookmarks', async () => {
    expect(await recognised({ 'bookmarks.html': html })).toBe('pocket-html');
  });
});
