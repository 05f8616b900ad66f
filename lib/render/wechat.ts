/**
 * A post for the editor of WeChat's official accounts (公众号): it keeps inline styles, drops links to other sites and
 * images that it has not been given, so links become numbered notes and images places to put them, listed at the end.
 */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { ResolvedPost } from '../model/resolved-post';
import { bodyTree } from './fragment';
import { h, toHtml } from './html';
import { inlineStyles, wechatStyles } from './inline-styles';
import { type Labels, labelsFor } from './labels';

/** The body as HTML to paste; `fileName` names the file of an image. */
export function renderWechat(post: ResolvedPost, fileName: (path: string) => string): string {
  const labels = labelsFor(post.language);
  // Its share row is WeChat's own.
  const parts = post.parts.filter((part) => part.kind !== 'share');
  const body = bodyTree({ ...post, parts }, (path) => path);
  const notes = numberLinks(body);
  const pictures = holdPlaces(body, labels, fileName);
  const tail: ElementContent[] = [];
  if (notes.length > 0)
    tail.push(
      h('h2', {}, labels.references),
      ...notes.map((note, index) => h('p', { className: ['origin'] }, `[${index + 1}] ${note}`)),
    );
  if (pictures.length > 0)
    tail.push(h('h2', {}, labels.imagesToUpload), ...pictures.map((line) => h('p', { className: ['origin'] }, line)));
  return toHtml([h('section', {}, inlineStyles([...body, ...tail], wechatStyles))]);
}

/** Links and footnotes as `[1]`; what each number stands for. The same address has one number. */
function numberLinks(children: ElementContent[]): string[] {
  const root = { type: 'root' as const, children };
  const footnotes = new Map<string, string>();
  visit(root, 'element', (node) => {
    const id = String(node.properties.id ?? '');
    if (node.tagName === 'li' && id.startsWith('note-')) footnotes.set(`#${id}`, withoutArrow(textOf(node)));
  });
  const notes: string[] = [];
  const numberOf = (note: string) => {
    if (!notes.includes(note)) notes.push(note);
    return h('sup', {}, `[${notes.indexOf(note) + 1}]`);
  };
  visit(root, 'element', (node, at, parent) => {
    if (!parent || at === undefined) return;
    if (isNotes(node)) {
      parent.children.splice(at, 1);
      return at;
    }
    if (node.tagName !== 'a') return;
    const href = String(node.properties.href ?? '');
    const footnote = footnotes.get(href);
    if (footnote !== undefined) parent.children[at] = numberOf(footnote);
    else if (isWechat(href)) return;
    else if (!/^https?:/.test(href) || textOf(node) === href) parent.children.splice(at, 1, ...node.children);
    else parent.children.splice(at, 1, ...node.children, numberOf(href));
    return at + 1;
  });
  return notes;
}

const isNotes = (node: Element): boolean =>
  node.tagName === 'section' && Array.isArray(node.properties.className) && node.properties.className.includes('notes');
const withoutArrow = (text: string): string => text.replace(/↩\ufe0e?\d*/gu, '').trim();
const isWechat = (href: string): boolean => URL.canParse(href) && new URL(href).hostname === 'mp.weixin.qq.com';

/** Each image as a place to put it; the lines that say which file goes where. */
function holdPlaces(children: ElementContent[], labels: Labels, fileName: (path: string) => string): string[] {
  const lines: string[] = [];
  const numbers = new Map<string, number>();
  visit({ type: 'root', children }, 'element', (node, at, parent) => {
    if (node.tagName !== 'img' || !parent || at === undefined) return;
    const name = fileName(String(node.properties.src));
    const number = numbers.get(name) ?? numbers.size + 1;
    if (!numbers.has(name))
      lines.push([`${labels.imageNumber(number)} · ${name}`, captionOf(parent)].filter(Boolean).join(' · '));
    numbers.set(name, number);
    parent.children[at] = h('p', { className: ['picture'] }, `［${labels.imageNumber(number)}］`);
  });
  return lines;
}

function captionOf(parent: { children: readonly unknown[] }): string {
  const caption = (parent.children as ElementContent[]).find(
    (child): child is Element => child.type === 'element' && child.tagName === 'figcaption',
  );
  return caption ? textOf(caption) : '';
}
