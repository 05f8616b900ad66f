/** Secrets that go when the browser closes: in memory, closed to scripts in web pages. */
import { browser } from 'wxt/browser';

const keyOf = (id: string): string => `secrets:${id}`;

/** What is kept for `id` until the browser closes; null when nothing is. Its shape is for the caller to check. */
export async function loadSessionSecrets(id: string): Promise<unknown> {
  const key = keyOf(id);
  return (await browser.storage.session.get(key))[key] ?? null;
}

export async function storeSessionSecrets(id: string, value: object): Promise<void> {
  await browser.storage.session.set({ [keyOf(id)]: value });
}

export async function dropSessionSecrets(id: string): Promise<void> {
  await browser.storage.session.remove(keyOf(id));
}
