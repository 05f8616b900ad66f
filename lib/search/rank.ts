/** The best documents of an answer, one page at a time, without sorting all of them. */
import type { Hits } from './hits';

/** A document's place in an order: larger comes first; equal ones by `tie`, then the one indexed last. */
export type Place = { by: number; tie: number; doc: number };

/** What an order looks at, null for the score; of two that are equal in it the one with more in `tie` comes first. */
export type Order = { by: ((doc: number) => number) | null; tie: (doc: number) => number };

/** Up to `limit` documents behind the place `after`, in order. */
export function bestOf({ docs, scores }: Hits, order: Order, after: Place | null, limit: number): Place[] {
  const heap: Place[] = []; // the worst of those kept on top
  let worst: Place | undefined;
  const worth = order.by === null ? scores : valuesOf(docs, order.by);
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i] as number;
    const by = worth[i] as number;
    // Of the tens of thousands that have a common word nearly all end here: nothing is made for them.
    if (worst !== undefined && by < worst.by) continue;
    const tie = order.tie(doc);
    if (worst !== undefined && by === worst.by && (tie < worst.tie || (tie === worst.tie && doc < worst.doc))) continue;
    const place = { by, tie, doc };
    if (after && compare(place, after) <= 0) continue;
    if (heap.length < limit) pushUp(heap, place);
    else sinkDown(heap, place);
    if (heap.length >= limit) worst = heap[0];
  }
  return heap.sort(compare);
}

function valuesOf(docs: Int32Array, by: (doc: number) => number): Float64Array {
  const values = new Float64Array(docs.length);
  for (let i = 0; i < docs.length; i++) values[i] = by(docs[i] as number);
  return values;
}

/** Below zero when `a` comes before `b`. */
function compare(a: Place, b: Place): number {
  return b.by - a.by || b.tie - a.tie || b.doc - a.doc;
}

function pushUp(heap: Place[], place: Place): void {
  let at = heap.push(place) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (!parent || compare(parent, place) >= 0) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = place;
}

/** Puts a place where the worst was. */
function sinkDown(heap: Place[], place: Place): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const [one, other] = [heap[left], heap[left + 1]];
    if (!one) break;
    const child = other && compare(other, one) > 0 ? left + 1 : left;
    const worse = heap[child];
    if (!worse || compare(worse, place) <= 0) break;
    heap[at] = worse;
    at = child;
  }
  heap[at] = place;
}

/** A place as text that another page can be asked for with. */
export const writePlace = ({ by, tie, doc }: Place): string => [by, tie, doc].join(' ');

export function readPlace(text: string): Place {
  const [by = 0, tie = 0, doc = 0] = text.split(' ').map(Number);
  return { by, tie, doc };
}
