/** The keys by which one clips, as the browser assigned them. */
import { signal } from '@preact/signals';
import { assignedCommands } from '../platform/commands';

const known = signal<ReadonlyMap<string, string> | null>(null, {
  watched() {
    // Looked up again each time a view starts to show it: keys can be changed in the browser at any time.
    void assignedCommands().then(
      (assigned) => {
        this.value = new Map(assigned.map(({ name, shortcut }) => [name, shortcut]));
      },
      () => {
        this.value = new Map(); // a browser without commands (Firefox for Android)
      },
    );
  },
});

/** Keys that open the popup and clip; null when none are assigned, or not known yet. */
export const clipShortcut = {
  get value(): string | null {
    return known.value?.get('_execute_action') || null;
  },
};
