/** What a search has to ask the clips themselves: their texts, and conditions that no list of the index answers. */
import type { FilterNode } from '../model/search-query';
import { foldText } from '../model/text-query';
import { normaliseUrl, siteOf } from '../model/url';
import { type Hits, noHits } from '../search/hits';
import type { ClipRow, Database } from './database';
import { referencedByPosts } from './references';

/** Every text of each document that words are looked for in; null for one that is gone. */
export function textsOf(db: Database, docs: readonly number[]): Promise<(readonly string[] | null)[]> {
  return db.transaction('r', db.clips, db.bodies, async () => {
    const rows = await Promise.all(docs.map((doc) => db.clips.get({ doc })));
    const bodies = await db.bodies.bulkGet(rows.map((row) => row?.id ?? ''));
    return rows.map((row, i) => {
      if (!row) return null;
      const { title, sourceTitle, note, tags, byline, siteName, url } = row;
      return [title, sourceTitle, note, ...tags, byline ?? '', siteName ?? '', siteOf(url), bodies[i]?.text ?? ''];
    });
  });
}

/** The documents that meet a condition only other tables know. */
export async function meeting(db: Database, filter: FilterNode): Promise<Hits> {
  if (filter.name === 'url') {
    const keys = filter.values.map((url) => normaliseUrl(url));
    return docsOf(await db.clips.where('keys').anyOf(keys).toArray());
  }
  if (filter.name === 'import') return docsOf(await importedClips(db, filter.values));
  if (filter.name === 'is' && filter.values.includes('published')) {
    const { clips } = await db.transaction('r', [db.posts, db.standing], () => referencedByPosts(db));
    return docsOf((await db.clips.bulkGet([...clips])).filter((row) => row !== undefined));
  }
  return noHits;
}

/** The clips that came with imports of files so named, or were joined with what came; of imports that are remembered. */
function importedClips(db: Database, names: readonly string[]): Promise<ClipRow[]> {
  const wanted = new Set(names.map(foldText));
  return db.transaction('r', db.imports, db.importSteps, db.clips, async () => {
    const records = (await db.imports.toArray()).filter(({ name }) => wanted.has(foldText(name)));
    const steps = await db.importSteps
      .where('importId')
      .anyOf(records.map(({ id }) => id))
      .toArray();
    const ids = steps.flatMap(({ added, merged }) => [...added, ...merged.map(({ id }) => id)]);
    return (await db.clips.bulkGet(ids)).filter((row) => row !== undefined);
  });
}

function docsOf(rows: readonly ClipRow[]): Hits {
  const docs = [...new Set(rows.flatMap(({ doc }) => doc ?? []))].sort((a, b) => a - b);
  return { docs: Int32Array.from(docs), scores: new Float32Array(docs.length) };
}
