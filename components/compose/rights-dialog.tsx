/** Asks whether images without a note on rights may leave; whoever says yes is asked again only about another image. */
import { t, tn } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './export-question.module.css';

type RightsProps = { images: readonly string[]; confirm: () => void; close: () => void };

export function RightsDialog({ images, confirm, close }: RightsProps) {
  return (
    <Dialog
      open
      title={t('compose_rights_title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('common_cancel')}</Button>
          <Button variant="primary" onClick={confirm}>
            {t('compose_rights_go')}
          </Button>
        </>
      }
    >
      <p>{tn('publish_rights', images.length)}</p>
      <ul class={styles.list}>
        {images.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>{t('compose_rights_text')}</p>
    </Dialog>
  );
}
