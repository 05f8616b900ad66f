/** Copies of the library in the downloads folder, by the optional `downloads` permission; the offscreen page of Chromium. */
import { browser } from 'wxt/browser';
import { type BackupFile, type BackupState, readBackupState } from '../model/backup';
import { fail, ok, type Result } from '../model/result';

const key = 'backup';
const folder = 'Clipsheet';

export async function loadBackupState(): Promise<BackupState> {
  return readBackupState((await browser.storage.local.get(key))[key]);
}

/** Changes what is known of copies, one change after the other; the last writer of a field wins. */
export async function noteBackup(change: Partial<BackupState>): Promise<void> {
  await navigator.locks.request('backup-state', async () =>
    browser.storage.local.set({ [key]: { ...(await loadBackupState()), ...change } }),
  );
}

/** Calls `onChange` when any page or the background noted something. Returns what ends it. */
export function watchBackups(onChange: (state: BackupState) => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area === 'local' && change) onChange(readBackupState(change.newValue));
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}

/** What a copy needs: in Chromium also a page without a view, since its worker cannot make an address for a file. */
const needed = () => (import.meta.env.FIREFOX ? ['downloads'] : ['downloads', 'offscreen']);
type Wanted = Parameters<typeof browser.permissions.request>[0];

/**
 * Asks for what copies need; call it in the click itself. False when refused. Firefox asks nobody outside a click (a
 * choice made with the keyboard is none) and throws, also when the answer was yes long ago.
 */
export function allowBackups(): Promise<boolean> {
  return browser.permissions.request({ permissions: needed() } as Wanted).catch(mayBackUp);
}

export function mayBackUp(): Promise<boolean> {
  return browser.permissions.contains({ permissions: needed() } as Wanted);
}

type Offscreen = {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
};
const offscreen = () => (browser as unknown as { offscreen?: Offscreen }).offscreen;

/**
 * Opens the page that makes a copy (Chromium), which is given these facts. A copy that it is making already goes on.
 */
export async function openBackupPage(facts: object): Promise<void> {
  const url = `/backup.html#${encodeURIComponent(JSON.stringify(facts))}`;
  const options = { url, reasons: ['BLOBS'], justification: 'Makes the backup file of the library' };
  await offscreen()
    ?.createDocument(options)
    .catch(() => undefined); // there is one already
}

export async function closeBackupPage(): Promise<void> {
  await offscreen()
    ?.closeDocument()
    .catch(() => undefined); // gone already
}

/** Waits for a download of ours to end, in milliseconds between looks. */
const step = 500;

type Saved = Pick<BackupFile, 'downloadId' | 'name'> & { bytes: number };

/**
 * Saves the file of an address into the downloads folder, without asking where. Ends when all of it is there; the name
 * is the one it has there.
 */
export async function saveBackup(url: string, name: string): Promise<Result<Saved>> {
  try {
    const filename = `${folder}/${name}`;
    const downloadId = await browser.downloads.download({ url, filename, saveAs: false, conflictAction: 'uniquify' });
    for (;;) {
      const [item] = await browser.downloads.search({ id: downloadId });
      if (!item || item.state === 'interrupted')
        return fail({ kind: 'download-failed', detail: item?.error ?? 'the download went away' });
      if (item.state === 'complete') {
        const saved = item.filename.split(/[\\/]/).at(-1) ?? name;
        return ok({ downloadId, name: saved, bytes: item.fileSize });
      }
      await new Promise((resolve) => setTimeout(resolve, step));
    }
  } catch (error) {
    return fail({ kind: 'download-failed', detail: String(error) });
  }
}

/** Deletes a copy that we made, and forgets it. One that a person moved or deleted is only forgotten. */
export async function deleteBackup({ downloadId, name }: BackupFile): Promise<void> {
  const [item] = await browser.downloads.search({ id: downloadId });
  // Numbers of downloads can be given again in a new profile: only what has our name is ours.
  if (!item?.filename.endsWith(name)) return;
  await browser.downloads.removeFile(downloadId).catch(() => undefined); // moved or deleted by a person
  await browser.downloads.erase({ id: downloadId });
}
