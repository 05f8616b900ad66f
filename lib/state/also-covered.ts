/** Other reports of the story that a post tells: what its sources can name besides. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { alsoIdsOf, clipIdsOf } from '../compose/materials';
import type { Clip } from '../model/clip';
import type { ClipId } from '../model/ids';
import type { Post } from '../model/post';
import { getClips } from '../store/clips';
import { storyMates } from '../store/stories';
import { db } from './db';
import { live } from './live';

/** The other clips of a clip's story, for a report of a digest to name. */
export async function matesOf(clip: Clip): Promise<ClipId[]> {
  return (await storyMates(db, clip)).map(({ id }) => id);
}

/** The other clips of the stories of a post's clips, and those it names already; none that it draws on. */
export function offerAlsoCovered(post: ReadonlySignal<Post>): ReadonlySignal<readonly Clip[]> {
  const asked = computed(() => JSON.stringify([clipIdsOf(post.value), alsoIdsOf(post.value)]));
  return live<readonly Clip[]>(async () => {
    const [used, named] = JSON.parse(asked.value) as [ClipId[], ClipId[]];
    const clips = await getClips(db, used);
    const mates = (await Promise.all(clips.map((clip) => storyMates(db, clip)))).flat();
    const offers = new Map([...(await getClips(db, named)), ...mates].map((clip) => [clip.id, clip]));
    return [...offers.values()].filter((clip) => !used.includes(clip.id));
  }, []);
}
