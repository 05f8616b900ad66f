/** Asks for a name. */
import { useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/text-field';

type Props = { title: string; name: string; hint?: string; onName: (name: string) => void; onClose: () => void };

export function NameDialog({ title, name, hint, onName, onClose }: Props) {
  const [typed, setTyped] = useState(name);
  const done = () => {
    if (!typed.trim()) return;
    onClose();
    onName(typed);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    done();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common_cancel')}</Button>
          <Button variant="primary" disabled={!typed.trim()} onClick={done}>
            {t('common_done')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('search_save_name')}
        hint={hint}
        value={typed}
        onInput={setTyped}
        onKeyDown={press}
        maxLength={120}
        autoFocus
      />
    </Dialog>
  );
}
