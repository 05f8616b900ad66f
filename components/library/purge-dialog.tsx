/** Asks before clips are deleted for good: the one thing here that cannot be undone. */
import { t, tn } from '../../lib/state/i18n';
import { targets, total } from '../../lib/state/library';
import { emptyBin, purgeTargets } from '../../lib/state/list-actions';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

export function PurgeDialog() {
  const asked = overlay.value;
  if (asked !== 'purge' && asked !== 'purge-all') return null;
  const count = asked === 'purge' ? targets.value.length : (total.value ?? 0);
  const go = () => {
    if (asked === 'purge') purgeTargets();
    else emptyBin();
    closeOverlay();
  };
  return (
    <Dialog
      open
      title={tn('library_purge_title', count)}
      onClose={closeOverlay}
      actions={
        <>
          <Button onClick={closeOverlay}>{t('common_cancel')}</Button>
          <Button variant="danger" icon="trash-2" onClick={go}>
            {t('library_purge')}
          </Button>
        </>
      }
    >
      <p>{t('library_purge_text')}</p>
    </Dialog>
  );
}
