/** The library: side bar, list and reader, as many of them at once as there is room for; keys for everything. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/state/i18n';
import { commandFor, isMac, isTyping } from '../../lib/state/keys';
import { layout } from '../../lib/state/layout';
import { clips, counts, filter, openId, selectBy } from '../../lib/state/library';
import { commands } from '../../lib/state/library-commands';
import { overlay } from '../../lib/state/overlay';
import { EmptyState } from '../ui/empty-state';
import { CommandMenu } from './command-menu';
import { Drawer } from './drawer';
import { KeysDialog } from './keys-dialog';
import { lazyView } from './lazy-view';
import styles from './library-view.module.css';
import { ListPane } from './list-pane';
import { MonthsDialog } from './months-dialog';
import { PurgeDialog } from './purge-dialog';
import { SearchDialogs } from './search-dialogs';
import { SideBar } from './side-bar';
import { StoryDialog } from './story-dialog';
import { TagDialog } from './tag-dialog';
import { TemplateDialog } from './template-dialog';

/** Its code is half as much again as that of the list, which is there first. */
export const ReaderView = lazyView(async () => (await import('../reader/reader-view')).ReaderView);

export function LibraryView() {
  const [drawer, setDrawer] = useState(false);
  const panes = layout.value;
  const open = openId.value;
  const shown = filter.value;
  useKeys();
  // Choosing a place in the drawer closes it.
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) setDrawer(false);
    before.current = shown;
  }, [shown]);
  const covered = panes === 'one' && open !== null;
  const bare = open === null && counts.value?.total === 0 && counts.value.deleted === 0;
  return (
    <div class={styles.view} data-panes={panes} data-bare={bare || undefined}>
      {panes === 'three' && (
        <div class={styles.side}>
          <SideBar />
        </div>
      )}
      <div class={styles.list} inert={covered}>
        <ListPane onMenu={panes === 'three' ? null : () => setDrawer(true)} />
      </div>
      {(panes === 'one' ? open !== null : !bare) && (
        <main class={styles.reader}>{open === null ? <NothingOpen /> : <ReaderView key={open} id={open} />}</main>
      )}
      {drawer && panes !== 'three' && (
        <Drawer label={t('library_side_bar')} onClose={() => setDrawer(false)}>
          <SideBar />
        </Drawer>
      )}
      <TagDialog />
      <KeysDialog />
      <CommandMenu />
      <MonthsDialog />
      <PurgeDialog />
      <StoryDialog />
      <SearchDialogs />
      <TemplateDialog />
    </div>
  );
}

function NothingOpen() {
  if (clips.value.length === 0) return null;
  return (
    <div class={styles.nothing}>
      <EmptyState icon="book-open" title={t('library_pick_title')}>
        <p>{t('library_pick_text')}</p>
      </EmptyState>
    </div>
  );
}

/** Keys work wherever one is, but not in text, menus or dialogs, and arrows scroll what is being read. */
function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || overlay.peek() !== null || isTyping(event.target)) return;
      if (selectsOn(event)) return event.preventDefault();
      const command = commandFor(event, commands, isMac);
      if (!command || belongsElsewhere(event)) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Shift and an arrow select on from where one is, as Shift and a click do. */
function selectsOn(event: KeyboardEvent): boolean {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
  if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || step === null) return false;
  if (openId.peek() !== null && !(event.target instanceof Element && event.target.closest('[role="listbox"]')))
    return false;
  selectBy(step);
  return true;
}

/** What scrolls the text that one reads. */
const scrollKeys = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End']);

function belongsElsewhere(event: KeyboardEvent): boolean {
  const on = event.target instanceof Element ? event.target : null;
  if (event.key === 'Enter') return on?.closest('a, button, summary, input') != null;
  const inList = on?.closest('[role="listbox"]') != null;
  if (event.key === ' ') return !inList;
  if (scrollKeys.has(event.key)) return openId.peek() !== null && !inList;
  return false;
}
