/** A post as GitHub-flavoured Markdown that every CommonMark reader takes the same way, with no HTML in it. */
import type { ElementContent } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { MarkdownStyle } from '../model/markdown-style';
import type { ResolvedPost } from '../model/resolved-post';
import { bodyTree } from './fragment';
import { factsOf, portableFields, writeFrontMatter } from './front-matter';
import { labelsFor } from './labels';
import { dialectOptions, fitDialect } from './markdown-dialects';
import { forMarkdown, handlers } from './markdown-handlers';
import { listNotes } from './markdown-notes';

/** For no reader in particular. */
const portable: MarkdownStyle = {
  dialect: 'portable',
  footnotes: 'marked',
  frontMatter: portableFields,
  imageUrl: (path) => path,
};

/**
 * Front matter and body. The tree has been sanitised; here text that looks like markup is escaped on its way out, so
 * that nothing becomes live in a renderer that passes HTML through. Beside `**` a Chinese character may be written as
 * a character reference (`&#x8BF4;`): without it CommonMark does not close emphasis there.
 */
export function renderMarkdown(post: ResolvedPost, style: MarkdownStyle = portable): string {
  const tree = bodyTree(post, (path) => path);
  const body = style.footnotes === 'listed' ? listNotes(tree, labelsFor(post.language).footnotes) : tree;
  const { text, hasTemplates } = toMarkdown(body, style);
  return `${writeFrontMatter(style.frontMatter(factsOf(post), hasTemplates))}\n${text}`;
}

/** Blocks of clean HTML as Markdown; `hasTemplates` when code in them holds what template engines would run. */
export function toMarkdown(
  children: ElementContent[],
  { dialect, imageUrl }: Pick<MarkdownStyle, 'dialect' | 'imageUrl'> = portable,
): { text: string; hasTemplates: boolean } {
  const writer = unified()
    .use(rehypeRemark, { handlers })
    .use(remarkGfm, { tablePipeAlign: false, singleTilde: false })
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      fences: true,
      ...dialectOptions(dialect),
    });
  const tree = writer.runSync({ type: 'root', children: forMarkdown(children) }) as MarkdownRoot;
  const hasTemplates = fitDialect(tree, dialect, imageUrl);
  return { text: writer.stringify(tree), hasTemplates };
}
