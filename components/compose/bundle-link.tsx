/** The way in for a colleague's file. */
import { useRef } from 'preact/hooks';
import { chosenFiles } from '../../lib/state/dropped-files';
import { t } from '../../lib/state/i18n';
import { offerFiles } from '../../lib/state/import-stage';
import { Button } from '../ui/button';

export function BundleLink() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="users" onClick={() => input.current?.click()}>
        {t('bundle_open')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        data-testid="bundle-file"
        onChange={({ currentTarget }) => {
          offerFiles(chosenFiles(currentTarget));
          currentTarget.value = ''; // the same file can be chosen again
        }}
      />
    </>
  );
}
