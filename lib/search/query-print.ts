/** A query as text again: one way of writing for one meaning. */
import type { FilterNode, QueryNode, SearchQuery } from '../model/search-query';

/**
 * Text that `parseQuery` reads as the same tree and sort (at the same time and place); empty for a query for
 * everything. It ends in a space where its last word would else be taken for a beginning.
 */
export function printQuery({ where, sort }: Pick<SearchQuery, 'where' | 'sort'>): string {
  const parts = [where === null ? '' : printNode(where, 'and'), sort === null ? '' : `sort:${sort}`];
  const text = parts.filter(Boolean).join(' ');
  return sort === null && where !== null && endsInWord(where) ? `${text} ` : text;
}

/** `within`: what holds the node, and so whether it needs brackets; `or` binds closer than `and`. */
function printNode(node: QueryNode, within: 'and' | 'or' | 'not'): string {
  switch (node.kind) {
    case 'term':
      return node.prefix ? `${node.text}*` : node.text;
    case 'phrase':
      return `"${node.text}"`;
    case 'filter':
      return printFilter(node);
    case 'not':
      return `-${printNode(node.node, 'not')}`;
    case 'or': {
      const text = node.nodes.map((part) => printNode(part, 'or')).join(' or ');
      return within === 'and' ? text : bracketed(text);
    }
    case 'and': {
      const text = node.nodes.map((part) => printNode(part, 'and')).join(' ');
      return within === 'and' ? text : bracketed(text);
    }
  }
}

/** An address may end in a bracket of its own, so the one that closes the group stands apart. */
const bracketed = (text: string) => (/https?:\/\/\S*$/iu.test(text) ? `(${text} )` : `(${text})`);

function printFilter(filter: FilterNode): string {
  if ('typed' in filter) return `${filter.name}:${filter.typed}`;
  return filter.name === 'url' ? filter.values.join(' ') : printOperator(filter.name, filter.values);
}

/** `tag:leather,"car interiors"`. */
export function printOperator(name: string, values: readonly string[]): string {
  return `${name}:${values.map(printValue).join(',')}`;
}

/** In quotation marks where the language would else cut it; what it cannot hold are quotation marks. */
function printValue(value: string): string {
  const plain = value.replace(/["“”„‟「」『』«»〝〞＂]/gu, ' ');
  return /^[\p{L}\p{M}\p{N}_&+#@][\p{L}\p{M}\p{N}_&+#@./:*'’-]*$/u.test(plain) ? plain : `"${plain}"`;
}

function endsInWord(node: QueryNode): boolean {
  switch (node.kind) {
    case 'term':
      return !node.prefix;
    case 'not':
      return node.node.kind === 'term' && endsInWord(node.node);
    case 'or':
    case 'and': {
      const last = node.nodes.at(-1);
      return last !== undefined && endsInWord(last);
    }
    default:
      return false;
  }
}
