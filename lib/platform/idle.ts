/** Work that nobody waits for: when the page has time for it, and in one page or worker only. */

type Scheduler = { postTask?: (task: () => void, options: { priority: 'background' }) => Promise<void> };

/** Milliseconds after which even a busy page goes on with what waits. */
const longestRest = 100;

/**
 * Resolves when the page or worker has nothing else to do, or soon even if it has. Not by `requestIdleCallback`, where
 * the browser can do without: that comes once in fifty milliseconds, however idle the page is.
 */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    const { scheduler } = globalThis as { scheduler?: Scheduler };
    if (scheduler?.postTask) {
      setTimeout(resolve, longestRest);
      void scheduler.postTask(resolve, { priority: 'background' });
    } else if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: longestRest });
    else setTimeout(resolve);
  });
}

/** Runs `work` unless it is running under this name in another page or worker. */
export async function alone(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/** Milliseconds, ever rising. */
export const clock = (): number => performance.now();
