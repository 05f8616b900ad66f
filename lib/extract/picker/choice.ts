/** Which block is chosen, and how keys move from one to the next. */
import { grow, shrink, sibling } from './blocks';

/** Tells `onChange` each block that is chosen; one chosen by keys is scrolled into view. */
export function createChoice(onChange: (block: Element) => void) {
  let block: Element | null = null;
  // From the outside: what was grown out of, so that shrinking leads back there.
  let path: Element[] = [];
  const set = (next: Element | null, isByKey: boolean) => {
    if (!next) return;
    block = next;
    if (isByKey) next.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    onChange(next);
  };
  return {
    current: () => block,
    /** By mouse or touch. */
    point: (next: Element | null) => {
      if (next === block) return;
      path = [];
      set(next, false);
    },
    larger: () => {
      const next = block && grow(block);
      if (block && next) path = [block, ...path];
      set(next, true);
    },
    smaller: () => {
      const next = block && shrink(block, path);
      path = path.filter((element) => next?.contains(element) && element !== next);
      set(next, true);
    },
    beside: (step: -1 | 1) => {
      path = [];
      set(block && sibling(block, step), true);
    },
  };
}
