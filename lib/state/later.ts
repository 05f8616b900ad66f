/** What a page shows of itself without anybody waiting for it: found a while after what it depends on has changed. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';

/** Milliseconds from a change until it is followed: the page has drawn the answer by then. */
const delay = 150;

/**
 * A signal that `find` fills some time after something that `when` reads has changed, once for many changes, while
 * somebody looks at it. `when` says whether there is something to find: false waits, null goes back to `initial`.
 * What `find` gives as undefined leaves the last value.
 */
export function later<T>(
  initial: T,
  when: () => boolean | null,
  find: () => Promise<T | undefined>,
): ReadonlySignal<T> {
  let end: (() => void) | undefined;
  return signal<T>(initial, {
    watched() {
      const turn = followLater(async () => {
        const found = await find();
        if (found !== undefined && end) this.value = found;
      });
      const unfollow = effect(() => {
        const asks = when();
        if (asks) turn.ask();
        else if (asks === null) {
          turn.stop();
          this.value = initial;
        }
      });
      end = () => {
        end = undefined;
        unfollow();
        turn.stop();
      };
    },
    unwatched: () => end?.(),
  });
}

/** Runs `work` some time after it is asked for; asked meanwhile, once more at its end. Returns how to ask, and to stop. */
function followLater(work: () => Promise<void>): { ask: () => void; stop: () => void } {
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
