/** Every filter, in the order in which people find them. */
import { count } from './count';
import { date } from './date';
import { defaultTo } from './default';
import type { Filter } from './filter';
import { first } from './first';
import { hostname } from './hostname';
import { join } from './join';
import { limit } from './limit';
import { link } from './link';
import { lower } from './lower';
import { quote } from './quote';
import { replace } from './replace';
import { sort } from './sort';
import { strip } from './strip';
import { truncate } from './truncate';
import { upper } from './upper';

export const filters: readonly Filter[] = [
  date,
  defaultTo,
  truncate,
  join,
  first,
  limit,
  sort,
  count,
  link,
  quote,
  hostname,
  strip,
  replace,
  upper,
  lower,
];
