/** Making room: the bytes of old images go, their addresses and words stay. Cannot be undone, so it is asked. */
import { useEffect, useState } from 'preact/hooks';
import { dropOldImages, imageAges, weighOldImages } from '../../lib/state/backup';
import { formatBytes, t, tn } from '../../lib/state/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Segmented } from '../ui/segmented';
import { Spinner } from '../ui/spinner';

type Weights = Awaited<ReturnType<typeof weighOldImages>>;

export function FreeSpaceDialog({ onClose }: { onClose: () => void }) {
  const [weights, setWeights] = useState<Weights | null>(null);
  const [age, setAge] = useState<string>(String(imageAges[0]));
  const [freed, setFreed] = useState<{ bytes: number; done: boolean } | null>(null);
  useEffect(() => {
    void weighOldImages().then(setWeights);
  }, []);
  const chosen = weights?.[imageAges.findIndex((days) => String(days) === age)];
  const drop = async () => {
    if (!chosen) return;
    setFreed({ bytes: 0, done: false });
    const bytes = await dropOldImages(chosen.before, (sum) => setFreed({ bytes: sum, done: false }));
    setFreed({ bytes, done: true });
  };
  const names: Record<string, string> = {
    365: t('settings_space_year'),
    90: t('settings_space_quarter'),
    0: t('settings_space_all'),
  };
  return (
    <Dialog
      open
      title={t('settings_space_title')}
      onClose={onClose}
      actions={
        freed?.done ? (
          <Button variant="primary" onClick={onClose}>
            {t('common_done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('common_cancel')}</Button>
            <Button variant="danger" icon="image-off" busy={freed !== null} disabled={!chosen?.images} onClick={drop}>
              {chosen ? t('settings_space_drop', formatBytes(chosen.bytes)) : t('settings_space_title')}
            </Button>
          </>
        )
      }
    >
      {freed ? (
        <p role="status">{t('settings_space_freed', formatBytes(freed.bytes))}</p>
      ) : weights ? (
        <>
          <Segmented
            label={t('settings_space_which')}
            value={age}
            options={imageAges.map((days) => ({ value: String(days), label: names[days] ?? '' }))}
            onChange={setAge}
          />
          <p>{tn('settings_space_images', chosen?.images ?? 0, formatBytes(chosen?.bytes ?? 0))}</p>
          <p>{t('settings_space_text')}</p>
        </>
      ) : (
        <Spinner label={t('settings_space_weighing')} />
      )}
    </Dialog>
  );
}
