/** The popup: what was saved of the page, to be named, tagged and annotated. */
import { useEffect } from 'preact/hooks';
import type { ClipStatus } from '../../lib/model/clip';
import type { Tag } from '../../lib/model/tag';
import { t } from '../../lib/state/i18n';
import type { Popup } from '../../lib/state/popup';
import { colourOfTag } from '../../lib/state/tag-colours';
import { Button, IconButton } from '../ui/button';
import { Segmented } from '../ui/segmented';
import { TagInput } from '../ui/tag-input';
import { TextArea } from '../ui/text-area';
import { ClipSummary } from './clip-summary';
import { hasLargeText } from './large-text';
import { PopupFailure } from './popup-failure';
import styles from './popup-view.module.css';
import type { PopupWays } from './popup-ways';
import { SameStory } from './same-story';
import { StatusLine } from './status-line';

export type PopupViewProps = { popup: Popup; ways: PopupWays; suggest: (typed: string) => Promise<Tag[]> };

export function PopupView({ popup, ways, suggest }: PopupViewProps) {
  const stage = popup.stage.value;
  useRoom();
  useSubmitKeys(popup, ways);
  if (stage.kind === 'failed')
    return <PopupFailure failure={stage.failure} onRetry={popup.start} onOpenLibrary={ways.openLibrary} />;
  return (
    <div class={styles.popup} data-large={hasLargeText() || undefined}>
      <StatusLine popup={popup} ways={ways} />
      <main class={styles.main}>
        <ClipSummary popup={popup} />
        {stage.kind !== 'removed' && <SameStory others={popup.beside.value.sameStory} onOpen={ways.openOther} />}
        {stage.kind !== 'removed' && <Edits popup={popup} suggest={suggest} />}
      </main>
      {stage.kind !== 'removed' && <Ways popup={popup} ways={ways} />}
    </div>
  );
}

function Edits({ popup, suggest }: Pick<PopupViewProps, 'popup' | 'suggest'>) {
  const large = hasLargeText();
  const statuses: { value: ClipStatus; label: string; icon: 'inbox' | 'bookmark' | 'archive' }[] = [
    { value: 'inbox', label: t('common_inbox'), icon: 'inbox' },
    { value: 'kept', label: t('common_kept'), icon: 'bookmark' },
    { value: 'archived', label: t('common_archive'), icon: 'archive' },
  ];
  return (
    <>
      <TagInput
        colourOf={colourOfTag}
        label={t('common_tags')}
        hideLabel
        autoFocus
        offers={!large}
        placeholder={t('popup_add_tags')}
        tags={popup.tags.value}
        suggest={async (typed) => (await suggest(typed)).filter((tag) => !popup.isHalfTyped(tag))}
        onChange={popup.setTags}
        onType={popup.typeTag}
      />
      <TextArea
        label={t('common_note')}
        hideLabel
        placeholder={t('popup_add_note')}
        rows={large ? 1 : 2}
        maxRows={5}
        value={popup.note.value}
        onInput={popup.setNote}
      />
      <Segmented
        label={t('common_status')}
        hideLabel
        options={statuses}
        value={popup.clip.value?.status ?? 'inbox'}
        disabled={popup.clip.value === null}
        onChange={popup.setStatus}
      />
    </>
  );
}

function Ways({ popup, ways }: Pick<PopupViewProps, 'popup' | 'ways'>) {
  const waiting = popup.clip.value === null;
  return (
    <footer class={styles.foot}>
      <Button variant="primary" icon="pen-line" disabled={waiting} shortcut={submitKeys} onClick={ways.makePost}>
        {t('popup_make_post')}
      </Button>
      <Button disabled={waiting} onClick={ways.openClip}>
        {t('popup_open_in_library')}
      </Button>
      <IconButton
        icon="highlighter"
        label={t('popup_highlight')}
        disabled={waiting}
        onClick={() => void popup.remedies.highlight()}
      />
    </footer>
  );
}

const submitKeys = /Mac/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵';

/** Ctrl or Command with Enter goes on to the post, wherever the focus is. */
function useSubmitKeys(popup: Popup, ways: PopupWays): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || popup.stage.value.kind !== 'ready') return;
      event.preventDefault();
      ways.makePost();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [popup, ways]);
}

/**
 * Browsers give a popup less than they promise where the screen is small. The popup then keeps to what it got, so that
 * its last line is never out of reach. Waits until the window has stopped growing.
 */
function useRoom(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const fit = () => {
      const { scrollHeight, style } = document.documentElement;
      if (scrollHeight > innerHeight + 1) style.setProperty('--popup-height', `${innerHeight}px`);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(fit, 400);
    };
    wait();
    addEventListener('resize', wait);
    return () => {
      clearTimeout(timer);
      removeEventListener('resize', wait);
    };
  }, []);
}
