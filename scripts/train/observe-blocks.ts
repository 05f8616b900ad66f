/** Runs in a page: the blocks of its text with what is known of each, before the model has a say. */
import { readPage } from '../../lib/extract/read-page';

/** What `train-blocks` learns from; `features` are Float32 in base64, block after block. */
export function observeBlocks(): { texts: string[]; kept: boolean[]; features: string } {
  const observed: { texts: string[]; kept: boolean[]; features: string } = { texts: [], kept: [], features: '' };
  readPage(document, {
    now: () => 0,
    observe: (measured) => {
      observed.texts = measured.map(({ block }) => block.text);
      observed.kept = measured.map(({ isKept }) => isKept);
      const numbers = new Float32Array(measured.flatMap(({ features }) => [...features]));
      const bytes = new Uint8Array(numbers.buffer);
      let binary = '';
      for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
      observed.features = btoa(binary);
    },
  });
  return observed;
}
