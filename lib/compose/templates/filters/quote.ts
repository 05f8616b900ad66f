/** Quotation marks around a text, those of the language. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const quote: Filter = {
  name: 'quote',
  args: { least: 0, most: 0 },
  shape: () => 'text',
  apply: (input, _args, { language }) => {
    const words = plainOf(input, language);
    if (!words) return text('');
    const isTraditional = /^zh-(?:hant|tw|hk|mo)\b|^(?:ja|yue)\b/iu.test(language);
    return text(isTraditional ? `「${words}」` : `“${words}”`);
  },
  example: 'quotes|first|quote',
};
