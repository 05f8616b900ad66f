/** Picks the template for a post: one's own first, then the included ones. */
import type { Template, TemplateId } from '../../lib/model/template';
import { t, tn } from '../../lib/state/i18n';
import { hrefOf } from '../../lib/state/route';
import { countMistakes, includedTemplates, ownTemplates } from '../../lib/state/templates';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './choose-template-dialog.module.css';

type Props = {
  title: string;
  hint?: string;
  onChoose: (id: TemplateId) => void;
  /** Given where one can do without. */
  onPlain?: () => void;
  onClose: () => void;
};

export function ChooseTemplateDialog({ title, hint, onChoose, onPlain, onClose }: Props) {
  const own = ownTemplates.value ?? [];
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="link" href={hrefOf({ view: 'templates' })} onClick={onClose}>
            {t('template_choose_manage')}
          </Button>
          {onPlain && <Button onClick={onPlain}>{t('template_choose_plain')}</Button>}
        </>
      }
    >
      <div class={styles.body}>
        {hint && <p class={styles.hint}>{hint}</p>}
        {own.length > 0 && <Choices label={t('template_yours')} templates={own} onChoose={onChoose} />}
        <Choices label={t('template_included')} templates={includedTemplates.value} onChoose={onChoose} />
      </div>
    </Dialog>
  );
}

type ChoicesProps = { label: string; templates: readonly Template[]; onChoose: (id: TemplateId) => void };

function Choices({ label, templates, onChoose }: ChoicesProps) {
  return (
    <section class={styles.group}>
      <h3 class={styles.label}>{label}</h3>
      <ul class={styles.list}>
        {templates.map((template) => {
          const mistakes = countMistakes(template);
          return (
            <li key={template.id}>
              <button
                type="button"
                class={styles.choice}
                disabled={mistakes > 0}
                lang={template.language || undefined}
                onClick={() => onChoose(template.id)}
              >
                {template.name || t('template_untitled')}
                {mistakes > 0 && <span class={styles.bad}>{tn('template_mistakes', mistakes)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
