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

/** The state after a post went out: one that was public before and is so again was corrected. */
export function statusAfterDelivery(status: PostStatus): PostStatus {
  return status === 'published' || status === 'corrected' ? status : 'published';
}

/** Whether readers can have it. */
export function isPublic(status: PostStatus): boolean {
  return status === 'published' || status === 'corrected';
}
