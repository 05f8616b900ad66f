/** A modal dialog on the browser's own `<dialog>`: focus is kept inside and given back, Escape closes. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { IconButton } from './button';
import { classes } from './classes';
import styles from './dialog.module.css';

export type DialogProps = {
  open: boolean;
  title: string;
  /** Asked to close: by Escape, the close button or a click beside it. */
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the foot, the main one last. */
  actions?: ComponentChildren;
  wide?: boolean;
};

export function Dialog({ open, title, onClose, children, actions, wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the effects of what is inside: a field that takes the focus takes it from the dialog.
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      class={classes(styles.dialog, wide && styles.wide)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => {
        // Keys of the page behind have no business here.
        event.stopPropagation();
      }}
    >
      <div class={styles.inside}>
        <header class={styles.head}>
          <h2 id={id}>{title}</h2>
          <IconButton icon="x" label={t('common_close')} onClick={onClose} />
        </header>
        <div class={styles.body}>{children}</div>
        {actions && <footer class={styles.foot}>{actions}</footer>}
      </div>
    </dialog>
  );
}
