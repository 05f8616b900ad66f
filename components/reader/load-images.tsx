/** Says that images are not kept here, and loads them when it is asked to. */
import { useEffect } from 'preact/hooks';
import { t, tn } from '../../lib/state/i18n';
import type { Reader } from '../../lib/state/reader';
import { settings } from '../../lib/state/settings';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Spinner } from '../ui/spinner';
import styles from './load-images.module.css';

export function LoadImages({ reader: { images, missing } }: { reader: Reader }) {
  const all = images.value;
  const count = missing.of(all).length;
  const always = settings.value.loadImages;
  useEffect(() => {
    if (always) void missing.loadAllowed(all);
  }, [always, all, missing]);
  const state = missing.state.value;
  if (count === 0) return null;
  return (
    <p class={styles.line} role="status">
      <Icon name="image-off" />
      <span>{state === 'failed' ? tn('reader_images_failed', count) : tn('reader_images_missing', count)}</span>
      {state === 'loading' ? (
        <Spinner label={t('reader_images_loading')} />
      ) : (
        <Button small onClick={() => void missing.load(all)}>
          {state === 'failed' ? t('common_try_again') : t('reader_images_load')}
        </Button>
      )}
    </p>
  );
}
