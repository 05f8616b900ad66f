/** Undo of what is being written and not of one field: by keys, and from the browser's own menus. */
import { useEffect } from 'preact/hooks';

type History = { undo: () => void; redo: () => void };

/** Ctrl/Cmd+Z, with Shift (or Ctrl+Y) to do again, wherever the focus is, also when it is nowhere. Dialogs have their own. */
export function useUndoKeys(history: History): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => onUndoKey(event, history);
    const onInput = (event: InputEvent) => onBrowserUndo(event, history);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('beforeinput', onInput, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('beforeinput', onInput, true);
    };
  }, [history]);
}

function onUndoKey(event: KeyboardEvent, history: History): void {
  const command = event.ctrlKey || event.metaKey;
  if (!command || event.altKey || event.isComposing || inDialog(event.target)) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) history.redo();
  else history.undo();
}

/** The same from the browser's menus. */
function onBrowserUndo(event: InputEvent, history: History): void {
  if (inDialog(event.target)) return;
  if (event.inputType === 'historyUndo') history.undo();
  else if (event.inputType === 'historyRedo') history.redo();
  else return;
  event.preventDefault();
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}
