/** Lists and tables as WordPress blocks. */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { block, figureCaption, inlineHtml } from './block-markup';

const isElement = (node: ElementContent): node is Element => node.type === 'element';
const blockTags = new Set([
  'p',
  'div',
  'section',
  'figure',
  'blockquote',
  'table',
  'pre',
  'dl',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** A list with its items; lists in items stay lists, other blocks in them give their words. `wrap` is for inline content. */
export function list(node: Element, wrap: Wrap): string {
  const ordered = node.tagName === 'ol';
  const start = Number(node.properties.start ?? 1);
  const attributes = {
    ...(ordered && { ordered: true }),
    ...(ordered && start !== 1 && { start }),
    ...(ordered && node.properties.reversed && { reversed: true }),
  };
  const given = [
    ordered && node.properties.reversed ? ' reversed' : '',
    ordered && start !== 1 ? ` start="${start}"` : '',
  ];
  const items = node.children.filter(isElement).map((item) => {
    const nested = item.children.filter(
      (child) => isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol'),
    );
    const words = item.children.filter((child) => !nested.includes(child));
    const inside = inlineHtml(wrap(inlineOnly(words))) + (nested as Element[]).map((one) => list(one, wrap)).join('');
    return block('list-item', {}, `<li>${inside}</li>`);
  });
  return block(
    'list',
    attributes,
    `<${node.tagName}${given.join('')} class="wp-block-list">${items.join('\n\n')}</${node.tagName}>`,
  );
}

/** What is done to inline content of a text in another language. */
export type Wrap = (children: ElementContent[]) => ElementContent[];

/** Content for where only a line may stand: blocks give their words, a line break between them. */
export function inlineOnly(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  for (const child of children) {
    if (!isElement(child) || !blockTags.has(child.tagName)) {
      made.push(child);
      continue;
    }
    const inside = child.tagName === 'p' ? child.children : [{ type: 'text' as const, value: textOf(child).trim() }];
    if (made.some((one) => textOf(one).trim() !== ''))
      made.push({ type: 'element', tagName: 'br', properties: {}, children: [] });
    made.push(...inside);
  }
  return made;
}

/** A table; bodies are joined to one, which is all that the block has. */
export function table(node: Element, caption: readonly ElementContent[], wrap: Wrap): string {
  const parts = { thead: [] as Element[], tbody: [] as Element[], tfoot: [] as Element[] };
  let words = caption;
  for (const child of node.children.filter(isElement)) {
    if (child.tagName === 'caption' && words.length === 0) words = child.children;
    else if (child.tagName === 'tr') parts.tbody.push(child);
    else if (child.tagName in parts)
      parts[child.tagName as keyof typeof parts].push(...child.children.filter(isElement));
  }
  const rows = Object.entries(parts)
    .filter(([, some]) => some.length > 0)
    .map(([name, some]) => `<${name}>${some.map((row) => tableRow(row, wrap)).join('')}</${name}>`);
  return block(
    'table',
    {},
    `<figure class="wp-block-table"><table class="has-fixed-layout">${rows.join('')}</table>${figureCaption(words)}</figure>`,
  );
}

function tableRow(row: Element, wrap: Wrap): string {
  const cells = row.children.filter(isElement).map((cell) => {
    const { colSpan, rowSpan, scope } = cell.properties;
    const align = ['left', 'center', 'right'].find((one) => one === cell.properties.align);
    const attributes = [
      align && ` class="has-text-align-${align}" data-align="${align}"`,
      cell.tagName === 'th' &&
        typeof scope === 'string' &&
        /^(row|col|rowgroup|colgroup)$/.test(scope) &&
        ` scope="${scope}"`,
      Number(colSpan) > 1 && ` colspan="${Number(colSpan)}"`,
      Number(rowSpan) > 1 && ` rowspan="${Number(rowSpan)}"`,
    ].filter(Boolean);
    const inside = inlineHtml(wrap(inlineOnly(cell.children)));
    return `<${cell.tagName}${attributes.join('')}>${inside}</${cell.tagName}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}
