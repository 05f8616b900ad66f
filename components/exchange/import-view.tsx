/** Import: choose, look at what would come, bring it in, see what came of it. */
import { useSignalEffect } from '@preact/signals';
import { t } from '../../lib/state/i18n';
import { chooseFiles } from '../../lib/state/import';
import type { ReadKept } from '../../lib/state/import-arrival';
import { importStage, offeredFiles, takeOfferedFiles } from '../../lib/state/import-stage';
import { restoreStep } from '../../lib/state/restore';
import { RestoreDialog } from '../settings/restore-dialog';
import { BundleDialog } from './bundle-dialog';
import { ImportDone, ImportUndone } from './import-done';
import { ImportPreview } from './import-preview';
import { ImportReading, ImportRunning, ImportUndoing } from './import-progress';
import { ImportStart } from './import-start';
import styles from './import-view.module.css';

/** `readKept` reads the texts that other programs kept: extraction's, given by the page. */
export function ImportView({ readKept }: { readKept: ReadKept }) {
  useSignalEffect(() => {
    if (offeredFiles.value.length > 0) void chooseFiles(takeOfferedFiles());
  });
  return (
    <main class={styles.view}>
      <h1>{t('import_title')}</h1>
      <Stage readKept={readKept} />
      {restoreStep.value.step !== 'none' && <RestoreDialog onClose={() => undefined} />}
      <BundleDialog />
    </main>
  );
}

function Stage({ readKept }: { readKept: ReadKept }) {
  const stage = importStage.value;
  switch (stage.step) {
    case 'choose':
      return <ImportStart failure={stage.failure} />;
    case 'reading':
      return <ImportReading stage={stage} />;
    case 'preview':
      return <ImportPreview key={stage.importer.id} stage={stage} readKept={readKept} />;
    case 'running':
      return <ImportRunning stage={stage} />;
    case 'done':
      return <ImportDone stage={stage} />;
    case 'undoing':
      return <ImportUndoing stage={stage} />;
    case 'undone':
      return <ImportUndone stage={stage} />;
  }
}
