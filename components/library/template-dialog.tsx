/** Asks with which template a post of the selected clips is made. */
import { t } from '../../lib/state/i18n';
import { composeWith } from '../../lib/state/list-actions';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { lazyView } from './lazy-view';

const ChooseTemplateDialog = lazyView(
  async () => (await import('../templates/choose-template-dialog')).ChooseTemplateDialog,
);

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
