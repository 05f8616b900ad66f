/** The notices at the foot of a view: what was done, with the way back. */
import { t } from '../../lib/state/i18n';
import { dismissToast, holdToasts, type Toast, toasts } from '../../lib/state/toasts';
import { Button, IconButton } from './button';
import { Icon } from './icon';
import type { IconName } from './icons';
import { Progress } from './progress';
import styles from './toasts.module.css';

/** One for each page; what is in it comes from `showToast`. */
export function Toasts() {
  return (
    <section
      class={styles.toasts}
      aria-label={t('common_notices')}
      aria-live="polite"
      onPointerEnter={() => holdToasts(true)}
      onPointerLeave={() => holdToasts(false)}
      onFocusCapture={() => holdToasts(true)}
      onBlurCapture={() => holdToasts(false)}
    >
      {toasts.value.map((toast) => (
        <div key={toast.id} class={styles.toast} data-tone={toast.tone}>
          <Icon name={iconOf(toast)} />
          {toast.progress ? (
            <div class={styles.text}>
              <Progress label={toast.text} value={toast.progress.share} />
            </div>
          ) : (
            <p class={styles.text}>{toast.text}</p>
          )}
          {toast.progress && (
            <Button small variant="quiet" onClick={toast.progress.stop}>
              {t('common_stop')}
            </Button>
          )}
          {toast.undo && (
            <Button
              small
              variant="quiet"
              onClick={() => {
                dismissToast(toast.id);
                toast.undo?.();
              }}
            >
              {t('common_undo')}
            </Button>
          )}
          {!toast.progress && (
            <IconButton small icon="x" label={t('common_close')} onClick={() => dismissToast(toast.id)} />
          )}
        </div>
      ))}
    </section>
  );
}

function iconOf({ tone, progress }: Toast): IconName {
  if (progress) return 'loader-circle';
  return tone === 'problem' ? 'circle-alert' : 'check';
}
