/** Everything one can do in the library, once: for keys, the command menu and the list of keys. */
import type { MessageKey } from './i18n';
import * as library from './library';
import {
  back,
  bringBack,
  canChange,
  canJump,
  chooseTemplate,
  compose,
  hasTargets,
  isFree,
  moveTo,
  openCurrent,
  openOriginal,
  remove,
  toFirst,
  toggleCurrent,
  toggleStar,
} from './list-actions';
import { type Place, places } from './list-filter';
import { openOverlay, requestFocus } from './overlay';
import { go } from './route';
import { canUndo, undoLast } from './undo';

export type CommandGroup = 'clips' | 'move' | 'go';

export type Command = {
  id: string;
  label: MessageKey;
  group: CommandGroup;
  /** Values of `KeyboardEvent.key`; `Mod+` is Ctrl, or Cmd on a Mac. */
  keys: readonly string[];
  /** Name of its icon. */
  icon: string;
  /** Not in the command menu: it only makes sense as a key. */
  keyOnly?: boolean;
  /** Whether it can be done now. */
  ready(): boolean;
  run(): void;
};

export const placeIcons: Readonly<Record<Place, string>> = {
  inbox: 'inbox',
  all: 'list',
  kept: 'bookmark',
  starred: 'star',
  archived: 'archive',
  deleted: 'trash-2',
};

const always = () => true;
const onClips = { group: 'clips', ready: canChange } as const;
const inBin = { group: 'clips', ready: () => library.inBin.value && hasTargets() && isFree() } as const;
const moving = { group: 'move', ready: always, keyOnly: true } as const;

/** In the order in which the menu and the list of keys show them. */
export const commands: readonly Command[] = [
  { id: 'compose', label: 'library_compose', keys: ['c'], icon: 'pen-line', run: () => compose(), ...onClips },
  {
    id: 'compose-from',
    label: 'template_library_command',
    keys: ['p'],
    icon: 'blocks',
    run: chooseTemplate,
    ...onClips,
  },
  { id: 'tag', label: 'library_tag', keys: ['t'], icon: 'tag', run: () => openOverlay('tags'), ...onClips },
  { id: 'star', label: 'library_star', keys: ['s'], icon: 'star', run: toggleStar, ...onClips },
  { id: 'archive', label: 'library_archive', keys: ['e'], icon: 'archive', run: () => moveTo('archived'), ...onClips },
  { id: 'keep', label: 'library_keep', keys: ['y'], icon: 'bookmark', run: () => moveTo('kept'), ...onClips },
  { id: 'inbox', label: 'library_to_inbox', keys: ['i'], icon: 'inbox', run: () => moveTo('inbox'), ...onClips },
  {
    id: 'story',
    label: 'library_same_story',
    group: 'clips',
    keys: ['d'],
    icon: 'newspaper',
    ready: () => library.targetClips.value[0]?.story !== undefined && !library.inBin.value,
    run: () => openOverlay('story'),
  },
  { id: 'original', label: 'common_open_original', keys: ['o'], icon: 'external-link', run: openOriginal, ...onClips },
  { id: 'delete', label: 'library_delete', keys: ['#', 'Delete'], icon: 'trash-2', run: remove, ...onClips },
  { id: 'restore', label: 'library_restore', keys: ['r'], icon: 'undo-2', run: bringBack, ...inBin },
  { id: 'purge', label: 'library_purge', keys: ['#', 'Delete'], icon: 'trash-2', run: remove, ...inBin },
  {
    id: 'undo',
    label: 'common_undo',
    group: 'clips',
    keys: ['z', 'Mod+z'],
    icon: 'undo-2',
    ready: () => canUndo.value,
    run: () => void undoLast(),
  },
  {
    id: 'down',
    label: 'library_key_down',
    keys: ['j', 'ArrowDown'],
    icon: 'chevron-down',
    run: () => library.moveCursor(1),
    ...moving,
  },
  {
    id: 'up',
    label: 'library_key_up',
    keys: ['k', 'ArrowUp'],
    icon: 'chevron-up',
    run: () => library.moveCursor(-1),
    ...moving,
  },
  {
    id: 'first',
    label: 'library_key_first',
    keys: ['Home'],
    icon: 'chevron-up',
    run: toFirst,
    ...moving,
  },
  {
    id: 'last',
    label: 'library_key_last',
    keys: ['End'],
    icon: 'chevron-down',
    run: () => library.moveCursor(Number.POSITIVE_INFINITY),
    ...moving,
  },
  {
    id: 'jump',
    label: 'library_jump',
    group: 'move',
    keys: ['m'],
    icon: 'calendar',
    ready: () => canJump.value,
    run: () => openOverlay('months'),
  },
  { id: 'open', label: 'library_key_open', keys: ['Enter'], icon: 'book-open', run: openCurrent, ...moving },
  { id: 'select', label: 'library_key_select', keys: ['x', ' '], icon: 'check', run: toggleCurrent, ...moving },
  {
    id: 'select-all',
    label: 'library_select_all',
    group: 'move',
    keys: ['Mod+a'],
    icon: 'list-checks',
    ready: () => library.clips.value.length > 0,
    run: () => void library.selectAll(),
  },
  { id: 'back', label: 'library_key_back', keys: ['Escape'], icon: 'arrow-left', run: back, ...moving },
  {
    id: 'search',
    label: 'library_search',
    group: 'go',
    keys: ['/'],
    icon: 'search',
    ready: always,
    run: () => requestFocus('search'),
  },
  {
    id: 'note',
    label: 'library_write_note',
    group: 'go',
    keys: ['n'],
    icon: 'file-text',
    ready: () => library.openId.value !== null,
    run: () => requestFocus('note'),
  },
  ...places.map(
    (place): Command => ({
      id: `go-${place}`,
      label: `library_place_${place}`,
      group: 'go',
      keys: [],
      icon: placeIcons[place],
      ready: always,
      run: () => library.showList({ place }),
    }),
  ),
  {
    id: 'posts',
    label: 'common_posts',
    group: 'go',
    keys: [],
    icon: 'newspaper',
    ready: always,
    run: () => go({ view: 'posts' }),
  },
  {
    id: 'export',
    label: 'export_open',
    group: 'go',
    keys: [],
    icon: 'file-down',
    ready: always,
    run: () => openOverlay('export'),
  },
  {
    id: 'import',
    label: 'import_open',
    group: 'go',
    keys: [],
    icon: 'import',
    ready: always,
    run: () => go({ view: 'import' }),
  },
  {
    id: 'settings',
    label: 'common_settings',
    group: 'go',
    keys: [],
    icon: 'settings',
    ready: always,
    run: () => go({ view: 'settings' }),
  },
  {
    id: 'commands',
    label: 'library_commands',
    group: 'go',
    keys: ['Mod+k'],
    icon: 'list',
    keyOnly: true,
    ready: always,
    run: () => openOverlay('commands'),
  },
  {
    id: 'keys',
    label: 'library_keys',
    group: 'go',
    keys: ['?'],
    icon: 'keyboard',
    ready: always,
    run: () => openOverlay('keys'),
  },
];

/** A command that is known to exist. */
export function commandById(id: string): Command {
  const found = commands.find((command) => command.id === id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
}
