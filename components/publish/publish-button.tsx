/** The way from the composer to the web. */
import { useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { publishProgress } from '../../lib/state/publishing';
import { Button } from '../ui/button';
import { PublishDialog } from './publish-dialog';

export function PublishButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="globe" busy={publishProgress.value !== null && !open} onClick={() => setOpen(true)}>
        {t('publish_open_dialog')}
      </Button>
      {open && <PublishDialog onClose={() => setOpen(false)} />}
    </>
  );
}
