/** What publishers share whose whole result is one file of text: write it, ask whether to go on, save it. */
import type { Delivery, PublishEffects } from '../model/publisher';
import type { ResolvedPost } from '../model/resolved-post';
import { ok, type Result } from '../model/result';
import { folderName, refuseUnfit } from './archive';
import { receipt, unlessCancelled } from './delivery';

const steps = 2;

export type TextFile = {
  /** Without the dot. */
  ending: string;
  mediaType: string;
  /** The text, to be saved as UTF-8. */
  write: () => string;
};

/** Saves a post as one file named by its slug. Fails as `refuseUnfit` and saving do, and with `cancelled`. */
export async function deliverText(
  post: ResolvedPost,
  effects: PublishEffects,
  { ending, mediaType, write }: TextFile,
): Promise<Result<Delivery>> {
  const fit = refuseUnfit(post);
  if (!fit.ok) return fit;
  effects.progress(0, steps);
  const data = new TextEncoder().encode(write());
  effects.progress(1, steps);
  const going = await unlessCancelled(effects.signal);
  if (!going.ok) return going;
  const target = `${folderName(post.slug)}.${ending}`;
  const saved = await effects.saveFile(target, mediaType, data);
  if (!saved.ok) return saved;
  effects.progress(steps, steps);
  return ok(await receipt(target, data));
}
