/** The states of a post, and which follow which. */

export const postStatuses = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'corrected',
  'retracted',
] as const;
export type PostStatus = (typeof postStatuses)[number];

/** That a post came to a status: when, by whose word, and what they said of it. */
export type StatusStep = { at: number; to: PostStatus; by: string; note: string };

/** What a person can make of a post in each state, the usual way on first. Targets add the rest by publishing. */
export const nextStatuses: Readonly<Record<PostStatus, readonly PostStatus[]>> = {
  draft: ['in-review', 'approved'],
  'in-review': ['approved', 'draft'],
  approved: ['scheduled', 'published', 'draft'],
  scheduled: ['published', 'draft'],
  published: ['corrected', 'retracted'],
  corrected: ['corrected', 'retracted'],
  retracted: ['draft'],
};

/**
 * The state after a post went out at `now` to where readers can have it from `publicAt` on; null: not before somebody
 * makes it so there (a draft). A post that readers have elsewhere stays public.
 */
export function statusAfterDelivery(status: PostStatus, publicAt: number | null, now: number): PostStatus {
  if (isPublic(status) || publicAt === null) return status;
  return publicAt > now ? 'scheduled' : 'published';
}

/** Whether readers can have it. */
export function isPublic(status: PostStatus): boolean {
  return status === 'published' || status === 'corrected';
}
