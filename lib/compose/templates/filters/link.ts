/** Words as a link: to the address given, or to themselves when they are one. */
import { escapeMarkdown, safeAddress } from '../escape';
import { plainOf } from '../value';
import type { Filter } from './filter';

export const link: Filter = {
  name: 'link',
  args: { least: 0, most: 1 },
  shape: () => 'markdown',
  apply: (input, [to], { language }) => {
    const plain = plainOf(input, language);
    const address = safeAddress(to ? plainOf(to, '') : plain);
    const words = escapeMarkdown(plain);
    return { kind: 'markdown', plain, markdown: address && words ? `[${words}](${address})` : words };
  },
  example: 'title|link:url',
};
