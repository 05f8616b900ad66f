/**
 * Passwords and keys: in a database of their own, which archives and backups do not read and scripts in web pages
 * cannot open. `storage.local` would do neither in Firefox.
 */
import { Dexie, type Table } from 'dexie';
import type { ConnectionId } from '../model/ids';
import type { FieldValues } from '../model/target';

/** The secrets of a connection, and the sites that they were given for: never sent anywhere else. */
export type SecretRow = { connectionId: ConnectionId; origins: string[]; values: FieldValues };

export type SecretStore = Dexie & { secrets: Table<SecretRow, string> };

export function openSecrets(name = 'clipsheet-secrets'): SecretStore {
  const store = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as SecretStore;
  store.version(1).stores({ secrets: 'connectionId' });
  return store;
}

export async function putSecrets(store: SecretStore, row: SecretRow): Promise<void> {
  await store.secrets.put(row);
}

export async function getSecrets(store: SecretStore, id: ConnectionId): Promise<SecretRow | null> {
  return (await store.secrets.get(id)) ?? null;
}

/** Deletes a connection's secrets, and the whole database with the last of them. */
export async function deleteSecrets(store: SecretStore, id: ConnectionId): Promise<void> {
  await store.secrets.delete(id);
  if ((await store.secrets.count()) > 0) return;
  // A deleted row may stay in the browser's files for a while; a deleted database does not.
  await store.delete({ disableAutoOpen: false });
}
