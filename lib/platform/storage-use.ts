/** How much room the library takes, and whether the browser may clear it. */

/** Bytes; `persisted` is true when the browser clears nothing without being asked. */
export type StorageUse = { used: number; available: number; persisted: boolean };

export async function readStorageUse(): Promise<StorageUse> {
  const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { used: usage, available: Math.max(0, quota - usage), persisted };
}

/** Above this share of what the browser allows, people should hear of it. */
const nearlyFull = 0.85;

/** Whether the disk or what the browser allows will soon be full. */
export function isNearlyFull({ used, available }: StorageUse): boolean {
  return used / Math.max(1, used + available) > nearlyFull || available < 200_000_000;
}

/** Asks the browser to keep the library in any case; false when it declines. */
export function askToPersist(): Promise<boolean> {
  return navigator.storage.persist();
}
