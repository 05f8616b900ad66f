/** The clipboard, written in two forms at once. */
import { fail, ok, type Result } from '../model/result';

/**
 * Puts `html` and `text` on the clipboard as one item: whoever pastes takes the form it knows. Needs a recent click
 * and a focused page; refused otherwise.
 */
export async function writeClipboard(html: string, text: string): Promise<Result<null>> {
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
    return ok(null);
  } catch {
    return copyByEvent(html, text) ? ok(null) : fail({ kind: 'clipboard-refused' });
  }
}

/** The older way, which browsers allow in cases where they refuse the newer one. */
function copyByEvent(html: string, text: string): boolean {
  let written = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    written = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return done && written;
}
