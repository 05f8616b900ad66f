/** Work that follows what a page shows, but never holds it up: a while after the first change, once for many. */

/** Milliseconds from a change until it is followed: the page has drawn the answer by then. */
const delay = 150;

/** Runs `work` some time after it is asked for; asked meanwhile, once more at its end. Returns how to ask, and to stop. */
export function followLater(work: () => Promise<void>): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [busy, again] = [false, false];
  const run = async () => {
    [timer, busy, again] = [undefined, true, false];
    try {
      await work();
    } finally {
      busy = false;
      if (again) ask();
    }
  };
  const ask = () => {
    if (busy) again = true;
    else timer ??= setTimeout(() => void run(), delay);
  };
  const stop = () => {
    clearTimeout(timer);
    [timer, again] = [undefined, false];
  };
  return { ask, stop };
}
