// @ts-check
/** A renderer of Markdown that lets raw HTML through, as many site generators do. */
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const lenient = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** @param {string} markdown */
export const toLenientHtml = (markdown) => String(lenient.processSync(markdown));
