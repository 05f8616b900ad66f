/** Failures and doubts as sentences: what happened, and what to do. */
import type { CaptureWarning } from '../model/clip';
import type { Failure, NotClippableReason, TargetTrouble } from '../model/failure';
import { formatMomentIn, type MessageKey, t, tn } from './i18n';

/** One or two short sentences for a failure. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'not-clippable':
      return t(notClippable[failure.reason]);
    case 'source-incomplete':
      return t('failure_source_incomplete', failure.clipTitles.join(' · '));
    case 'image-unavailable':
      return tn('failure_image_unavailable', failure.urls.length);
    case 'image-unreadable':
      return t('failure_image_unreadable', failure.names.join(', '));
    case 'import-unknown':
      return t('failure_import_unknown', failure.name);
    case 'import-refused':
      return t(refused[failure.reason]);
    case 'target':
      return describeTrouble(failure);
    case 'rights-missing':
      return t('failure_rights_missing', failure.images.join(', '));
    case 'embargoed':
      return t('failure_embargoed', formatMomentIn(failure.zone, failure.at));
    case 'templates-unreadable':
      return t(noTemplates[failure.reason], failure.detail);
    case 'permission-needed':
      return t('failure_permission_needed', failure.origins.join(', '));
    default:
      return t(sentences[failure.kind]);
  }
}

/** The trouble with another system, and its own words where it said something. */
function describeTrouble({ trouble, place, detail, seconds }: Extract<Failure, { kind: 'target' }>): string {
  if (trouble === 'too-large') return t(troubles[trouble], place, detail ?? '');
  if (trouble === 'busy' && seconds !== undefined) return t('failure_target_busy_seconds', place, seconds);
  const sentence = t(troubles[trouble], place);
  return detail ? `${sentence} ${t('failure_target_says', detail)}` : sentence;
}

/** What can be told of a failure beyond the sentence, for a report; `''` when nothing. */
export function failureDetail(failure: Failure): string {
  return 'detail' in failure ? (failure.detail ?? '') : '';
}

/** What is doubtful about a capture, with the remedy. */
export function describeWarning(warning: CaptureWarning): string {
  return t(warnings[warning]);
}

const notClippable: Record<NotClippableReason, MessageKey> = {
  'browser-page': 'failure_browser_page',
  'extension-store': 'failure_extension_store',
  pdf: 'failure_pdf',
  media: 'failure_media',
  'no-access': 'failure_no_access',
};

const troubles: Record<TargetTrouble, MessageKey> = {
  offline: 'failure_target_offline',
  unreachable: 'failure_target_unreachable',
  'wrong-system': 'failure_target_wrong_system',
  insecure: 'failure_target_insecure',
  login: 'failure_target_login',
  'no-passwords': 'failure_target_no_passwords',
  'no-secret': 'failure_target_no_secret',
  forbidden: 'failure_target_forbidden',
  'too-large': 'failure_target_too_large',
  busy: 'failure_target_busy',
  broken: 'failure_target_broken',
  timeout: 'failure_target_timeout',
  garbled: 'failure_target_garbled',
  rejected: 'failure_target_rejected',
  gone: 'failure_target_gone',
  occupied: 'failure_target_occupied',
};

const refused: Record<Extract<Failure, { kind: 'import-refused' }>['reason'], MessageKey> = {
  'not-a-zip': 'failure_import_damaged',
  damaged: 'failure_import_damaged',
  encrypted: 'failure_import_encrypted',
  'too-large': 'failure_import_too_large',
};

const noTemplates: Record<Extract<Failure, { kind: 'templates-unreadable' }>['reason'], MessageKey> = {
  'not-json': 'failure_templates_not_json',
  'not-templates': 'failure_templates_other',
  newer: 'failure_templates_newer',
  'too-large': 'failure_templates_too_large',
};

type PlainKind = Exclude<
  Failure['kind'],
  | 'import-unknown'
  | 'import-refused'
  | 'templates-unreadable'
  | 'not-clippable'
  | 'source-incomplete'
  | 'image-unavailable'
  | 'image-unreadable'
  | 'permission-needed'
  | 'target'
  | 'rights-missing'
  | 'embargoed'
>;

const sentences: Record<PlainKind, MessageKey> = {
  'nothing-selected': 'failure_nothing_selected',
  'extraction-failed': 'failure_extraction_failed',
  'page-not-added': 'failure_page_not_added',
  'storage-full': 'failure_storage_full',
  'database-newer': 'failure_database_newer',
  'database-blocked': 'failure_database_blocked',
  'database-unavailable': 'failure_database_unavailable',
  'not-found': 'failure_not_found',
  'rejected-message': 'failure_rejected_message',
  'no-answer': 'failure_no_answer',
  'clipboard-refused': 'failure_clipboard_refused',
  'download-failed': 'failure_download_failed',
  'archive-unreadable': 'failure_archive_unreadable',
  'archive-newer': 'failure_archive_newer',
  'import-busy': 'failure_import_busy',
  'remote-changed': 'failure_remote_changed',
  cancelled: 'failure_cancelled',
  unexpected: 'failure_unexpected',
};

const warnings: Record<CaptureWarning, MessageKey> = {
  empty: 'common_warning_empty',
  short: 'common_warning_short',
  paywall: 'common_warning_paywall',
  login: 'common_warning_login',
  incomplete: 'common_warning_incomplete',
  'more-pages': 'common_warning_more_pages',
  unsure: 'common_warning_unsure',
  'browser-page': 'common_warning_browser_page',
  'extension-store': 'common_warning_extension_store',
  pdf: 'common_warning_pdf',
  media: 'common_warning_media',
  'no-access': 'common_warning_no_access',
  'link-not-opened': 'common_warning_link_not_opened',
  interrupted: 'common_warning_interrupted',
  failed: 'common_warning_failed',
  'not-stored': 'common_warning_not_stored',
};
