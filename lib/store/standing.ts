/** Standing blocks: parts kept once and added to any post. */
import type { StandingId } from '../model/ids';
import type { StandingBlock } from '../model/post';
import type { Database } from './database';

export async function putStanding(db: Database, block: StandingBlock): Promise<void> {
  await db.standing.put(block);
}

export async function getStanding(db: Database, id: StandingId): Promise<StandingBlock | null> {
  return (await db.standing.get(id)) ?? null;
}

/** All of them, by name. */
export async function listStanding(db: Database): Promise<StandingBlock[]> {
  const blocks = await db.standing.toArray();
  return blocks.sort((a, b) => a.name.localeCompare(b.name) || a.createdAt - b.createdAt);
}

export async function deleteStanding(db: Database, id: StandingId): Promise<void> {
  await db.standing.delete(id);
}
