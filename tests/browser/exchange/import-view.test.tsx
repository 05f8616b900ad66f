import '../../../components/ui/base.css';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DropTarget } from '../../../components/exchange/drop-target';
import { ImportView } from '../../../components/exchange/import-view';
import { readKept } from '../../../lib/extract/read-kept';
import { db } from '../../../lib/state/db';
import { type InterfaceLanguage, useMessages } from '../../../lib/state/i18n';
import { leaveImport } from '../../../lib/state/import';
import { importStage, offerFiles } from '../../../lib/state/import-stage';
import { followAddress, go } from '../../../lib/state/route';
import { findClipByKey, getBody } from '../../../lib/store/clips';
import english from '../../../public/_locales/en/messages.json';
import chinese from '../../../public/_locales/zh_CN/messages.json';
import { addArticle, archiveOf } from '../../unit/exchange/archive/library';
import { findViolations } from '../axe';

let root: HTMLElement;
let stop: () => void;

async function show(language: InterfaceLanguage = 'en', theme: 'light' | 'dark' = 'light', width = 1280) {
  await page.viewport(width, 900);
  useMessages(language, language === 'en' ? english : chinese);
  document.documentElement.dataset.theme = theme;
  root = document.body.appendChild(document.createElement('div'));
  stop = followAddress();
  go({ view: 'import' });
  render(
    <>
      <ImportView readKept={readKept} />
      <DropTarget />
    </>,
    root,
  );
}

beforeEach(async () => {
  const tables = [
    db.clips,
    db.bodies,
    db.images,
    db.tags,
    db.counters,
    db.tallies,
    db.imports,
    db.importSteps,
    db.annotations,
  ];
  await Promise.all(tables.map((table) => table.clear()));
});
afterEach(() => {
  leaveImport();
  stop();
  render(null, root);
  root.remove();
});

const text = () => root.textContent ?? '';
const shows = (words: string | RegExp) =>
  vi.waitFor(() => expect(text()).toMatch(words), { timeout: 8000, interval: 20 });
const choose = (name: string, content: string) => offerFiles([{ path: name, blob: new Blob([content]) }]);
const button = (name: string | RegExp) => page.getByRole('button', { name });

const raindrop = `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,Hides,Mine,Short,https://a.example/1,Research / Seats,leather,2024-03-15T09:30:00.123Z,,Marked words,true
2,Script,,,javascript:alert(1),,,2024-03-15T09:30:00.123Z,,,false
3,Plain,,,https://a.example/3,Unsorted,,2024-03-15T09:30:00.123Z,,,false
`;
const wallabag = JSON.stringify([
  {
    is_archived: 0,
    is_starred: 0,
    url: 'https://a.example/news/1',
    title: 'Hostile',
    content:
      '<p onclick="alert(1)">Some <b>words</b> of a text</p><script>alert(1)</script><img src="/p.jpg" onerror="alert(1)"><a href="javascript:alert(1)">x</a>',
  },
]);

describe.each([
  ['en', 'light', 1280],
  ['zh-CN', 'dark', 360],
] as const)('axe finds nothing wrong, %s %s %i:', (language, theme, width) => {
  test('with nothing chosen, a preview, a result and what was undone', async () => {
    await show(language, theme, width);
    expect(await findViolations(root)).toEqual([]);
    choose('export.csv', raindrop);
    await vi.waitFor(() => expect(importStage.value.step).toBe('preview'));
    for (const details of root.querySelectorAll('details')) details.open = true;
    expect(await findViolations(root)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.click(button(/2/).last());
    await vi.waitFor(() => expect(importStage.value.step).toBe('done'), { timeout: 8000 });
    expect(await findViolations(root)).toEqual([]);
    leaveImport();
    await vi.waitFor(() => expect(text()).toContain('export.csv'));
    expect(await findViolations(root)).toEqual([]);
  });
});

test('by keyboard alone: the format, the tag, where it goes, in, and back out', async () => {
  await show();
  choose('export.csv', raindrop);
  await shows(/New2.*Already there0.*Unreadable1/s);
  expect(text()).toContain('Raindrop.io');
  const tag = page.getByLabelText('Tag for everything in it').element() as HTMLInputElement;
  tag.focus();
  tag.select();
  await userEvent.keyboard('from raindrop');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}'); // Where it goes: Inbox
  await userEvent.tab();
  await userEvent.keyboard(' '); // no folders as tags
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await shows('2 clips added');
  expect(await findClipByKey(db, 'a.example/1')).toMatchObject({
    tags: ['leather', 'from raindrop'],
    status: 'inbox',
    starred: true,
    note: 'Mine',
  });
  await userEvent.click(button('Undo import'));
  await shows('Everything is as it was before');
  expect(await db.clips.count()).toBe(0);
});

