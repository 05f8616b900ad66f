/** Clips of one story know whether there is another of it: kept true whatever happens to one of them. */
import type { StoryId } from '../model/ids';
import type { Change, ClipRow, Database } from './database';
import { deletedStoryPrefix, listsOf, rangeOf, storyPrefix } from './list-keys';

/** The clips of a story that are not deleted, newest first. */
export function storyRows(db: Database, story: StoryId): Promise<ClipRow[]> {
  const [lower, upper] = rangeOf(storyPrefix(story), {}, null);
  return db.clips.where('lists').between(lower, upper, true, false).toArray();
}

/** All clips of a story, deleted ones too. */
export async function membersOf(db: Database, story: StoryId): Promise<ClipRow[]> {
  const [lower, upper] = rangeOf(deletedStoryPrefix(story), {}, null);
  const deleted = db.clips.where('lists').between(lower, upper, true, false).toArray();
  return (await Promise.all([storyRows(db, story), deleted])).flat();
}

/** The stories that have a clip more or less by these changes. */
export function touchedStories(changes: readonly Change[]): ReadonlySet<StoryId> {
  const touched = new Set<StoryId>();
  for (const { before, after } of changes) {
    const [was, is] = [storyOf(before), storyOf(after)];
    if (was === is) continue;
    if (was) touched.add(was);
    if (is) touched.add(is);
  }
  return touched;
}

/** `changes`, and those of other clips of these stories that are no longer, or again, alone with theirs. */
export async function withStoryMates(
  db: Database,
  changes: readonly Change[],
  touched: ReadonlySet<StoryId>,
): Promise<readonly Change[]> {
  const changed = new Map(changes.map((change) => [(change.after ?? change.before)?.id, change]));
  for (const story of touched) {
    const others = (await storyRows(db, story)).filter((row) => !changed.has(row.id));
    const mates = [...others, ...changes.flatMap(({ after }) => (after && storyOf(after) === story ? [after] : []))];
    for (const mate of mates) {
      const before = changed.get(mate.id)?.before ?? (changed.has(mate.id) ? null : mate);
      changed.set(mate.id, { before, after: withMates(mate, mates.length > 1) });
    }
  }
  return [...changed.values()];
}

const storyOf = (row: ClipRow | null): StoryId | undefined => (row?.deletedAt === null ? row.story : undefined);

function withMates(row: ClipRow, mates: boolean): ClipRow {
  const { alone: _, ...rest } = row;
  const told: ClipRow = mates ? rest : { ...rest, alone: true };
  return { ...told, lists: listsOf(told) };
}
