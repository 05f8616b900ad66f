/** Why nothing can be highlighted on the page in front, and where it can. */
import type { NotClippableReason } from '../../lib/model/failure';
import { type MessageKey, t } from '../../lib/state/i18n';
import { EmptyState } from '../ui/empty-state';
import styles from './popup-failure.module.css';

const sentences: Record<NotClippableReason, MessageKey> = {
  'browser-page': 'highlighter_refused_browser_page',
  'extension-store': 'highlighter_refused_extension_store',
  pdf: 'highlighter_refused_pdf',
  media: 'highlighter_refused_media',
  'no-access': 'highlighter_refused_no_access',
};

/** `reason` as it stands in the address; whatever is not known is said as missing access. */
export function RefusalView({ reason }: { reason: string }) {
  const known = Object.hasOwn(sentences, reason) ? (reason as NotClippableReason) : 'no-access';
  return (
    <main class={styles.failure}>
      <EmptyState icon="info" title={t('popup_no_highlights')}>
        <p role="alert">{t(sentences[known])}</p>
      </EmptyState>
    </main>
  );
}
