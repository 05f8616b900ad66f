/** All keys at a glance. */
import { t } from '../../lib/state/i18n';
import { isMac, nameOfKey } from '../../lib/state/keys';
import { type CommandGroup, commands } from '../../lib/state/library-commands';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { Dialog } from '../ui/dialog';
import styles from './keys-dialog.module.css';

const groups: readonly CommandGroup[] = ['move', 'go', 'clips'];

export function KeysDialog() {
  return (
    <Dialog wide open={overlay.value === 'keys'} title={t('library_keys')} onClose={closeOverlay}>
      <div class={styles.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3 class={styles.title}>{t(`library_keys_${group}`)}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map((command) => (
                  <div key={command.id} class={styles.line}>
                    <dt>{t(command.label)}</dt>
                    <dd>
                      {command.keys.map((key) => (
                        <kbd key={key} class={styles.key}>
                          {nameOfKey(key, isMac)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
