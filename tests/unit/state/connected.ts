/** A connected webhook on the library of the tests, whose server is a function. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Connection, Target } from '../../../lib/model/target';
import { connect, targetOf } from '../../../lib/state/connections';
import { db } from '../../../lib/state/db';

export const secret = 'whsec-do-not-tell-anybody';
const address = 'https://hooks.example/in';
const target = targetOf('webhook') as Target;

/** Every site may be asked, and each request is answered by `answer`. */
export function serve(answer: (url: string, init?: RequestInit) => Response): void {
  const may = async () => true;
  Object.assign(fakeBrowser.permissions, { contains: may, request: may, remove: may });
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => answer(String(url), init));
}

export const taken = (): Response => new Response(JSON.stringify({ id: 7, url: 'https://blog.example/7' }));

export function connectWebhook(forgetful = false, to = address) {
  const wish = { target, fields: { address: to }, secrets: { key: secret }, forgetful, connection: null, name: '' };
  return connect(wish, new AbortController().signal);
}

export async function connected(forgetful = false): Promise<Connection> {
  const made = await connectWebhook(forgetful);
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return made.value;
}

export async function emptyLibrary(): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}
