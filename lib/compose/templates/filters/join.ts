/** The items of a list in one text, with something between them; without saying what as the language does it. */
import { isHan, plainOf, text } from '../value';
import type { Filter } from './filter';

export const join: Filter = {
  name: 'join',
  args: { least: 0, most: 1 },
  shape: () => 'text',
  apply: (input, [between], { language }) => {
    if (input.kind !== 'list') return text(plainOf(input, language));
    const gap = between?.kind === 'text' ? between.text : isHan(language) ? '、' : ', ';
    return text(
      input.items
        .map((item) => plainOf(item, language))
        .filter(Boolean)
        .join(gap),
    );
  },
  example: 'tags|join:" · "',
};
