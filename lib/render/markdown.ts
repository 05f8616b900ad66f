/** A post as GitHub-flavoured Markdown that every CommonMark reader takes the same way, with no HTML in it. */
import type { ElementContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { ResolvedPost } from '../model/resolved-post';
import { bodyTree } from './fragment';
import { frontMatter } from './front-matter';
import { forMarkdown, handlers } from './markdown-handlers';

/**
 * Front matter and body. The tree has been sanitised; here text that looks like markup is escaped on its way out, so
 * that nothing becomes live in a renderer that passes HTML through. Beside `**` a Chinese character may be written as
 * a character reference (`&#x8BF4;`): without it CommonMark does not close emphasis there.
 */
export function renderMarkdown(post: ResolvedPost): string {
  const { text, hasTemplates } = toMarkdown(bodyTree(post, (path) => path));
  return `${frontMatter(post, hasTemplates)}\n${text}`;
}

/** Blocks of clean HTML as Markdown; `hasTemplates` when code in them holds what template engines would run. */
export function toMarkdown(children: ElementContent[]): { text: string; hasTemplates: boolean } {
  const writer = unified()
    .use(rehypeRemark, { handlers })
    .use(remarkGfm, { tablePipeAlign: false, singleTilde: false })
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      fences: true,
      handlers: {
        // Eleventy, Hexo and Jekyll run `{{ }}` and `{% %}`, Hugo `{{< >}}`, before Markdown is read.
        text: (node, _parent, state, info) => state.safe(node.value, info).replace(/\{(?=[{%#<])/g, '&#x7B;'),
      },
    });
  const tree = writer.runSync({ type: 'root', children: forMarkdown(children) }) as MarkdownRoot;
  const hasTemplates = inert(tree);
  return { text: writer.stringify(tree), hasTemplates };
}

/** Makes addresses and alternative texts safe from template engines; tells whether code holds what they would run. */
function inert(tree: MarkdownRoot): boolean {
  let inCode = false;
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image') node.url = node.url.replace(/[{}]/g, encodeURIComponent);
    if (node.type === 'image') node.alt = node.alt?.replace(/\{(?=[{%#<])/g, '{ ');
    if (node.type === 'code' || node.type === 'inlineCode') inCode ||= /\{[{%#<]/.test(node.value);
  });
  return inCode;
}
