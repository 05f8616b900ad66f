/** Markdown of notes into HTML, GitHub flavour; raw HTML in it stays and is the sanitiser's to judge. */
import rehypeStringify from 'rehype-stringify';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** Notes beyond this are taken as plain text: the parser's time grows faster than they do. */
const longest = 300_000;

/** Never clean: for `sanitizeArticle`. */
export function htmlOfMarkdown(markdown: string): string {
  return markdown.length > longest ? htmlOfText(markdown) : String(processor.processSync(markdown));
}

/** Paragraphs of plain text. */
export function htmlOfText(text: string): string {
  const escaped = text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  return escaped
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('');
}
