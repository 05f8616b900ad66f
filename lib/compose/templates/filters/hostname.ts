/** The site of an address, without `www.`. */
import { plainOf, text } from '../value';
import type { Filter } from './filter';

export const hostname: Filter = {
  name: 'hostname',
  args: { least: 0, most: 0 },
  shape: () => 'text',
  apply: (input) => {
    const address = plainOf(input, '');
    return text(URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : '');
  },
  example: 'url|hostname',
};
