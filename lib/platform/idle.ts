/** Work that nobody waits for: when the page has time for it, and in one page or worker only. */

/** Resolves when the page is idle, or soon even if it is not; in a worker when other events have had their turn. */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 100 });
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
