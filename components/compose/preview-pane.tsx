/** Right: the page a reader will get, as it is exported, at the width of three screens. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ComposePlace, readPlace, rememberPlace } from '../../lib/state/compose-place';
import { t } from '../../lib/state/i18n';
import { Segmented } from '../ui/segmented';
import { useDesk } from './desk';
import { LivePage } from './live-page';
import styles from './preview-pane.module.css';

type Device = NonNullable<ComposePlace['device']>;
type Form = 'page' | 'markdown';

const widths: Record<Device, number> = { phone: 390, tablet: 768, desktop: 1280 };

/** The screen that this much room shows without making the page too small to read; room in pixels. */
function fitting(room: number): Device {
  if (room < 600) return 'phone';
  return room < 1000 ? 'tablet' : 'desktop';
}

export function PreviewPane() {
  const { composer } = useDesk();
  const { id } = composer.post.peek();
  const [chosen, choose] = useState(() => readPlace(id).device);
  const [box, room] = useRoom();
  const device = chosen ?? fitting(room.width);
  const [form, setForm] = useState<Form>('page');
  const preview = composer.preview.value;
  return (
    <section class={styles.pane} aria-label={t('compose_preview')}>
      <div class={styles.bar}>
        <Segmented
          label={t('compose_preview_form')}
          hideLabel
          value={form}
          options={[
            { value: 'page', label: t('compose_preview_page') },
            { value: 'markdown', label: t('compose_preview_markdown') },
          ]}
          onChange={setForm}
        />
        <Segmented
          label={t('compose_device')}
          hideLabel
          value={device}
          disabled={form !== 'page'}
          options={[
            { value: 'phone', label: t('compose_phone'), icon: 'smartphone', hideLabel: true },
            { value: 'tablet', label: t('compose_tablet'), icon: 'tablet', hideLabel: true },
            { value: 'desktop', label: t('compose_desktop'), icon: 'monitor', hideLabel: true },
          ]}
          onChange={(next) => {
            choose(next);
            rememberPlace(id, { device: next });
          }}
        />
      </div>
      <div ref={box} class={styles.box}>
        {!preview && <p class={styles.making}>{t('compose_preview_making')}</p>}
        {preview && form === 'page' && room.width > 0 && (
          <Screen page={preview.page} width={widths[device]} room={room} />
        )}
        {preview && form === 'markdown' && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <pre class={styles.markdown} tabIndex={0}>
            {preview.markdown}
          </pre>
        )}
      </div>
    </section>
  );
}

type Room = { width: number; height: number };

/** How much room an element has, in pixels. */
function useRoom() {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  useEffect(() => {
    if (!box.current) return;
    const measured = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    measured.observe(box.current);
    return () => measured.disconnect();
  }, []);
  return [box, room] as const;
}

type ScreenProps = { page: Parameters<typeof LivePage>[0]['page']; width: number; room: Room };

/** A screen of the given width in pixels, made smaller where the pane is narrower. */
function Screen({ page, width, room }: ScreenProps) {
  const scale = Math.min(1, room.width / width);
  return (
    <div
      class={styles.screen}
      style={{
        width: `${width}px`,
        height: `${room.height / scale}px`,
        transform: `scale(${scale})`,
        insetInlineStart: `${Math.max(0, (room.width - width) / 2)}px`,
      }}
    >
      <LivePage page={page} />
    </div>
  );
}
