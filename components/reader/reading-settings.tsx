/** How texts are set in the reader: typeface, size, width; remembered. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../lib/model/settings';
import { formatNumber, t } from '../../lib/state/i18n';
import { loadMissingImages } from '../../lib/state/missing-images';
import { changeSettings, settings } from '../../lib/state/settings';
import { IconButton } from '../ui/button';
import { useFloating } from '../ui/floating';
import { Segmented } from '../ui/segmented';
import { Switch } from '../ui/toggle';
import styles from './reading-settings.module.css';

const sizes = { least: 14, most: 28, step: 2 };

export function ReadingSettings() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const id = useId();
  useFloating(open, button, panel, { align: 'end' });
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <IconButton
        buttonRef={button}
        icon="a-large-small"
        label={t('reader_type')}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <section
          id={id}
          ref={panel}
          class={styles.panel}
          popover="manual"
          aria-label={t('reader_type')}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') close();
          }}
          onFocusOut={(event) => {
            const to = event.relatedTarget;
            if (to instanceof Node && !panel.current?.contains(to) && to !== button.current) setOpen(false);
          }}
        >
          <Choices />
        </section>
      )}
    </>
  );
}

function Choices() {
  const { reader } = settings.value;
  const [isRefused, setRefused] = useState(false);
  const change = (patch: Partial<Settings['reader']>) =>
    void changeSettings({ reader: { ...settings.peek().reader, ...patch } });
  return (
    <>
      <Segmented
        label={t('reader_font')}
        value={reader.font}
        options={[
          { value: 'serif', label: t('reader_font_serif') },
          { value: 'sans', label: t('reader_font_sans') },
        ]}
        onChange={(font) => change({ font })}
      />
      <fieldset class={styles.size} aria-label={t('reader_size')}>
        <span class={styles.label}>{t('reader_size')}</span>
        <IconButton
          icon="minus"
          label={t('reader_smaller')}
          variant="plain"
          disabled={reader.size <= sizes.least}
          onClick={() => change({ size: reader.size - sizes.step })}
        />
        <output class={styles.value}>{formatNumber(reader.size)}</output>
        <IconButton
          icon="plus"
          label={t('reader_larger')}
          variant="plain"
          disabled={reader.size >= sizes.most}
          onClick={() => change({ size: reader.size + sizes.step })}
        />
      </fieldset>
      <Segmented
        label={t('reader_width')}
        value={reader.width}
        options={[
          { value: 'narrow', label: t('reader_width_narrow') },
          { value: 'normal', label: t('reader_width_normal') },
          { value: 'wide', label: t('reader_width_wide') },
        ]}
        onChange={(width) => change({ width })}
      />
      <Switch
        label={t('reader_images_always')}
        hint={isRefused ? t('reader_images_refused') : t('reader_images_always_hint')}
        checked={settings.value.loadImages}
        onChange={(wanted) => void loadMissingImages(wanted).then((isAllowed) => setRefused(!isAllowed))}
      />
    </>
  );
}
