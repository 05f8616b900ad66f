/** Runs in a page: its blocks and which of them Readability kept, before anything is measured or chosen. */
import { tableOf } from '../../lib/extract/blocks/choose';
import type { Block, Frame } from '../../lib/extract/blocks/collect-blocks';
import { readPage } from '../../lib/extract/read-page';
import type { Witnesses } from '../../lib/model/page-reading';

/** Blocks and frames without their nodes: `frame` and `parent` are places in `frames`, `table` numbers tables of data. */
export type SeenFrame = Omit<Frame, 'element' | 'parent' | 'total' | 'linked' | 'kept'> & {
  tag: string;
  parent: number;
};
export type SeenBlock = Omit<Block, 'frame' | 'texts'> & { frame: number; isKept: boolean; table: number };
export type SeenPage = { frames: SeenFrame[]; blocks: SeenBlock[]; witnesses: Witnesses | null };

export function observeBlocks(): SeenPage {
  const seen: SeenPage = { frames: [], blocks: [], witnesses: null };
  readPage(document, {
    now: () => 0,
    observe: ({ blocks, frames }, root, witnesses) => {
      const places = new Map(frames.map((frame, at) => [frame, at]));
      const placeOf = (frame: Frame | null) => (frame && places.get(frame)) ?? -1;
      const tables: (Element | null)[] = [null];
      const numberOf = (table: Element | null) =>
        tables.includes(table) ? tables.indexOf(table) : tables.push(table) - 1;
      seen.frames = frames.map(({ element, parent, total: _, linked: __, kept: ___, ...frame }) => ({
        ...frame,
        tag: element.localName,
        parent: placeOf(parent),
      }));
      seen.blocks = blocks.map((it) => {
        const { texts, frame, ...block } = it;
        const isKept = root.contains(texts[0] ?? null);
        return { ...block, frame: placeOf(frame), isKept, table: numberOf(isKept ? tableOf(it) : null) };
      });
      seen.witnesses = { ...witnesses, lines: '', marks: [] };
    },
  });
  return seen;
}
