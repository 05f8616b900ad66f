/** The first line of the popup: saved or not, with the way back, and the actions that are needed seldom. */
import type { Clip } from '../../lib/model/clip';
import { describeFailure } from '../../lib/state/failures';
import { formatDay, formatMoment, t } from '../../lib/state/i18n';
import type { Popup } from '../../lib/state/popup';
import { Button, IconButton } from '../ui/button';
import { Icon } from '../ui/icon';
import { Menu, type MenuItem } from '../ui/menu';
import { Spinner } from '../ui/spinner';
import type { PopupWays } from './popup-ways';
import styles from './status-line.module.css';

export function StatusLine({ popup, ways }: { popup: Popup; ways: PopupWays }) {
  const clip = popup.clip.value;
  const present = clip !== null && popup.stage.value.kind === 'ready';
  return (
    <header class={styles.line}>
      <div class={styles.status} role="status">
        <Status popup={popup} clip={clip} />
      </div>
      {present && (
        <div class={styles.tools}>
          <IconButton
            small
            icon="star"
            label={clip.starred ? t('common_unstar') : t('common_star')}
            pressed={clip.starred}
            onClick={() => popup.setStarred(!clip.starred)}
          />
          <Menu small label={t('popup_more')} items={menuItems(popup, ways)} />
        </div>
      )}
    </header>
  );
}

function Status({ popup, clip }: { popup: Popup; clip: Clip | null }) {
  const stage = popup.stage.value;
  if (popup.unsaved.value) return <Problem text={describeFailure(popup.unsaved.value)} onRetry={popup.retryEdits} />;
  const remedy = popup.remedies.state.value.kind;
  const failure = popup.remedies.failure.value;
  if (failure) return <Problem text={describeFailure(failure)} onRetry={popup.remedies.retry} />;
  if (stage.kind === 'removed')
    return (
      <>
        <Icon name="trash-2" />
        <p>{t('popup_removed')}</p>
        <Way onClick={popup.restore}>{t('popup_restore')}</Way>
      </>
    );
  if (!clip || stage.kind !== 'ready') return <Spinner label={t('popup_saving')} />;
  if (remedy === 'reading' || remedy === 'adding') return <Spinner label={t('popup_updating')} />;
  return (
    <>
      <span class={styles.mark}>
        <Icon name="circle-check" />
      </span>
      {remedy === 'changed' ? (
        <>
          <p>{t('popup_updated')}</p>
          <Way onClick={popup.remedies.restore}>{t('common_undo')}</Way>
        </>
      ) : remedy === 'restored' ? (
        <p>{t('popup_text_restored')}</p>
      ) : stage.outcome === 'known' ? (
        <>
          <p title={formatMoment(clip.clippedAt)}>{t('popup_known_since', formatDay(clip.clippedAt))}</p>
          <Way onClick={() => popup.remedies.read()}>{t('popup_update_text')}</Way>
        </>
      ) : (
        <>
          <p>{savedText(clip)}</p>
          <Way onClick={popup.remove}>{t('common_undo')}</Way>
        </>
      )}
    </>
  );
}

function savedText(clip: Clip): string {
  if (clip.status === 'kept') return t('popup_saved_kept');
  if (clip.status === 'archived') return t('popup_saved_archived');
  return clip.kind === 'bookmark' && clip.capture.state === 'done' ? t('popup_saved_bookmark') : t('popup_saved');
}

function Problem({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <>
      <span class={styles.problem}>
        <Icon name="circle-alert" />
      </span>
      <p class={styles.problem}>{text}</p>
      <Way onClick={onRetry}>{t('common_try_again')}</Way>
    </>
  );
}

function Way({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button small variant="link" onClick={onClick}>
      {children}
    </Button>
  );
}

function menuItems(popup: Popup, ways: PopupWays): MenuItem[] {
  const { remedies } = popup;
  return [
    { label: t('popup_copy_link'), icon: 'link', onSelect: ways.copyLink },
    'separator',
    { label: t('popup_update_text'), icon: 'refresh-cw', onSelect: () => void remedies.read() },
    { label: t('popup_choose_block'), icon: 'crosshair', onSelect: () => void remedies.choose() },
    { label: t('popup_use_selection'), icon: 'text-select', onSelect: () => void remedies.read('selection') },
    { label: t('popup_take_whole'), icon: 'file-text', onSelect: () => void remedies.read('whole') },
    ...(popup.clip.value?.textUpdatedAt
      ? [{ label: t('popup_bring_back'), icon: 'undo-2' as const, onSelect: () => void remedies.restore() }]
      : []),
    'separator',
    { label: t('popup_delete'), icon: 'trash-2', danger: true, onSelect: popup.remove },
    'separator',
    ...(ways.openPanel
      ? [{ label: t('popup_open_panel'), icon: 'panel-right' as const, onSelect: ways.openPanel }]
      : []),
    { label: t('popup_settings'), icon: 'settings', onSelect: ways.openSettings },
  ];
}
