/** What a file of templates would bring, before it does: each with its own choice. */
import { useState } from 'preact/hooks';
import type { Failure } from '../../lib/model/failure';
import { type MessageKey, t } from '../../lib/state/i18n';
import { type Arrival, type Choice, importTemplates, type TemplateImport } from '../../lib/state/templates';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Select } from '../ui/select';
import styles from './import-dialog.module.css';

type Props = { found: TemplateImport; onClose: () => void; onFailure: (failure: Failure) => void };

export function ImportDialog({ found, onClose, onFailure }: Props) {
  const [arrivals, setArrivals] = useState<readonly Arrival[]>(found.arrivals);
  const [isBusy, setBusy] = useState(false);
  const isNothing = arrivals.every(({ choice }) => choice === 'skip');
  const choose = (at: number, choice: Choice) =>
    setArrivals((before) => before.map((one, i) => (i === at ? { ...one, choice } : one)));
  const run = async () => {
    setBusy(true);
    const done = await importTemplates(arrivals);
    if (!done.ok) onFailure(done.failure);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t('template_import_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common_cancel')}</Button>
          <Button variant="primary" disabled={isNothing} busy={isBusy} onClick={() => void run()}>
            {t('template_import_do')}
          </Button>
        </>
      }
    >
      <div class={styles.body}>
        {found.wrong.length > 0 && <p class={styles.wrong}>{t('template_wrong_entries', found.wrong.join(', '))}</p>}
        {arrivals.every(({ state }) => state === 'same') && <p>{t('template_import_none')}</p>}
        <ul>
          {arrivals.map((arrival, at) => (
            // Two of one id may come in one file.
            <li key={`${at} ${arrival.template.id}`} class={styles.row}>
              <span class={styles.words}>
                <span class={styles.name}>{arrival.template.name}</span>
                <span class={styles.state}>{t(stateWords(arrival))}</span>
              </span>
              <Select
                label={t('template_choice', arrival.template.name)}
                hideLabel
                value={arrival.choice}
                options={choicesFor(arrival).map((value) => ({ value, label: t(choiceWords[value]) }))}
                onChange={(choice) => choose(at, choice)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function choicesFor({ there, state }: Arrival): readonly Choice[] {
  if (!there) return ['add', 'skip'];
  return state === 'same' ? ['skip', 'keep-both'] : ['replace', 'keep-both', 'skip'];
}

const choiceWords: Record<Choice, MessageKey> = {
  add: 'template_choice_add',
  replace: 'template_choice_replace',
  'keep-both': 'template_choice_keep_both',
  skip: 'template_choice_skip',
};

function stateWords({ state, template, there }: Arrival): MessageKey {
  if (state === 'new') return 'template_state_new';
  if (state === 'same') return 'template_state_same';
  if (state === 'name-taken') return 'template_state_name_taken';
  if (!there || template.updatedAt === there.updatedAt) return 'template_state_changed';
  return template.updatedAt > there.updatedAt ? 'template_state_newer' : 'template_state_older';
}
