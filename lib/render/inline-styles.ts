/** Styles written on every element: what mail programs and editors that drop style sheets keep. */
import type { ElementContent } from 'hast';
import { visit } from 'unist-util-visit';

/** CSS declarations by tag name, or by class as `.quote`, which come after those of the tag. */
export type StyleSheet = Readonly<Record<string, string>>;

/** Writes the styles on the tree and takes away what only a page of our own has a use for. Changes it in place. */
export function inlineStyles(children: ElementContent[], sheet: StyleSheet): ElementContent[] {
  visit({ type: 'root', children }, 'element', (node) => {
    const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
    const styles = [sheet[node.tagName], ...classes.map((name) => sheet[`.${name}`])].filter(Boolean);
    for (const name of Object.keys(node.properties))
      if (/^(data|aria|className$|loading$|decoding$|id$)/.test(name)) delete node.properties[name];
    if (styles.length > 0) node.properties.style = styles.join(';');
  });
  return children;
}

/** A quiet page of text that every mail program draws alike. */
export const mailStyles: StyleSheet = {
  h1: 'margin:0 0 12px;font-size:26px;line-height:1.25;color:#1f2328',
  h2: 'margin:32px 0 8px;font-size:20px;line-height:1.3;color:#1f2328',
  h3: 'margin:24px 0 8px;font-size:17px;line-height:1.4;color:#1f2328',
  p: 'margin:0 0 16px;font-size:16px;line-height:1.6;color:#1f2328',
  li: 'margin:0 0 6px;font-size:16px;line-height:1.6;color:#1f2328',
  a: 'color:#0b57d0;text-decoration:underline',
  blockquote: 'margin:0 0 8px;padding:0 0 0 16px;border-left:3px solid #d0d7de;color:#3d444d',
  figure: 'margin:0 0 20px',
  figcaption: 'margin:6px 0 0;font-size:13px;line-height:1.5;color:#59636e',
  small: 'font-size:12px;color:#59636e',
  img: 'display:block;max-width:100%;height:auto;border:0',
  table: 'margin:0 0 16px;border-collapse:collapse;font-size:15px',
  th: 'padding:6px 10px;border:1px solid #d0d7de;text-align:left',
  td: 'padding:6px 10px;border:1px solid #d0d7de;vertical-align:top',
  pre: 'margin:0 0 16px;padding:12px;background:#f6f8fa;font-size:13px;white-space:pre-wrap',
  code: 'font-family:Consolas,Menlo,monospace;font-size:14px',
  hr: 'margin:24px 0;border:0;border-top:1px solid #d0d7de',
  '.origin': 'font-size:13px;color:#59636e',
};

/** As articles look that people read in WeChat: wide lines, room between paragraphs, no serifs. */
export const wechatStyles: StyleSheet = {
  h2: 'margin:2em 0 1em;padding:0 0 0 10px;border-left:4px solid #8a5a34;font-size:18px;line-height:1.5;font-weight:bold;color:#333',
  h3: 'margin:1.6em 0 .8em;font-size:16px;line-height:1.6;font-weight:bold;color:#333',
  p: 'margin:0 0 1.2em;font-size:16px;line-height:1.75;letter-spacing:.5px;color:#3f3f3f;text-align:justify',
  li: 'margin:0 0 .5em;font-size:16px;line-height:1.75;color:#3f3f3f',
  blockquote: 'margin:0 0 .6em;padding:10px 14px;border-left:3px solid #c8b8aa;background:#f8f5f2;color:#555',
  figure: 'margin:0 0 1.4em',
  figcaption: 'margin:6px 0 0;font-size:13px;line-height:1.6;color:#888;text-align:center',
  small: 'font-size:12px;color:#888',
  strong: 'font-weight:bold;color:#333',
  sup: 'font-size:12px;line-height:0;color:#8a5a34',
  table: 'margin:0 0 1.2em;width:100%;border-collapse:collapse;font-size:14px',
  th: 'padding:6px 8px;border:1px solid #ddd;background:#f8f5f2;text-align:left',
  td: 'padding:6px 8px;border:1px solid #ddd',
  pre: 'margin:0 0 1.2em;padding:12px;background:#f6f6f6;font-size:13px;line-height:1.6;white-space:pre-wrap',
  code: 'font-family:Menlo,Consolas,monospace;font-size:13px',
  hr: 'margin:2em 0;border:0;border-top:1px solid #ddd',
  '.origin': 'font-size:13px;color:#888',
  '.picture': 'padding:24px 12px;border:1px dashed #c8b8aa;font-size:14px;color:#8a5a34;text-align:center',
};
