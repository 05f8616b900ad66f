/** Pictures of the company's own images by id, for views that show them outside an open post. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AssetId } from '../model/ids';
import { getAssets } from '../store/assets';
import { db } from './db';
import type { Thumbnail } from './thumbnails';

const kept = 100;
const cache = new Map<AssetId, Signal<Thumbnail>>();

/** The picture of an asset, as soon as it is read. Addresses are revoked once a hundred others were asked for. */
export function ownImageOf(id: AssetId): ReadonlySignal<Thumbnail> {
  const known = cache.get(id);
  if (known) return known;
  const made = signal<Thumbnail>({ state: 'loading' });
  cache.set(id, made);
  for (const [oldest, old] of cache) {
    if (cache.size <= kept) break;
    cache.delete(oldest);
    const picture = old.peek();
    if (picture.state === 'ready') URL.revokeObjectURL(picture.url);
  }
  void getAssets(db, [id]).then(([asset]) => {
    made.value = asset
      ? { state: 'ready', url: URL.createObjectURL(new Blob([asset.bytes.data], { type: asset.bytes.type })) }
      : { state: 'none' };
  });
  return made;
}
