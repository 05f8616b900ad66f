/** Files offered to the person, without the `downloads` permission: a link that is clicked. */
import { fail, ok, type Result } from '../model/result';

/** The browser may still be reading the file when the click returns. */
const keptFor = 60_000;

/** Starts the download of `data` under `name`; where it goes is the browser's and the person's affair. */
export async function saveFile(name: string, type: string, data: Uint8Array<ArrayBuffer>): Promise<Result<null>> {
  try {
    const url = URL.createObjectURL(new Blob([data], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), keptFor);
    return ok(null);
  } catch (error) {
    return fail({ kind: 'download-failed', detail: String(error) });
  }
}
