/** Publishing by the clipboard: both forms at once, with progress and a receipt. */
import type { Failure } from '../model/failure';
import type { Delivery, PublishEffects } from '../model/publisher';
import { fail, ok, type Result } from '../model/result';
import { receipt } from './delivery';

const steps = 2;

/** Puts what `make` makes on the clipboard. */
export async function copy(
  make: () => { html: string; text: string },
  effects: PublishEffects,
): Promise<Result<Delivery, Failure>> {
  effects.progress(0, steps);
  const { html, text } = make();
  effects.progress(1, steps);
  if (effects.signal.aborted) return fail({ kind: 'cancelled' });
  const written = await effects.writeClipboard(html, text);
  if (!written.ok) return written;
  effects.progress(steps, steps);
  return ok(await receipt('clipboard', new TextEncoder().encode(html)));
}
