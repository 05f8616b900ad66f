/** The systems a person has connected: made, tested, and forgotten together with their secrets. */
import { type Failure, unexpected } from '../model/failure';
import { type ConnectionId, newId } from '../model/ids';
import { fail, ok, type Result } from '../model/result';
import type { Connection, FieldValues, OpenConnection, Target, TargetEffects } from '../model/target';
import { dropSites, maySites, requestSignIn, requestSites } from '../platform/permissions';
import { dropSessionSecrets, loadSessionSecrets, storeSessionSecrets } from '../platform/session-secrets';
import { runWebAuth, webAuthAddress } from '../platform/web-auth';
import { targets } from '../publish/targets/registry';
import { deleteConnection, getConnection, listConnections, putConnection } from '../store/connections';
import { attempt } from '../store/failures';
import { deleteSecrets, getSecrets, openSecrets, putSecrets, type SecretRow } from '../store/secrets';
import { db } from './db';
import { live } from './live';

export { targets } from '../publish/targets/registry';

/** Every connection; null until read. */
export const connections = live<Connection[] | null>(() => listConnections(db), null);

const secretStore = openSecrets();

export const targetOf = (id: string): Target | null => targets.find((target) => target.id === id) ?? null;

/** What a target may do to the world, until `signal` ends it. */
export function targetEffects(signal: AbortSignal): TargetEffects {
  return {
    fetch: (...args) => fetch(...args),
    now: () => Date.now(),
    online: () => navigator.onLine,
    signal,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

/** Asks for what a connection needs. Call it in the click itself. False when refused. */
export function allowTarget(target: Target, fields: FieldValues): Promise<boolean> {
  const addresses = target.addresses(fields);
  return addresses.length > 0 ? requestSignIn(addresses) : Promise.resolve(true);
}

/** Asks for access to sites that a failure named. Call it in the click itself. False when refused. */
export function allowOrigins(origins: readonly string[]): Promise<boolean> {
  return requestSites(origins);
}

/** Lets the other system give out a password in a window of its own; null when the person closed it or said no. */
export async function authorise(
  target: Target,
  fields: FieldValues,
): Promise<Result<{ fields: FieldValues; secrets: FieldValues } | null>> {
  const url = webAuthAddress(target.id);
  if (!target.authorise || !url) return ok(null);
  const state = newId();
  const started = await target.authorise.start(
    fields,
    { url, state, appName: 'Clipsheet' },
    targetEffects(new AbortController().signal),
  );
  if (!started.ok) return started;
  const returned = await runWebAuth(started.value);
  return returned === null ? ok(null) : target.authorise.finish(returned, state);
}

export type ConnectWish = {
  target: Target;
  fields: FieldValues;
  /** Empty ones stay as they are when a connection is edited. */
  secrets: FieldValues;
  forgetful: boolean;
  /** The connection that is edited; null for a new one. */
  connection: Connection | null;
  name: string;
};

/** Tries a connection and keeps it when it works. Nothing is kept of one that does not. */
export async function connect(wish: ConnectWish, signal: AbortSignal): Promise<Result<Connection>> {
  const { target, connection } = wish;
  const filled = Object.fromEntries(Object.entries(wish.secrets).filter(([, value]) => value !== ''));
  const old = connection ? await openConnection(connection.id) : null;
  const secrets = { ...(old?.ok && sameSites(target, old.value.fields, wish.fields) && old.value.secrets), ...filled };
  try {
    const tested = await target.test(wish.fields, secrets, targetEffects(signal));
    if (!tested.ok) return tested;
    const now = Date.now();
    const made: Connection = {
      id: connection?.id ?? newId<ConnectionId>(),
      target: target.id,
      name: wish.name.trim() || tested.value.name,
      fields: tested.value.fields,
      account: tested.value.account,
      forgetful: wish.forgetful,
      createdAt: connection?.createdAt ?? now,
      updatedAt: now,
    };
    await keepSecrets(made, secrets, target);
    const stored = await attempt(db, () => putConnection(db, made));
    return stored.ok ? ok(made) : stored;
  } catch (error) {
    return fail(unexpected(error));
  }
}

function sameSites(target: Target, a: FieldValues, b: FieldValues): boolean {
  return originsOf(target, a).join() === originsOf(target, b).join();
}

function originsOf(target: Target, fields: FieldValues): string[] {
  return target.addresses(fields).map((address) => new URL(address).origin);
}

async function keepSecrets(connection: Connection, values: FieldValues, target: Target): Promise<void> {
  const row: SecretRow = { connectionId: connection.id, origins: originsOf(target, connection.fields), values };
  if (connection.forgetful) {
    await deleteSecrets(secretStore, connection.id);
    await storeSessionSecrets(connection.id, row);
  } else {
    await putSecrets(secretStore, row);
    await dropSessionSecrets(connection.id);
  }
}

/**
 * A connection with its secrets. They are given only for the sites that they were given for: a connection that came
 * with an archive and names another site gets none. Fails with `no-secret`, `not-found`, `permission-needed`.
 */
export async function openConnection(id: ConnectionId): Promise<Result<OpenConnection>> {
  const read = await attempt(db, () => getConnection(db, id));
  if (!read.ok) return read;
  const connection = read.value;
  const target = connection && targetOf(connection.target);
  if (!connection || !target) return fail({ kind: 'not-found' });
  const row = (await loadSessionSecrets(id)) ?? (await getSecrets(secretStore, id));
  const origins = originsOf(target, connection.fields);
  const needsSecret = target.fields.some((field) => field.kind === 'secret' && field.required);
  if (!isRow(row) || row.origins.join() !== origins.join())
    return needsSecret
      ? fail<Failure>({ kind: 'target', trouble: 'no-secret', place: connection.name })
      : ok({ ...connection, secrets: {} });
  if (origins.length > 0 && !(await maySites(target.addresses(connection.fields))))
    return fail({ kind: 'permission-needed', origins });
  return ok({ ...connection, secrets: row.values });
}

function isRow(value: unknown): value is SecretRow {
  return typeof value === 'object' && value !== null && 'values' in value && 'origins' in value;
}

/** Looks whether a connection still works, and what its account may do now. */
export async function testConnection(id: ConnectionId, signal: AbortSignal): Promise<Result<Connection>> {
  const opened = await openConnection(id);
  if (!opened.ok) return opened;
  const { secrets, ...connection } = opened.value;
  const target = targetOf(connection.target);
  if (!target) return fail({ kind: 'not-found' });
  try {
    const tested = await target.test(connection.fields, secrets, targetEffects(signal));
    if (!tested.ok) return tested;
    const made = { ...connection, fields: tested.value.fields, account: tested.value.account, updatedAt: Date.now() };
    const stored = await attempt(db, () => putConnection(db, made));
    return stored.ok ? ok(made) : stored;
  } catch (error) {
    return fail(unexpected(error));
  }
}

/**
 * Forgets a connection: makes its password worthless on the other side where that can be done, deletes it here, and
 * gives back the access to sites that nothing else needs. The ledger keeps what was published. `revoked` tells whether
 * the other side took the password back; the rest happens in any case.
 */
export async function forgetConnection(id: ConnectionId): Promise<Result<{ revoked: boolean }>> {
  const opened = await openConnection(id);
  const target = opened.ok ? targetOf(opened.value.target) : null;
  const effects = targetEffects(AbortSignal.timeout(20_000));
  const revoked = opened.ok && target?.revoke ? await target.revoke(opened.value, effects).catch(() => null) : null;
  await deleteSecrets(secretStore, id);
  await dropSessionSecrets(id);
  const before = await getConnection(db, id);
  const deleted = await attempt(db, () => deleteConnection(db, id));
  if (!deleted.ok) return deleted;
  const own = before && targetOf(before.target)?.addresses(before.fields);
  const others = (await listConnections(db)).flatMap((other) => targetOf(other.target)?.addresses(other.fields) ?? []);
  const hosts = new Set(others.map((address) => new URL(address).hostname));
  await dropSites((own ?? []).filter((address) => !hosts.has(new URL(address).hostname)));
  return ok({ revoked: revoked?.ok === true });
}