test('texts of other programs are cleaned, and their addresses are those of their page', async () => {
  await show();
  choose('articles.json', wallabag);
  await shows(/New1/);
  await userEvent.click(button('Import 1 entry'));
  await shows('1 clip added');
  const clip = await findClipByKey(db, 'a.example/news/1');
  const body = await getBody(db, clip?.id as never);
  expect(clip).toMatchObject({ kind: 'article', imageCount: 1, capture: { engine: 'import' } });
  expect(body?.html).toContain('<b>words</b>');
  expect(body?.html).toContain('https://a.example/p.jpg');
  expect(body?.html).not.toMatch(/script|onclick|onerror/);
});

test('what is there already is told, joined, and nothing is doubled', async () => {
  await show();
  for (const [fresh, known, done] of [
    [2, 0, '2 clips added'],
    [0, 2, '2 already complete'],
  ] as const) {
    choose('export.csv', raindrop);
    await shows(new RegExp(`New${fresh}.*Already there${known}`, 's'));
    await userEvent.click(button('Import 2 entries'));
    await shows(done);
    await userEvent.click(button('Choose another file'));
  }
  expect(await db.clips.count()).toBe(2);
});

test('another format can be chosen, and a file of no format is refused in words', async () => {
  await show();
  choose('export.csv', raindrop);
  await shows(/New2/);
  await userEvent.selectOptions(page.getByLabelText('Format'), 'List of addresses');
  await vi.waitFor(() => expect(importStage.value).toMatchObject({ step: 'preview', importer: { id: 'url-list' } }));
  leaveImport();
  choose('diary.txt', 'Dear diary');
  await shows('“diary.txt” is none of the formats');
});

test("an archive of Clipsheet's own is restored, whatever its name; nothing is written before that is asked for", async () => {
  await addArticle(db, 1);
  const archive = await archiveOf(db);
  await Promise.all([db.clips, db.bodies, db.images, db.counters].map((table) => table.clear()));
  await show();
  offerFiles([{ path: 'from the old computer', blob: archive }]);
  await vi.waitFor(() => expect(document.body.textContent).toContain('from the old computer'));
  await expect.element(button('Restore')).toBeVisible();
  expect(await findViolations(root)).toEqual([]);
  expect(await db.clips.count()).toBe(0);
  await button('Restore').click();
  await button('Done').click();
  expect(await db.clips.count()).toBe(1);
  await vi.waitFor(() => expect(root.querySelector('dialog')).toBeNull());
  expect(importStage.value).toEqual({ step: 'choose', failure: null });
});

test('highlights come with their notes, and go when the import is taken back', async () => {
  await show();
  choose('export.csv', raindrop);
  await shows(/New2/);
  await button('Import 2 entries').click();
  await shows('2 clips added');
  expect(await db.annotations.toArray()).toMatchObject([{ target: { quote: { exact: 'Marked words' } } }]);
  await button('Undo import').click();
  await shows('Import undone');
  expect(await db.annotations.count()).toBe(0);
});

test('a double click starts one import', async () => {
  await show();
  choose('export.csv', raindrop);
  await shows(/New2/);
  await userEvent.dblClick(button('Import 2 entries'));
  await shows('2 clips added');
  expect(await db.imports.count()).toBe(1);
});

test('files dragged over the page show where they can be dropped, and dropping reads them', async () => {
  await show();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([raindrop], 'dropped.csv'));
  const drag = (type: string) =>
    root.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect(drag('dragover')).toBe(false));
  await shows('Drop to import');
  expect(drag('drop')).toBe(false);
  await shows('dropped.csv');
  await shows(/New2/);
  expect(text()).not.toContain('Drop to import');
});
