/** Buttons in a row as one stop for Tab; in it the arrows, Home and End lead: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */

/** Makes the buttons of a row one stop; what it gives is to be called when they are others. */
export function moveByKeys(row: HTMLElement): () => void {
  const all = () => [...row.querySelectorAll('button')];
  const stopAt = (stop: EventTarget | null | undefined) => {
    for (const button of all()) button.tabIndex = button === stop ? 0 : -1;
  };
  row.addEventListener('focusin', (event) => stopAt(event.target));
  row.addEventListener('keydown', (event) => {
    const shown = all().filter((button) => !button.hidden);
    const to = nextPlace(event.key, shown.indexOf(event.target as HTMLButtonElement), shown.length);
    if (to === null || !event.isTrusted) return;
    shown[to]?.focus();
    event.preventDefault();
  });
  const settle = () => stopAt(all()[0]);
  settle();
  return settle;
}

function nextPlace(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  return step === 0 || count === 0 ? null : (at + step + count) % count;
}
