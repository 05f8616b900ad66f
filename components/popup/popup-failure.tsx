/** The popup when nothing could be saved: why, and what to do. */
import type { Failure } from '../../lib/model/failure';
import { describeFailure, failureDetail } from '../../lib/state/failures';
import { t } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import styles from './popup-failure.module.css';

type Props = { failure: Failure; onRetry: () => void; onOpenLibrary: () => void };

export function PopupFailure({ failure, onRetry, onOpenLibrary }: Props) {
  // A page that cannot be clipped cannot be clipped a moment later either.
  const retry = failure.kind !== 'not-clippable';
  const detail = failureDetail(failure);
  return (
    <main class={styles.failure}>
      <EmptyState
        icon={retry ? 'circle-alert' : 'info'}
        title={retry ? t('popup_not_saved') : t('popup_not_clippable')}
        actions={
          <>
            {retry && (
              <Button variant="primary" icon="refresh-cw" onClick={onRetry}>
                {t('common_try_again')}
              </Button>
            )}
            <Button icon="book-open" onClick={onOpenLibrary}>
              {t('popup_open_library')}
            </Button>
          </>
        }
      >
        <p role="alert">{describeFailure(failure)}</p>
        {detail && <p class={styles.detail}>{detail}</p>}
      </EmptyState>
    </main>
  );
}
