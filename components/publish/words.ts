/** The ledger in words. */
import type { Publication, PublicationEvent } from '../../lib/model/publication';
import { formatDate, formatMoment, joinSentences, type MessageKey, t, tn } from '../../lib/state/i18n';

const events: Record<PublicationEvent['kind'], MessageKey> = {
  published: 'publish_event_published',
  updated: 'publish_event_updated',
  overwritten: 'publish_event_overwritten',
  corrected: 'publish_event_corrected',
  retracted: 'publish_event_retracted',
  'rights-overridden': 'publish_event_rights',
};

/** "23 November 2026, 12:05 · Published". */
export function eventWords({ at, kind, note }: PublicationEvent): string {
  const words = [formatMoment(at), t(events[kind])];
  if (kind === 'corrected' || kind === 'rights-overridden') words.push(note);
  return words.filter(Boolean).join(' · ');
}

/** How a publication stands: where it is, or that it is unfinished. */
export function stateWords({ state, remote, uploads, updatedAt }: Publication): string {
  if (state === 'retracted') return t('publish_state_retracted', formatDate(updatedAt));
  if (state === 'published' && remote)
    return t('publish_state_published', formatDate(updatedAt), statusWords(remote.status));
  const sent = Object.keys(uploads).length;
  return sent > 0 ? tn('publish_state_unfinished', sent) : t('publish_state_stopped');
}

const statuses: Record<string, MessageKey> = {
  draft: 'publish_status_draft',
  pending: 'publish_status_pending',
  publish: 'publish_status_publish',
  published: 'publish_status_publish',
  future: 'publish_status_future',
  private: 'publish_status_private',
  trash: 'publish_status_trash',
};

/** What a status of another system is called; its own word where it has one that nobody else has. */
function statusWords(status: string): string {
  const key = statuses[status];
  return key ? t(key) : status;
}

/** What "check now" found; null when nobody has looked, or all is as it was. */
export function checkWords({ check }: Publication): string | null {
  if (!check) return null;
  const found = { changed: 'publish_check_changed', gone: 'publish_check_gone', unknown: null, same: null } as const;
  const key = found[check.state];
  const lost = check.lostSources.length > 0 ? tn('publish_check_sources', check.lostSources.length) : '';
  return joinSentences([key ? t(key) : '', lost]) || null;
}

const roles: Record<string, MessageKey> = {
  administrator: 'publish_role_administrator',
  editor: 'publish_role_editor',
  author: 'publish_role_author',
  contributor: 'publish_role_contributor',
};

/** What a role of another system is called; its own word where it has one that nobody else has. */
export function roleWords(role: string): string {
  const key = roles[role];
  return key ? t(key) : role;
}
