/** The effects a publisher is given under test: what it did is kept, and each can be made to fail. */
import type { PublishEffects } from '../../../lib/model/publisher';
import { fail, ok } from '../../../lib/model/result';

export type Desk = PublishEffects & {
  files: { name: string; type: string; data: Uint8Array<ArrayBuffer> }[];
  clipboard: { html: string; text: string }[];
  steps: [number, number][];
  cancel(): void;
};

/** `refuses` makes saving and copying fail as a browser would. */
export function desk(refuses = false): Desk {
  const abort = new AbortController();
  const made: Desk = {
    files: [],
    clipboard: [],
    steps: [],
    cancel: () => abort.abort(),
    signal: abort.signal,
    progress: (done, total) => void made.steps.push([done, total]),
    saveFile: async (name, type, data) => {
      if (refuses) return fail({ kind: 'download-failed', detail: 'disk full' });
      made.files.push({ name, type, data });
      return ok(null);
    },
    writeClipboard: async (html, text) => {
      if (refuses) return fail({ kind: 'clipboard-refused' });
      made.clipboard.push({ html, text });
      return ok(null);
    },
  };
  return made;
}

/** SHA-256 in hex. */
export async function sha256(data: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
