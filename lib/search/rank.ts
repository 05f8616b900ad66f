/** The best documents of an answer, one page at a time, without sorting all of them. */
import type { Hits } from './hits';

/** A document's place in an order: larger comes first; equal ones by `tie`, then the one indexed last. */
export type Place = { by: number; tie: number; doc: number };

/** What an order looks at: of two equal in `by` the one clipped later comes first. */
export type Order = { by: (doc: number, score: number) => number; tie: (doc: number) => number };

/** Up to `limit` documents behind the place `after`, in order. */
export function bestOf(hits: Hits, order: Order, after: Place | null, limit: number): Place[] {
  const heap: Place[] = []; // the worst of those kept on top
  for (let i = 0; i < hits.docs.length; i++) {
    const doc = hits.docs[i] ?? 0;
    const by = order.by(doc, hits.scores[i] ?? 0);
    const worst = heap[0];
    const full = heap.length >= limit;
    if (full && worst && by < worst.by) continue;
    const place = { by, tie: order.tie(doc), doc };
    if (after && compare(place, after) <= 0) continue;
    if (!full) pushUp(heap, place);
    else if (worst && compare(place, worst) < 0) sinkDown(heap, place);
  }
  return heap.sort(compare);
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
