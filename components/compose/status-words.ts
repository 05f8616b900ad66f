/** What the states of a post are called. */
import type { PostStatus } from '../../lib/model/post-status';
import type { MessageKey } from '../../lib/state/i18n';

export const statusWords: Readonly<Record<PostStatus, MessageKey>> = {
  draft: 'compose_draft',
  'in-review': 'compose_status_in_review',
  approved: 'compose_status_approved',
  scheduled: 'compose_status_scheduled',
  published: 'compose_exported',
  corrected: 'compose_status_corrected',
  retracted: 'compose_status_retracted',
};
