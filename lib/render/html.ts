/** HTML as a tree: the only way this folder makes markup, so that every text is escaped by one serialiser. */
import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

type Raw = { type: 'raw'; value: string };
type Attributes = Record<string, Properties[string] | null | undefined>;
type Child = ElementContent | string | null | false | undefined;

// What HTML and XML forbid in text: control characters (but tab and line breaks), non-characters, lone surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text that any HTML, XML or YAML reader accepts. */
export function cleanText(text: string): string {
  return text.replace(forbidden, '');
}

/** A text node. */
export function text(value: string): Text {
  return { type: 'text', value: cleanText(value) };
}

/**
 * An element. Properties are named as in hast (`className`, `dateTime`, `srcSet`); those that are null, undefined or
 * false are left out, as are such children; strings become text.
 */
export function h(tagName: string, properties: Attributes, ...children: (Child | Child[])[]): Element {
  const kept = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  );
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(
      kept.map(([name, value]) => [name, typeof value === 'string' ? cleanText(value) : value]),
    ),
    children: nodes(children.flat()),
  };
}

/** Children as nodes: strings become text, what is missing is left out. */
export function nodes(children: readonly Child[]): ElementContent[] {
  return children.flatMap((child) =>
    typeof child === 'string' ? (child === '' ? [] : [text(child)]) : child ? [child] : [],
  );
}

const serialiser = unified().use(rehypeStringify, { allowDangerousHtml: true });

/**
 * A tree as HTML. Text is escaped here, `>` too: the serialiser leaves it, and strict validators do not. That is the
 * only raw markup it is ever given.
 */
export function toHtml(children: readonly RootContent[]): string {
  return serialiser.stringify({ type: 'root', children: children.map(escaped) } as Root);
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped<Kind extends RootContent>(node: Kind): Kind | Raw {
  if (node.type === 'text')
    return { type: 'raw', value: node.value.replace(/[&<>]/g, (sign) => references[sign] ?? '') };
  // What stands in these is read as it is; `jsonLd` and our own constants see to it that it cannot end them.
  if (node.type !== 'element' || node.tagName === 'script' || node.tagName === 'style') return node;
  return { ...node, children: node.children.map(escaped) };
}
