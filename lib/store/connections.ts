/** The systems that posts are published to, without their secrets. */
import type { ConnectionId } from '../model/ids';
import type { Connection } from '../model/target';
import type { Database } from './database';

/** In the order in which they were connected. */
export function listConnections(db: Database): Promise<Connection[]> {
  return db.connections.toArray();
}

export async function getConnection(db: Database, id: ConnectionId): Promise<Connection | null> {
  return (await db.connections.get(id)) ?? null;
}

/** Adds a connection, or replaces it. */
export async function putConnection(db: Database, connection: Connection): Promise<void> {
  await db.connections.put(connection);
}

/** Takes a connection away. What was published by it stays in the ledger. */
export async function deleteConnection(db: Database, id: ConnectionId): Promise<void> {
  await db.connections.delete(id);
}
