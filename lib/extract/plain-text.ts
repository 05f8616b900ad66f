/** The words of a tree as plain text, block by block. */

import { collapse } from './clean-text';

/** Elements that begin a line of their own. */
export const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const silent = new Set(['script', 'style', 'noscript', 'template', 'figcaption', 'figure', 'svg', 'math', 'head']);

/**
 * One line for each block, a blank line between blocks; `<br>` is a line break. The text of figures is left out:
 * captions belong to the images. Walks without recursion, so depth does not matter.
 */
export function plainText(root: Node): string {
  const lines: string[] = [];
  let line = '';
  const endLine = (): void => {
    const text = line
      .replace(/ {2,}/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim();
    if (text) lines.push(text);
    line = '';
  };
  let node: Node | null = root;
  while (node) {
    const name: string = (node as Element).localName ?? '';
    if (node.nodeType === Node.TEXT_NODE) line += collapse(node.nodeValue ?? '');
    else if (name === 'br') line += '\n';
    else if (blocks.has(name)) endLine();
    if (node.firstChild && !silent.has(name)) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && blocks.has((node as Element).localName)) endLine();
    }
    node = !node || node === root ? null : node.nextSibling;
  }
  endLine();
  return lines.join('\n\n');
}
