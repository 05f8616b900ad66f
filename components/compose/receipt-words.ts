/** A receipt in one line. */
import type { Receipt } from '../../lib/model/post';
import { formatClock, formatDay, t } from '../../lib/state/i18n';

/** "Downloaded 12:05 · baic-openness.zip"; with the day when that is not today. */
export function receiptWords({ at, target, waits }: Receipt, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const when = today ? formatClock(at) : `${formatDay(at, now)} ${formatClock(at)}`;
  if (target === 'clipboard') return t('compose_receipt_copied', when);
  if (/^https?:/.test(target))
    return `${t(waits ? 'compose_receipt_sent' : 'compose_receipt_published', when)} · ${URL.parse(target)?.host ?? target}`;
  return `${t('compose_receipt_downloaded', when)} · ${target}`;
}
