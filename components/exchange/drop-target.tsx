/** Files dropped anywhere on the page are offered for import; a view that takes files itself comes first. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { droppedFiles, hasFiles } from '../../lib/state/dropped-files';
import { t } from '../../lib/state/i18n';
import { isImporting, offerFiles } from '../../lib/state/import-stage';
import { route } from '../../lib/state/route';
import { Icon } from '../ui/icon';
import styles from './drop-target.module.css';

/** In the composer a dropped file is a picture for the post. */
const isForOthers = (): boolean => route.peek().view === 'post';

export function DropTarget() {
  const [over, setOver] = useState(false);
  // Before anything is painted: a file that is dropped where nobody listens is opened by the browser in place of the page.
  useLayoutEffect(() => {
    const drag = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer || !hasFiles(event.dataTransfer) || isForOthers()) return;
      event.preventDefault(); // else the browser opens the file in place of the page
      if (isImporting()) event.dataTransfer.dropEffect = 'none';
      else setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer || !hasFiles(event.dataTransfer) || isForOthers()) return;
      event.preventDefault();
      if (!isImporting()) void droppedFiles(event.dataTransfer).then(offerFiles);
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div class={styles.over}>
      <p class={styles.words}>
        <Icon name="import" size={20} />
        {t('import_drop_anywhere')}
      </p>
    </div>
  );
}
