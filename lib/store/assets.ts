/** Images of the company's own, read from disk. */
import type { AssetId } from '../model/ids';
import type { Asset } from '../model/post';
import type { Database } from './database';

export async function putAsset(db: Database, asset: Asset): Promise<void> {
  await db.assets.put(asset);
}

/** The assets of these ids in their order; those that are gone are left out. */
export async function getAssets(db: Database, ids: readonly AssetId[]): Promise<Asset[]> {
  return (await db.assets.bulkGet([...ids])).filter((asset) => asset !== undefined);
}
