/** What can be done with the selected clips; it takes the place of the list's title, so that nothing moves. */
import { formatNumber, t, tn } from '../../lib/state/i18n';
import { clearSelection, inBin, selectAll, selected, total } from '../../lib/state/library';
import { commandById } from '../../lib/state/library-commands';
import { postRefusal } from '../../lib/state/list-actions';
import { Button, IconButton } from '../ui/button';
import { type IconName, isIconName } from '../ui/icons';
import { Menu } from '../ui/menu';
import styles from './bulk-bar.module.css';

/** In view; the rest is in the menu. */
const shown = ['tag', 'archive', 'keep', 'star', 'delete'];
const more = ['inbox', 'compose-from', 'export'];
const shownInBin = ['restore', 'purge'];

export function BulkBar() {
  const count = selected.value.size;
  const ids = inBin.value ? shownInBin : shown;
  return (
    <section class={styles.bar} aria-label={t('library_selection')}>
      <IconButton small icon="x" label={t('library_select_none')} onClick={clearSelection} />
      <span class={styles.count} role="status">
        {tn('library_selected', count)}
      </span>
      {ids.map((id) => {
        const command = commandById(id);
        return (
          <IconButton
            key={id}
            small
            icon={iconOf(command.icon)}
            label={t(command.label)}
            disabled={!command.ready()}
            onClick={command.run}
          />
        );
      })}
      <Menu
        small
        label={t('library_more')}
        items={[
          ...(inBin.value ? [] : more).map((id) => {
            const command = commandById(id);
            return {
              label: t(command.label),
              icon: iconOf(command.icon),
              disabled: !command.ready(),
              onSelect: () => command.run(),
            };
          }),
          {
            label: t('library_select_all'),
            icon: 'list-checks' as const,
            disabled: count === total.value,
            onSelect: () => void selectAll(),
          },
        ]}
      />
    </section>
  );
}

/** Under the list, where there is always room for it. */
export function FootBar() {
  const count = selected.value.size;
  if (count === 0) return null;
  const all = total.value ?? 0;
  return (
    <div class={styles.foot} data-foot>
      {count < all && (
        <Button wide icon="list-checks" onClick={() => void selectAll()}>
          {t('library_select_all_of', formatNumber(all))}
        </Button>
      )}
      {!inBin.value && <PostButton />}
    </div>
  );
}

function PostButton() {
  const refusal = postRefusal.value;
  if (refusal !== null) return <p class={styles.refusal}>{refusal}</p>;
  return (
    <>
      <Button wide icon="blocks" shortcut="P" onClick={commandById('compose-from').run}>
        {t('template_library_command')}
      </Button>
      <Button wide variant="primary" icon="pen-line" shortcut="C" onClick={commandById('compose').run}>
        {t('library_make_post_of_these')}
      </Button>
    </>
  );
}

/** The icon that a command names. */
export function iconOf(name: string): IconName {
  return isIconName(name) ? name : 'circle-alert';
}
