/** Every action by name: type, choose, Enter (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ with a list that stays open). */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { foldText } from '../../lib/model/text-query';
import { t, tn } from '../../lib/state/i18n';
import { isMac, nameOfKey } from '../../lib/state/keys';
import { targets } from '../../lib/state/library';
import { type Command, commands } from '../../lib/state/library-commands';
import { closeOverlay, overlay } from '../../lib/state/overlay';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { iconOf } from './bulk-bar';
import styles from './command-menu.module.css';

export function CommandMenu() {
  if (overlay.value !== 'commands') return null;
  return (
    <Dialog open title={t('library_commands')} onClose={closeOverlay}>
      <Chooser />
    </Dialog>
  );
}

function Chooser() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const found = findCommands(typed);
  const active = Math.min(at, found.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    closeOverlay();
    // After the dialog has given the focus back: the command may move it.
    setTimeout(() => command.run());
  };
  return (
    <div class={styles.chooser}>
      <input
        class={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[active] ? `${id}-${found[active].id}` : undefined}
        aria-label={t('library_commands_find')}
        placeholder={t('library_commands_find')}
        autocomplete="off"
        autofocus
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown') setAt((active + 1) % found.length);
          else if (event.key === 'ArrowUp') setAt((active - 1 + found.length) % found.length);
          else if (event.key === 'Enter') run(found[active]);
          else return;
          event.preventDefault();
        }}
      />
      <div id={`${id}-list`} ref={list} role="listbox" aria-label={t('library_commands')} class={styles.list}>
        {found.map((command, i) => (
          <CommandLine
            key={command.id}
            id={`${id}-${command.id}`}
            command={command}
            active={i === active}
            onPoint={() => setAt(i)}
            onRun={() => run(command)}
          />
        ))}
      </div>
      <p class={styles.none} role="status">
        {found.length === 0 && t('library_commands_none')}
      </p>
    </div>
  );
}

type LineProps = { id: string; command: Command; active: boolean; onPoint: () => void; onRun: () => void };

function CommandLine({ id, command, active, onPoint, onRun }: LineProps) {
  const count = command.group === 'clips' && command.id !== 'undo' ? targets.value.length : 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and answers Enter for the active option
    // biome-ignore lint/a11y/useFocusableInteractive: an option of a combobox is pointed at, not focused
    <div id={id} role="option" aria-selected={active} class={styles.item} onPointerMove={onPoint} onClick={onRun}>
      <Icon name={iconOf(command.icon)} />
      <span class={styles.name}>{t(command.label)}</span>
      {count > 1 && <span class={styles.count}>{tn('library_clips', count)}</span>}
      {command.keys[0] && <kbd>{nameOfKey(command.keys[0], isMac)}</kbd>}
    </div>
  );
}

/** What can be done now and is called so: every typed word is somewhere in the name. */
function findCommands(typed: string): readonly Command[] {
  const words = foldText(typed).split(/\s+/u).filter(Boolean);
  return commands.filter((command) => {
    if (command.keyOnly || !command.ready()) return false;
    const name = foldText(t(command.label));
    return words.every((word) => name.includes(word));
  });
}
