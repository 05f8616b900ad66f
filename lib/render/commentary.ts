/**
 * A writer's Markdown as blocks: GitHub flavour, no raw HTML, no images from elsewhere, and emphasis that begins and
 * ends beside Chinese characters and punctuation, where plain CommonMark leaves the asterisks standing.
 */
import type { Element, ElementContent, Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { fitHeadings } from './headings';
import { h } from './html';
import type { Labels } from './labels';
import { commentarySchema } from './schema';
import { tidy } from './tidy';

/**
 * The Markdown as valid blocks under headings of level `topHeading`. `nth` tells the footnotes of one part of a post
 * from another's. Markup typed as text stays text. Links may be relative: they are the blog's own.
 */
export function commentary(markdown: string, nth: number, labels: Labels, topHeading: number): ElementContent[] {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkCjkFriendly)
    .use(rawAsText)
    .use(remarkRehype, {
      clobberPrefix: `note-${nth}-`,
      footnoteLabel: labels.footnotes,
      footnoteLabelProperties: {},
      footnoteBackLabel: (index) => labels.backToText(String(index + 1)),
    })
    .use(marksForCheckboxes)
    .use(rehypeSanitize, commentarySchema);
  const root = parser.runSync(parser.parse(markdown));
  const notes = footnotesOf(root);
  const children = [
    ...blocks(root.children),
    ...notes.map((section) => h('section', { className: ['notes'] }, blocks(section.children))),
  ];
  fitHeadings(children, topHeading);
  return children;
}

function blocks(children: Root['children']): ElementContent[] {
  return tidy(children as ElementContent[], {
    image: () => null,
    figure: () => null,
    link: (href) => href || null,
  });
}

function footnotesOf(root: Root): Element[] {
  const isNotes = (node: Root['children'][number]): node is Element =>
    node.type === 'element' && node.properties.dataFootnotes !== undefined;
  const found = root.children.filter(isNotes);
  root.children = root.children.filter((node) => !isNotes(node));
  return found;
}

/** Raw HTML is what the writer typed, not what the page should do: shown as the text it is. */
function rawAsText() {
  return (tree: MarkdownRoot) => {
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined) return;
      const words = { type: 'text' as const, value: node.value };
      const inFlow = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
      parent.children[index] = inFlow ? { type: 'paragraph', children: [words] } : words;
    });
  };
}

/** A task list's boxes as characters: a form control in a text can be neither used nor named. */
function marksForCheckboxes() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'input' || !parent || index === undefined) return;
      parent.children[index] = { type: 'text', value: node.properties.checked ? '☑' : '☐' };
    });
  };
}
