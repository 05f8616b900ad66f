/** What readers of Markdown run or rewrite beside CommonMark, and how a text is kept from it. */
import type { Code, InlineCode, Nodes, Parents, Root, RootContent } from 'mdast';
import type { Options } from 'remark-stringify';
import { visit } from 'unist-util-visit';
import type { MarkdownDialect } from '../model/markdown-style';

type Unsafe = NonNullable<Options['unsafe']>[number];

type Dialect = {
  /** Characters that get a backslash beside those of CommonMark. */
  unsafe: readonly Unsafe[];
  /** What is written as a character reference, in text that has its backslashes: template engines know no others. */
  references: RegExp | null;
  /** Code as it must be written so that the reader shows it as it is; null when there is no such way. */
  code: (code: string) => string | null;
  /** Whether a link must be written out where CommonMark has the short form `<https://…>`. */
  longLinks: boolean;
};

// Where a backslash would be read as itself.
const notInConstruct: Unsafe['notInConstruct'] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'image',
];
const inText = (character: string, more: Partial<Unsafe> = {}): Unsafe => ({
  character,
  inConstruct: 'phrasing',
  notInConstruct,
  ...more,
});

/** Quotes, dashes and dots that a typographer would change: a quotation keeps the marks it was printed with. */
const typography = [
  inText('"'),
  inText("'"),
  inText('-', { after: '(?=-)' }),
  inText('.', { after: '(?=\\.\\.)' }),
  inText('<', { after: '(?=<)' }),
  inText('>', { after: '(?=>)' }),
];
const definition: Unsafe = { character: ':', atBreak: true, after: '[ \t]' };

const asIs = (code: string): string => code;
const braces = /\{/g;
// kramdown knows fewer backslashes than CommonMark: https://kramdown.gettalong.org/syntax.html#automatic-and-manual-escaping
const bracesAndKramdown = /\{|\\[&@~=^/;?,%]/g;

const dialects: Record<MarkdownDialect, Dialect> = {
  // Eleventy, Hexo and Jekyll run `{{ }}` and `{% %}`, Hugo `{{< >}}`, before Markdown is read.
  portable: { unsafe: [], references: /\{(?=[{%#<])/g, code: asIs, longLinks: false },
  plain: { unsafe: [], references: null, code: asIs, longLinks: false },
  // Hexo's typographer
  marked: { unsafe: typography, references: null, code: asIs, longLinks: false },
  // https://gohugo.io/content-management/shortcodes/ and goldmark's typographer, definition lists and attributes
  goldmark: { unsafe: [...typography, definition], references: braces, code: hugoCode, longLinks: false },
  // https://kramdown.gettalong.org/syntax.html: tables without outer bars, `{: }` attributes, `^` and `$$`
  kramdown: {
    unsafe: [...typography, definition, inText('|'), inText('$', { after: '\\$' }), { character: '^', atBreak: true }],
    references: bracesAndKramdown,
    code: liquidCode,
    longLinks: false,
  },
  // https://mdxjs.com/docs/what-is-mdx/ and directives (`:::note`); MDX 2 has no `<https://…>`
  mdx: { unsafe: [inText('<'), inText(':', { after: ':' })], references: braces, code: asIs, longLinks: true },
};

/** The dialect's part of the options of remark-stringify. */
export function dialectOptions(name: MarkdownDialect): Options {
  const { unsafe, references, longLinks } = dialects[name];
  return {
    unsafe: [...unsafe],
    resourceLink: longLinks,
    handlers: {
      text: (node, _parent, state, info) => {
        const written = state.safe(node.value, info);
        return references ? written.replace(references, reference) : written;
      },
    },
  };
}

/**
 * Makes addresses, alternative texts and code safe from what the dialect's reader runs; images get their address from
 * `imageUrl`. Code that cannot be kept from being run becomes plain text. Changes the tree; tells whether code holds
 * what template engines would run.
 */
export function fitDialect(tree: Root, name: MarkdownDialect, imageUrl: (path: string) => string): boolean {
  const { code } = dialects[name];
  let hasTemplates = false;
  visit(tree, (node: Nodes, index: number | undefined, parent: Parents | undefined) => {
    if (node.type === 'link') node.url = withoutBraces(node.url);
    if (node.type === 'image') {
      node.url = imageUrl(withoutBraces(node.url));
      node.alt = alternative(node.alt ?? '', name);
    }
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    hasTemplates ||= /\{[{%#<]/.test(node.value);
    const written = code(node.value);
    if (written !== null) node.value = written;
    else if (parent && index !== undefined) parent.children[index] = asWords(node);
  });
  return hasTemplates;
}

/** The last character of `match`, which may have a backslash, as a reference. */
const reference = (match: string): string => `&#x${(match.at(-1) ?? '').charCodeAt(0).toString(16).toUpperCase()};`;

/** Hugo shows what its typographer makes of marks in an alternative text as `&ldquo;`, and backslashes as they are. */
function alternative(alt: string, name: MarkdownDialect): string {
  const inert = alt.replace(/\{(?=[{%#<:])/g, '{ ');
  if (name !== 'goldmark') return inert;
  const quoted = inert
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/"/g, '”')
    .replace(/'/g, '’');
  return quoted.replace(/\[/g, '(').replace(/\]/g, ')').replace(/--+/g, '–').replace(/\.{3}/g, '…');
}

const withoutBraces = (address: string): string => address.replace(/[{}]/g, encodeURIComponent);

function asWords(node: Code | InlineCode): RootContent {
  if (node.type === 'inlineCode') return { type: 'text', value: node.value };
  const lines = node.value.split('\n').map((line) => line.replace(/^ +/, (indent) => '\u00a0'.repeat(indent.length)));
  const children = lines.flatMap((value, index) => [
    ...(index > 0 ? [{ type: 'break' as const }] : []),
    { type: 'text' as const, value },
  ]);
  return { type: 'paragraph', children };
}

/** Shortcodes as Hugo's comments, which it shows without running them; null for one that has no end. */
function hugoCode(code: string): string | null {
  const written = code
    .replace(/\{\{<(?!\/\*)((?:(?!\{\{<)[\s\S])*?)>\}\}/g, '{{</*$1*/>}}')
    .replace(/\{\{%(?!\/\*)((?:(?!\{\{%)[\s\S])*?)%\}\}/g, '{{%/*$1*/%}}');
  return /\{\{[<%](?!\/\*)/.test(written) || /\{\{[<%]\/\*/.test(code) ? null : written;
}

/** Braces that open a tag as Liquid's output of a brace: unlike `raw`, that holds whatever the code says. */
function liquidCode(code: string): string {
  return code.replace(/\{(?=[{%])/g, "{{ '{' }}");
}
