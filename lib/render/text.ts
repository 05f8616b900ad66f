/** A post as plain text that reads well in an e-mail or a chat: headline first, captions and sources in place. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ResolvedPost } from '../model/resolved-post';
import { webAddress } from './address';
import { bodyTree } from './fragment';
import { cleanText } from './html';
import { labelsFor, writtenDate } from './labels';

/** The post as plain text, paragraphs parted by an empty line, addresses of sources in full. */
export function renderText(post: ResolvedPost): string {
  const labels = labelsFor(post.language);
  const date = writtenDate(post.publishedAt, post.language)?.words ?? '';
  const author = post.author.trim();
  const line = [author && labels.by(author), date].filter(Boolean).join(labels.separator);
  const withoutShare = { ...post, parts: post.parts.filter((part) => part.kind !== 'share') };
  const body = blocksOf(bodyTree(withoutShare, (path) => path));
  return `${[cleanText(post.title.trim()), cleanText(line), ...body, webAddress(post.canonicalUrl)].filter(Boolean).join('\n\n')}\n`;
}

const holders = new Set(['div', 'section', 'figcaption', 'nav']);

function blocksOf(children: readonly ElementContent[]): string[] {
  return children.flatMap((node): string[] => {
    if (node.type !== 'element') return node.type === 'text' && node.value.trim() ? [squeeze(node.value)] : [];
    if (holders.has(node.tagName)) return hasBlocks(node) ? blocksOf(node.children) : [inlineOf(node)];
    return [blockOf(node)].filter(Boolean);
  });
}

function blockOf(node: Element): string {
  switch (node.tagName) {
    case 'ul':
    case 'ol':
      return listOf(node);
    case 'blockquote':
      return indent(blocksOf(node.children).join('\n\n'), '> ');
    case 'figure':
      return figureOf(node);
    case 'table':
      return rowsOf(node).join('\n');
    case 'pre':
      return textOf(node).replace(/\s+$/, '');
    case 'hr':
      return '* * *';
    case 'dl':
      return node.children.map((child) => (child.type === 'element' ? cellOf(child) : '')).join('\n');
    default:
      return inlineOf(node);
  }
}

function figureOf(node: Element): string {
  const inside = (name: string) =>
    node.children.filter((child) => child.type === 'element' && child.tagName === name) as Element[];
  const caption = inside('figcaption').map(inlineOf).join(' ');
  if (node.properties.className) {
    const rest = blocksOf(node.children.filter((child) => child.type === 'element' && child.tagName !== 'figcaption'));
    return [...rest, caption && `— ${caption}`].filter(Boolean).join('\n');
  }
  const [picture] = inside('img');
  if (!picture) return [...blocksOf(node.children)].join('\n');
  return `[${caption || String(picture.properties.alt ?? '') || String(picture.properties.src)}]`;
}

function listOf(list: Element): string {
  let number = Number(list.properties.start ?? 1);
  return list.children
    .filter((child) => child.type === 'element')
    .map((item) => {
      const mark = list.tagName === 'ol' ? `${number++}. ` : '- ';
      const words = cellOf(item)
        .split('\n')
        .join(`\n${' '.repeat(mark.length)}`);
      return mark + words;
    })
    .join('\n');
}

function rowsOf(table: Element): string[] {
  return table.children.flatMap((child): string[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'caption') return [inlineOf(child)];
    if (child.tagName !== 'tr') return rowsOf(child);
    const cells = child.children.filter((cell) => cell.type === 'element');
    return [cells.map((cell) => cellOf(cell).replace(/\s+/g, ' ')).join('\t')];
  });
}

const cellOf = (node: Element): string => (hasBlocks(node) ? blocksOf(node.children).join('\n') : inlineOf(node));

const blockTags = /^(p|div|section|h[1-6]|ul|ol|dl|blockquote|figure|table|pre|hr)$/;
const hasBlocks = (node: Element): boolean =>
  node.children.some((child) => child.type === 'element' && blockTags.test(child.tagName));

/** A line of text. A source's link is followed by its address: plain text has no other way to say it. */
function inlineOf(node: Element): string {
  const write = (child: ElementContent): string => {
    if (child.type === 'text') return child.value.replace(/\s+/g, ' ');
    if (child.type !== 'element' || child.properties.dataFootnoteBackref !== undefined) return '';
    if (child.tagName === 'br') return '\n';
    if (child.properties.dataFootnoteRef !== undefined) return `[${textOf(child)}]`;
    const words = child.children.map(write).join('');
    const namesSource = child.tagName === 'a' && child.children.some((inner) => isTag(inner, 'cite'));
    return namesSource ? `${words} <${child.properties.href}>` : words;
  };
  return node.children
    .map(write)
    .join('')
    .replace(/ *\n */g, '\n')
    .trim();
}

const isTag = (node: ElementContent, name: string): boolean => node.type === 'element' && node.tagName === name;
const squeeze = (value: string): string => value.replace(/\s+/g, ' ').trim();
const indent = (value: string, by: string): string =>
  value
    .split('\n')
    .map((line) => `${by}${line}`.trimEnd())
    .join('\n');
