/** Whether a post may go to a target yet. */
import type { Failure } from '../model/failure';
import type { Post } from '../model/post';
import type { Publisher } from '../model/publisher';

/**
 * Why not, or null: before its moment a post goes nowhere but to targets that keep it on this computer, or that hold
 * it back themselves.
 */
export function embargoOf(
  { notBefore }: Pick<Post, 'notBefore'>,
  { embargo }: Pick<Publisher, 'embargo'>,
  now: number,
): Extract<Failure, { kind: 'embargoed' }> | null {
  return notBefore && now < notBefore.at && !embargo ? { kind: 'embargoed', ...notBefore } : null;
}
