/** How many panes the page has room for. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

export type Layout = 'one' | 'two' | 'three';

/** 720 and 1,100 px at the usual text size; in em, so that larger text gets fewer, wider panes. */
const queries = { two: '(min-width: 45em)', three: '(min-width: 68.75em)' } as const;

const roomForTwo = signal(true);
const roomForThree = signal(true);

/** One pane with a way back, list and reader, or side bar, list and reader. */
export const layout: ReadonlySignal<Layout> = computed(() => {
  if (roomForThree.value) return 'three';
  return roomForTwo.value ? 'two' : 'one';
});

/** Keeps `layout` in step with the window. Returns how to stop. */
export function followWindow(): () => void {
  const stops = [watch(queries.two, roomForTwo), watch(queries.three, roomForThree)];
  return () => {
    for (const stop of stops) stop();
  };
}

function watch(query: string, matches: { value: boolean }): () => void {
  const list = matchMedia(query);
  const follow = () => {
    matches.value = list.matches;
  };
  follow();
  list.addEventListener('change', follow);
  return () => list.removeEventListener('change', follow);
}
