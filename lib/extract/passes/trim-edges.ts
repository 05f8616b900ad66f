/** Pass: trims the lines before the first sentence and behind the last: section, headline, byline, date, credits. */
import { cleanText } from '../metadata/clean-text';
import type { Article, ArticlePass } from './pass';

const mostLines = 8;
const greatestShare = 0.15;
const sentence = /[.!?。！？…:："”’」]\s*$/u;
const credit =
  /^(?:by|von|par|por)\s+\p{Lu}|^(?:photo|image|picture|foto|illustration)s?\s*(?:by|credit|courtesy|:|：)|^\(?(?:photo|image)s?:|^(?:来源|作者|记者|编辑|责编|时间|日期|发布)\s*[:：]|^(?:published|updated|posted|last updated|first published)\b|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|^\d+ min(?:ute)?s? read$|^(?:reading time|share|print|email|comments?|save)$/iu;

export const trimEdges: ArticlePass = {
  name: 'trim-edges',
  reason: 'Readability keeps lines that the clip has as data: section, headline, byline, date, credits.',
  run(article) {
    const blocks = [
      ...article.root.querySelectorAll('p,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,pre,table,figure,div'),
    ].filter(isLeaf);
    const total = cleanText(article.root.textContent).length;
    let changed = false;
    let removed = 0;
    for (const block of blocks.slice(0, mostLines)) {
      const text = cleanText(block.textContent);
      if (block.matches('figure') || block.closest('figure')) continue;
      if (!isFrame(block, text, article) || removed + text.length > total * greatestShare) break;
      removed += text.length;
      block.remove();
      changed = true;
    }
    for (const block of blocks.slice(-3).reverse()) {
      const text = cleanText(block.textContent);
      if (!article.root.contains(block) || block.closest('figure')) continue;
      if (!credit.test(text) || text.length > 100) break;
      block.remove();
      changed = true;
    }
    return changed;
  },
};

function isLeaf(block: Element): boolean {
  if (block.matches('figure,table,pre')) return true;
  return block.querySelector('p,h1,h2,h3,h4,h5,h6,ul,ol,blockquote,pre,table,figure,div') === null;
}

/** A line of the article's frame: its headline again, a byline or date, or words too few for a sentence. */
function isFrame(block: Element, text: string, article: Article): boolean {
  if (block.querySelector('img')) return false;
  if (text === '' || fold(text) === fold(article.metadata.title)) return true;
  if (
    text.length < 160 &&
    article.metadata.byline !== '' &&
    fold(text).replace(/^by/u, '').startsWith(fold(article.metadata.byline))
  )
    return true;
  return text.length < 100 && credit.test(text) && !(sentence.test(text) && text.length > 60);
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
