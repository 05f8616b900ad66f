/** Headings of a text, fitted under the post's own. */
import type { ElementContent } from 'hast';

/**
 * Renames headings in place so that the highest is `top` and none skips a level, whatever the text had: each is one
 * below the nearest heading before it that was higher.
 */
export function fitHeadings(children: readonly ElementContent[], top: number): void {
  const open: number[] = [];
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (!level) {
        walk(node.children);
        continue;
      }
      while (open.length > 0 && (open.at(-1) ?? 0) >= Number(level)) open.pop();
      open.push(Number(level));
      node.tagName = `h${Math.min(6, top + open.length - 1)}`;
    }
  };
  walk(children);
}
