/** Injected when a person wants to point at a block of the page; what they choose is left for `by-hand.js` to read. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Handover } from '../lib/extract/handover';
import type { BarWords } from '../lib/extract/picker/bar';
import { pickBlock } from '../lib/extract/picker/pick-block';
import type { PickerRequestName, PickerWords } from '../lib/model/requests';

type Runtime = { sendMessage(message: object): Promise<unknown> };

export default defineUnlistedScript(() => {
  const world = globalThis as Handover & { chrome?: { runtime: Runtime } };
  const { __clipsheetPicker: given, __clipsheetClosePicker: closeOther, chrome } = world;
  delete world.__clipsheetPicker;
  if (!given || !chrome) return;
  closeOther?.();
  const words = given.words as BarWords;
  const ask = async (name: PickerRequestName): Promise<PickerWords> => {
    const answer = await chrome.runtime.sendMessage({ picker: name, input: { token: given.token } });
    const { done = false, text = words.failed } = (answer ?? {}) as Partial<PickerWords>;
    return { done, text };
  };
  world.__clipsheetClosePicker = pickBlock(document, {
    words,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    take: (block) => {
      world.__clipsheetBlock = block;
      return ask('take-block');
    },
    undo: () => ask('give-back'),
  });
});
