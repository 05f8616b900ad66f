/** Attributes of an article's elements: those that mean something, with values that are valid; the rest is left out. */
import type { Element, Properties } from 'hast';
import { webAddress } from './address';
import { knownLanguage } from './labels';

const date =
  /^(\d{4}(-\d{2}(-\d{2})?)?([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?|\d{2}:\d{2}(:\d{2})?)$/;
const whole = (value: unknown, least: number): number | null => {
  const number = Number(value);
  return Number.isInteger(number) && number >= least && number <= 1000 ? number : null;
};

/**
 * The attributes an element keeps; null when an inline element means nothing without those that it has not, and only
 * its content should stay. `link` gives the address of a link, null for none.
 */
export function tidyAttributes(node: Element, link: (href: string) => string | null): Properties | null {
  const from = node.properties;
  const kept: Properties = {};
  const keep = (name: string, value: Properties[string]) => {
    if (value !== null && value !== undefined && value !== '' && value !== false) kept[name] = value;
  };
  keep('lang', knownLanguage(typeof from.lang === 'string' ? from.lang : null));
  if (['ltr', 'rtl', 'auto'].includes(String(from.dir))) keep('dir', from.dir);
  if (node.tagName === 'abbr' || node.tagName === 'dfn') keep('title', String(from.title ?? '').trim());
  switch (node.tagName) {
    case 'a':
      keep('href', link(String(from.href ?? '')));
      for (const name of ['id', 'ariaLabel']) keep(name, from[name]);
      for (const name of ['dataFootnoteRef', 'dataFootnoteBackref']) keep(name, name in from);
      return kept.href ? kept : null;
    case 'span':
      return Object.keys(kept).length > 0 ? kept : null;
    case 'bdo':
      return kept.dir ? kept : null;
    case 'time':
      if (date.test(String(from.dateTime ?? ''))) keep('dateTime', from.dateTime);
      return kept.dateTime ? kept : null;
    case 'blockquote':
    case 'q':
      keep('cite', webAddress(String(from.cite ?? '')));
      return kept;
    case 'code':
      keep('className', from.className);
      return kept;
    case 'ol':
      keep('start', from.start === undefined ? null : whole(from.start, 0));
      keep('reversed', Boolean(from.reversed));
      if (/^[1aAiI]$/.test(String(from.type ?? ''))) keep('type', from.type);
      return kept;
    case 'li':
      keep('value', from.value === undefined ? null : whole(from.value, 0));
      keep('id', from.id);
      return kept;
    case 'col':
    case 'colgroup':
      if ((whole(from.span, 1) ?? 1) > 1) keep('span', whole(from.span, 1));
      return kept;
    case 'td':
    case 'th':
      return { ...kept, ...cellAttributes(node) };
    default:
      return kept;
  }
}

function cellAttributes({ tagName, properties }: Element): Properties {
  const kept: Properties = {};
  for (const name of ['colSpan', 'rowSpan']) {
    const span = whole(properties[name], 2);
    if (span !== null) kept[name] = span;
  }
  if (tagName === 'th' && /^(row|col|rowgroup|colgroup)$/.test(String(properties.scope))) kept.scope = properties.scope;
  if (/^(left|center|right)$/.test(String(properties.align))) kept.align = properties.align;
  return kept;
}
