/** The side bar where there is no room for it: slides in over the list, by the browser's own modal dialog. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { IconButton } from '../ui/button';
import styles from './drawer.module.css';

export function Drawer({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={styles.drawer}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      // A link to the place one is in changes nothing, but one has chosen.
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a')) onClose();
      }}
    >
      <div class={styles.inside}>
        <div class={styles.head}>
          <IconButton icon="x" label={t('common_close')} onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
