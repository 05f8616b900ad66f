/** Files of any size offered to the person as they are made, so that they never stand in the page's memory. */
import { fail, ok, type Result } from '../model/result';

type Pieces = AsyncIterable<string | Uint8Array<ArrayBuffer>>;
/** Takes the file; gives how many bytes it has. What `pieces` throws is thrown, and nothing is left behind. */
export type SaveTarget = (pieces: Pieces, signal: AbortSignal) => Promise<Result<{ bytes: number }>>;

type Picker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

/**
 * Where a file of this name goes. With the File System Access API (Chromium) the person chooses, and each piece goes to
 * the disk at once; elsewhere the pieces become a Blob, which browsers keep on disk when it is large, and a download.
 * Call it in the click itself. Fails with `cancelled` when the person chooses nothing.
 */
export async function chooseTarget(name: string, type: string): Promise<Result<SaveTarget>> {
  const picker = (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (!picker) return ok(asDownload(name, type));
  try {
    const handle = await picker.call(globalThis, { suggestedName: name });
    return ok((pieces, signal) => writeTo(handle, pieces, signal));
  } catch (error) {
    // A policy or a missing press forbids the dialog, not the download.
    const isChoice = error instanceof DOMException && error.name === 'AbortError';
    return isChoice ? fail({ kind: 'cancelled' }) : ok(asDownload(name, type));
  }
}

async function writeTo(
  handle: FileSystemFileHandle,
  pieces: Pieces,
  signal: AbortSignal,
): Promise<Result<{ bytes: number }>> {
  const file = await handle.createWritable();
  const counted = countPieces(pieces, signal);
  try {
    for await (const piece of counted.pieces) await file.write(piece);
    await file.close();
    return ok({ bytes: counted.bytes() });
  } catch (error) {
    await file.abort().catch(() => undefined); // what was there before stays there
    return failed(error, signal);
  }
}

const asDownload =
  (name: string, type: string): SaveTarget =>
  async (pieces, signal) => {
    try {
      const blob = await toBlob(pieces, type, signal);
      const url = URL.createObjectURL(blob);
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(url), 600_000); // the browser may still be copying it
      return ok({ bytes: blob.size });
    } catch (error) {
      return failed(error, signal);
    }
  };

/** The pieces as a Blob, which browsers move to the disk while it grows. Throws what `pieces` throws. */
export function toBlob(pieces: Pieces, type: string, signal: AbortSignal): Promise<Blob> {
  const source = countPieces(pieces, signal).pieces;
  const stream = new ReadableStream<Uint8Array>({
    async pull(control) {
      try {
        const next = await source.next();
        if (next.done) control.close();
        else control.enqueue(next.value);
      } catch (error) {
        control.error(error);
      }
    },
  });
  return new Response(stream, { headers: { 'content-type': type } }).blob();
}

function countPieces(pieces: Pieces, signal: AbortSignal) {
  let bytes = 0;
  const encoder = new TextEncoder();
  async function* counted(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const piece of pieces) {
      signal.throwIfAborted();
      const data = typeof piece === 'string' ? encoder.encode(piece) : piece;
      bytes += data.length;
      yield data;
    }
  }
  return { pieces: counted(), bytes: () => bytes };
}

function failed(error: unknown, signal: AbortSignal): Result<never> {
  if (signal.aborted) return fail({ kind: 'cancelled' });
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return fail(full ? { kind: 'storage-full' } : { kind: 'download-failed', detail: String(error) });
}
