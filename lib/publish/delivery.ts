/** What every publisher ends with: the receipt of what was delivered, and the check whether to go on. */
import type { Delivery } from '../model/publisher';
import { fail, ok, type Result } from '../model/result';
import { sha256 } from './hash';

/** The receipt of `data` delivered to `target`: SHA-256 in hex, and bytes. */
export async function receipt(target: string, data: Uint8Array<ArrayBuffer>): Promise<Delivery> {
  return { target, hash: await sha256(data), bytes: data.byteLength };
}

/** A failure when the user has cancelled. Lets the page paint and take clicks in between. */
export async function unlessCancelled(signal: AbortSignal): Promise<Result<null>> {
  await new Promise((resolve) => setTimeout(resolve));
  return signal.aborted ? fail({ kind: 'cancelled' }) : ok(null);
}
