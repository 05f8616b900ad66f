/** A pane that opens where it was left. */
import { useEffect, useRef } from 'preact/hooks';
import { type ComposePane, readPlace, rememberPlace } from '../../lib/state/compose-place';
import { useDesk } from './desk';

const rest = 200;

/** What a scrolling element takes to remember its offset for this post. */
export function usePaneScroll(pane: ComposePane) {
  const { composer } = useDesk();
  const { id } = composer.post.peek();
  const ref = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    ref.current?.scrollTo(0, readPlace(id).scroll[pane] ?? 0);
    return () => clearTimeout(timer.current);
  }, [id, pane]);
  return {
    ref,
    onScroll() {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (ref.current) rememberPlace(id, { scroll: { [pane]: ref.current.scrollTop } });
      }, rest);
    },
  };
}
