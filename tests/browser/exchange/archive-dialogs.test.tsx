import '../../../components/ui/base.css';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ExportDialog } from '../../../components/exchange/export-dialog';
import { BackupSection } from '../../../components/settings/backup-section';
import { StorageSection } from '../../../components/settings/storage-section';
import { noBackups } from '../../../lib/model/backup';
import { defaultSettings } from '../../../lib/model/settings';
import { noteBackup } from '../../../lib/platform/backups';
import { db } from '../../../lib/state/db';
import type { InterfaceLanguage } from '../../../lib/state/i18n';
import { closeOverlay, openOverlay } from '../../../lib/state/overlay';
import { leaveRestore, openBackup, restoreStep } from '../../../lib/state/restore';
import { exportPieces } from '../../../lib/state/run-export';
import { changeSettings } from '../../../lib/state/settings';
import { speak } from '../../messages';
import { findViolations, inBothThemes } from '../axe';
import { makeLibrary } from '../library/make-library';

const cases: [number, InterfaceLanguage][] = [
  [1280, 'en'],
  [400, 'zh-CN'],
];

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await makeLibrary(db, 12);
});
afterEach(async () => {
  leaveRestore();
  closeOverlay();
  render(null, document.body);
  await changeSettings({ backup: defaultSettings.backup });
  await noteBackup(noBackups);
});

/** What axe finds in both themes, and that nothing is wider than the page. */
async function look(name: string, width: number): Promise<void> {
  await inBothThemes(async (theme) => {
    expect(await findViolations(), `${name}, ${theme}`).toEqual([]);
    expect(document.documentElement.scrollWidth, 'no sideways scrolling').toBeLessThanOrEqual(width);
  });
}

async function wholeArchive(): Promise<File> {
  const pieces = await exportPieces(db, 'archive', {
    ids: null,
    settings: defaultSettings,
    generator: 'test',
    now: 0,
    progress: () => undefined,
  });
  const parts: BlobPart[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new File(parts, 'clipsheet-2026-11-20.zip');
}

describe.each(cases)('%i pixels wide, in %s, axe finds nothing wrong in', (width, language) => {
  beforeEach(async () => {
    await page.viewport(width, 900);
    speak(language);
  });
  const dialogIsOpen = () => vi.waitFor(() => expect(document.querySelector('dialog[open]')).not.toBeNull());

  test('the export dialog', async () => {
    render(<ExportDialog />, document.body);
    openOverlay('export');
    await dialogIsOpen();
    await look('export', width);
  });

  test('what a restore would do, and what it did', async () => {
    const file = await wholeArchive();
    const ids = await db.clips.limit(4).primaryKeys();
    await db.clips.bulkDelete(ids);
    render(<BackupSection />, document.body);
    await userEvent.click(page.getByRole('button', { name: /Restore…|恢复…/ }));
    await dialogIsOpen();
    await look('restore-choose', width);
    await openBackup(file, file.name);
    await vi.waitFor(() => expect(restoreStep.value.step).toBe('preview'));
    await look('restore-preview', width);
    await userEvent.click(page.getByRole('button', { name: /^(Restore|恢复)$/ }));
    await vi.waitFor(() => expect(restoreStep.value.step).toBe('done'));
    expect(await db.clips.count()).toBe(12);
    await look('restore-done', width);
  });

  test('the backup settings, after a copy and after one that failed', async () => {
    await changeSettings({ backup: { every: 'weekly', keep: 5 } });
    const at = Date.UTC(2026, 10, 20, 9);
    await noteBackup({ lastAt: at, lastBytes: 52_000_000, files: [{ downloadId: 1, name: 'a.zip', at }] });
    render(<BackupSection />, document.body);
    await vi.waitFor(() => expect(document.body.textContent).toMatch(/52/));
    await look('backup', width);
    await noteBackup({ failed: { at, failure: { kind: 'download-failed', detail: '' } } });
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull());
    await look('backup-failed', width);
  });

  test('the dialog that frees space', async () => {
    render(<StorageSection />, document.body);
    const [open] = document.querySelectorAll('button');
    await userEvent.click(open as Element);
    await dialogIsOpen();
    await vi.waitFor(() => expect(document.querySelector('dialog input[type=radio]')).not.toBeNull());
    await look('free-space', width);
  });
});
