/** Long work in slices, so that the page answers in between. */

type Scheduler = { yield?: () => Promise<void> };

/** Milliseconds of work between two chances for the page. */
const slice = 8;

/** Waits, when the slice is used up, until the page has done what was waiting. */
export function createPace(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let started = now();
  return () => {
    if (now() - started < slice) return undefined;
    return giveWay().then(() => {
      started = now();
    });
  };
}

/** Lets the page draw and answer; timers would be slowed down while it is in the background. */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
