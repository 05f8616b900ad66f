/** What the panes of the composer share: the post being written, which pane is open, and how to go to a place. */
import { type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { BlockId, ImageId } from '../../lib/model/ids';
import type { Composer } from '../../lib/state/compose';
import { type ComposePane, readPlace, rememberPlace } from '../../lib/state/compose-place';
import type { ProblemPlace } from '../../lib/state/problems';

export type Desk = {
  composer: Composer;
  /** The pane in front where there is not room for all. */
  pane: Signal<ComposePane>;
  /** The clip block whose source is open for reading. */
  reading: Signal<BlockId | null>;
  showPane(pane: ComposePane): void;
  read(block: BlockId | null): void;
  /** Opens the pane that has it, brings it into view and puts the focus there. */
  goTo(place: ProblemPlace): void;
};

export function createDesk(composer: Composer): Desk {
  const { id } = composer.post.peek();
  const desk: Desk = {
    composer,
    pane: signal(readPlace(id).pane),
    reading: signal<BlockId | null>(null),
    showPane(pane) {
      desk.pane.value = pane;
      rememberPlace(id, { pane });
    },
    read(block) {
      desk.reading.value = block;
      if (block) desk.showPane('parts');
    },
    goTo(place) {
      if (place.kind === 'source') desk.reading.value = null;
      desk.showPane(place.kind === 'source' ? 'parts' : 'write');
      // The pane may have to be drawn first.
      setTimeout(() => focusPlace(place));
    },
  };
  return desk;
}

/** The value of `data-place` by which a place is found on the page. */
export function placeName(place: ProblemPlace): string {
  if (place.kind === 'field') return `field-${place.field}`;
  if (place.kind === 'block') return `block-${place.blockId}`;
  return place.kind === 'source' ? `source-${place.clipId}` : imagePlace(place.imageId);
}

/** The `data-place` of an image: it is found wherever it stands in the post. */
export function imagePlace(id: BlockId | ImageId): string {
  return `image-${id}`;
}

function focusPlace(place: ProblemPlace): void {
  const element = document.querySelector<HTMLElement>(`[data-place="${placeName(place)}"]`);
  if (!element) return;
  const folded = element.closest('details');
  if (folded) folded.open = true;
  if (element instanceof HTMLDetailsElement) element.open = true;
  element.scrollIntoView({ block: place.kind === 'block' ? 'start' : 'center' });
  const first = element.querySelector<HTMLElement>('textarea, input:not([type="file"]):not(:disabled), select, button');
  first?.focus({ preventScroll: true });
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No post is open here');
  return desk;
}
