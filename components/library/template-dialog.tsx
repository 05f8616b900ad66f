/** Asks with which template a post of the selected clips is made. */
import { t } from '../../lib/state/i18n';
import { composeWith } from '../../lib/state/list-actions';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { ChooseTemplateDialog } from '../templates/choose-template-dialog';

export function TemplateDialog() {
  if (overlay.value !== 'template') return null;
  const choose = (template: Parameters<typeof composeWith>[0]) => {
    closeOverlay();
    composeWith(template);
  };
  return (
    <ChooseTemplateDialog
      title={t('template_choose')}
      onChoose={choose}
      onPlain={() => choose('')}
      onClose={closeOverlay}
    />
  );
}
