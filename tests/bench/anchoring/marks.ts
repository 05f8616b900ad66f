/** Private characters beside the selected words: wherever a change takes the words, the truth goes with them. */
import { condense } from '../../../lib/annotate/dense-text';
import type { Span } from '../../../lib/annotate/ranges';
import { pointAt, readText } from '../../../lib/annotate/text-model';

const first = 0xe100;
export const anyMark = /[\ue100-\ue2ff]/u;
const allMarks = /[\ue100-\ue2ff]/gu;

/** Where words are now; null when they are gone, `broken` when their beginning and end came apart. */
export type Truth = Span | 'broken' | null;

/** Puts a mark before and after each of the spans of the text below `root`. */
export function markSpans(root: Element, spans: readonly Span[]): void {
  const model = readText(root);
  const marks = spans.flatMap(({ start, end }, at) => [
    { point: pointAt(model, start), mark: String.fromCharCode(first + 2 * at) },
    { point: pointAt(model, end, true), mark: String.fromCharCode(first + 2 * at + 1) },
  ]);
  // From the last to the first, so that places before stay what they are.
  for (const { point, mark } of marks.reverse()) point?.node.insertData(point.at, mark);
}

/** Takes all marks away and says where in the dense text each span is now. */
export function takeMarks(root: Element, count: number): Truth[] {
  const { dense } = condense(readText(root).text);
  const places = new Map<number, number>();
  let seen = 0;
  for (const character of dense) {
    if (anyMark.test(character)) places.set(character.charCodeAt(0) - first, seen);
    else seen += character.length;
  }
  for (const node of readText(root).nodes) if (anyMark.test(node.data)) node.data = node.data.replace(allMarks, '');
  return Array.from({ length: count }, (_, at) => {
    const [start, end] = [places.get(2 * at), places.get(2 * at + 1)];
    if (start === undefined && end === undefined) return null;
    return start === undefined || end === undefined || end <= start ? 'broken' : { start, end };
  });
}
