/** The notices at the foot of a view: what was done, with the way back. */
import { t } from '../../lib/state/i18n';
import { dismissToast, holdToasts, toasts } from '../../lib/state/toasts';
import { Button, IconButton } from './button';
import { Icon } from './icon';
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
          <Icon name={toast.tone === 'problem' ? 'circle-alert' : 'check'} />
          <p class={styles.text}>{toast.text}</p>
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
          <IconButton small icon="x" label={t('common_close')} onClick={() => dismissToast(toast.id)} />
        </div>
      ))}
    </section>
  );
}
