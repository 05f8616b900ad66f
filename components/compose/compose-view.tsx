/** The composer: parts and sources, what is being written, and the page that comes of it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PostId } from '../../lib/model/ids';
import { type Composer, openComposer } from '../../lib/state/compose';
import { t } from '../../lib/state/i18n';
import { layout } from '../../lib/state/layout';
import { hrefOf } from '../../lib/state/route';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Spinner } from '../ui/spinner';
import { Tabs } from '../ui/tabs';
import { useUndoKeys } from '../ui/use-undo-keys';
import styles from './compose-view.module.css';
import { ConflictNotice } from './conflict-notice';
import { createDesk, DeskProvider, useDesk } from './desk';
import { PartsPane } from './parts-pane';
import { PreviewPane } from './preview-pane';
import { TopBar } from './top-bar';
import { WritePane } from './write-pane';

/** One post, open for writing. */
export function ComposeView({ id }: { id: PostId }) {
  const composer = useComposer(id);
  if (composer === undefined) return <Spinner />;
  if (composer === null) return <NotFound />;
  return <Composing key={id} composer={composer} />;
}

function useComposer(id: PostId): Composer | null | undefined {
  const [composer, setComposer] = useState<Composer | null>();
  useEffect(() => {
    let opened: Composer | null = null;
    let gone = false;
    void openComposer(id).then((found) => {
      if (gone) return found?.close();
      opened = found;
      setComposer(found);
    });
    return () => {
      gone = true;
      opened?.close();
      setComposer(undefined);
    };
  }, [id]);
  return composer;
}

function NotFound() {
  return (
    <main>
      <EmptyState
        icon="file-text"
        title={t('compose_not_found_title')}
        actions={<Button href={hrefOf({ view: 'posts' })}>{t('compose_all_posts')}</Button>}
      >
        {t('compose_not_found')}
      </EmptyState>
    </main>
  );
}

function Composing({ composer }: { composer: Composer }) {
  const desk = useMemo(() => createDesk(composer), [composer]);
  useUndoKeys(composer);
  return (
    <DeskProvider value={desk}>
      <main class={styles.view} data-layout={layout.value}>
        <TopBar />
        <ConflictNotice />
        <Panes />
      </main>
    </DeskProvider>
  );
}

function Panes() {
  const desk = useDesk();
  const { pane } = desk;
  const parts = { id: 'parts', label: t('compose_pane_parts'), icon: 'list' } as const;
  const write = { id: 'write', label: t('compose_pane_write'), icon: 'pen-line' } as const;
  const preview = { id: 'preview', label: t('compose_pane_preview'), icon: 'eye' } as const;
  if (layout.value === 'three')
    return (
      <div class={styles.panes}>
        <PartsPane />
        <WritePane />
        <PreviewPane />
      </div>
    );
  const narrow = layout.value === 'one';
  const selected = narrow || pane.value !== 'write' ? pane.value : 'parts';
  const chosen = selected === 'parts' ? <PartsPane /> : selected === 'preview' ? <PreviewPane /> : <WritePane />;
  return (
    <div class={styles.panes}>
      {!narrow && <WritePane />}
      <div class={styles.tabs}>
        <Tabs
          label={t('compose_panes')}
          tabs={narrow ? [parts, write, preview] : [parts, preview]}
          selected={selected}
          onSelect={desk.showPane}
        >
          {chosen}
        </Tabs>
      </div>
    </div>
  );
}
