/** The article allow-list of `lib/model/article-html.ts` as rehype-sanitize reads it: the second wall, at export. */
import type { Options as Schema } from 'rehype-sanitize';
import { allowedAttributes, allowedLinkSchemes, allowedTags, droppedWithContent } from '../model/article-html';

// hast names properties as the DOM does where that differs from the attribute.
const propertyNames: Record<string, string> = { colspan: 'colSpan', rowspan: 'rowSpan', datetime: 'dateTime' };

const attributes: NonNullable<Schema['attributes']> = Object.fromEntries(
  Object.entries(allowedAttributes).map(([tag, names]) => [tag, names.map((name) => propertyNames[name] ?? name)]),
);

export const articleSchema: Schema = {
  tagNames: [...allowedTags],
  attributes,
  protocols: { href: [...allowedLinkSchemes], cite: ['http', 'https'], src: ['http', 'https'] },
  strip: [...droppedWithContent],
  ancestors: Object.fromEntries(
    ['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((tag) => [tag, ['table']]),
  ),
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

/**
 * What a writer's Markdown may become: the same, its first heading level, columns that are aligned, the language of
 * code, and the ids by which footnotes find each other. These begin with `note-` and so never meet another id.
 */
export const commentarySchema: Schema = {
  ...articleSchema,
  tagNames: [...allowedTags, 'h1'],
  attributes: {
    ...attributes,
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', ['id', /^note-/]],
    code: [['className', /^language-/]],
    li: ['value', ['id', /^note-/]],
    section: ['dataFootnotes'],
    td: [...(attributes.td ?? []), 'align'],
    th: [...(attributes.th ?? []), 'align'],
  },
};
