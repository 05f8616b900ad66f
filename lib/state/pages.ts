/** A long list of clips, read page by page by key and kept live: each page is its own query over its own range of keys. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { ClipPage } from '../model/clip-filter';
import { live } from './live';

export type ReadPage = (page: { after: string | null; limit: number }) => Promise<ClipPage>;

export type Pages = {
  /** What has been read so far, in list order. */
  clips: ReadonlySignal<readonly Clip[]>;
  /** False until the first page is there. */
  loaded: ReadonlySignal<boolean>;
  hasMore: ReadonlySignal<boolean>;
  /** Reads the next page; nothing happens while one is being read or when there is none. */
  more(): void;
};

/** `end` is the last clip of the range, set once the next page begins; until then the page is as long as its limit. */
type Segment = { after: string | null; limit: number; end: string | null; page: ReadonlySignal<ClipPage | null> };

/** First page small, so that it is there at once; then larger ones, so that few queries watch a long list. */
const defaultSizes = { first: 50, next: 200 };

/** A live list over `read`; queries run only while somebody looks at `clips`. */
export function createPages(read: ReadPage, sizes = defaultSizes): Pages {
  const segments = signal<readonly Segment[]>([createSegment(read, null, sizes.first)]);
  const last = () => segments.value.at(-1)?.page.value ?? null;
  return {
    clips: computed(() => joinSegments(segments.value)),
    loaded: computed(() => segments.value[0]?.page.value != null),
    hasMore: computed(() => last()?.next != null),
    more() {
      const segment = segments.peek().at(-1);
      const page = segment?.page.peek();
      if (!segment || !page || page.next === null) return;
      segment.end = page.clips.at(-1)?.id ?? null;
      segments.value = [...segments.peek(), createSegment(read, page.next, sizes.next)];
    },
  };
}

function createSegment(read: ReadPage, after: string | null, limit: number): Segment {
  const segment: Omit<Segment, 'page'> = { after, limit, end: null };
  return Object.assign(segment, { page: live<ClipPage | null>(() => readSegment(segment, read), null) });
}

/** A segment whose last clip has gone is looked through this far, in clips, beyond its limit. */
const slack = 200;

/**
 * Everything from the segment's start to its last clip: clips that came in between are part of it, so no clip falls
 * between two pages, whatever the order. `end` is looked at after each read because the next page may begin while one
 * is under way.
 */
async function readSegment(segment: Omit<Segment, 'page'>, read: ReadPage): Promise<ClipPage> {
  const clips: Clip[] = [];
  let after = segment.after;
  for (;;) {
    const page = await read({ after, limit: segment.limit });
    clips.push(...page.clips);
    const { end } = segment;
    if (end === null) return { clips, next: page.next };
    const last = clips.findIndex(({ id }) => id === end);
    if (last >= 0) return { clips: clips.slice(0, last + 1), next: page.next };
    // The last clip went: what the next page has as well is shown once.
    if (page.next === null || clips.length > segment.limit + slack) return { clips, next: page.next };
    after = page.next;
  }
}

/** Pages answer one after the other; a clip that moved between them is shown once. */
function joinSegments(segments: readonly Segment[]): readonly Clip[] {
  const seen = new Map<string, Clip>();
  for (const { page } of segments)
    for (const clip of page.value?.clips ?? []) if (!seen.has(clip.id)) seen.set(clip.id, clip);
  return [...seen.values()];
}
