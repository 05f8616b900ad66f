/** Files that a person dropped or chose, folders laid open. */

export type DroppedFile = { path: string; blob: File };

/** Enough for any folder of notes; a whole disk dropped by mistake ends here. */
const most = 100_000;

/** Whether files are being dragged, as far as the browser tells before they are dropped. */
export const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;

/** The files of a drop, with their paths within a folder. Call it in the drop's own event: later there is nothing left. */
export function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const plain = [...transfer.files].map((blob) => ({ path: blob.name, blob }));
  return entries.some((entry) => entry.isDirectory) ? readEntries(entries) : Promise.resolve(plain);
}

/** The files of an `<input type=file>`, with their paths when a folder was chosen. */
export function chosenFiles(input: HTMLInputElement): DroppedFile[] {
  return [...(input.files ?? [])].map((blob) => ({ path: blob.webkitRelativePath || blob.name, blob }));
}

async function readEntries(entries: readonly FileSystemEntry[]): Promise<DroppedFile[]> {
  const found: DroppedFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && found.length < most; entry = waiting.shift()) {
    if (entry.isDirectory) waiting.push(...(await listFolder(entry as FileSystemDirectoryEntry)));
    else found.push({ path: entry.fullPath.replace(/^\//u, ''), blob: await openFile(entry as FileSystemFileEntry) });
  }
  return found;
}

const openFile = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail));

/** A folder is given in parts; an empty part is its end. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0 || all.length >= most) return all;
    all.push(...part);
  }
}
