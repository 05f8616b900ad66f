/** Conditions of a query beside its words: those of the list it is asked in, and those of one operator. */
import type { ClipFilter } from '../model/clip-filter';
import type { FilterNode, QueryNode } from '../model/search-query';

/** The query and the list it is asked in, as one. */
export function joinConditions(where: QueryNode | null, within: ClipFilter): QueryNode | null {
  const { status, tag, site, language, kind, starred, duplicate, from = null, to = null } = within;
  const nodes: QueryNode[] = where ? [where] : [];
  if (status) nodes.push({ kind: 'filter', name: 'status', values: [status] });
  if (tag !== undefined) nodes.push({ kind: 'filter', name: 'tag', values: [tag] });
  if (site !== undefined) nodes.push({ kind: 'filter', name: 'site', values: [site] });
  if (language) nodes.push({ kind: 'filter', name: 'lang', values: [language] });
  if (kind) nodes.push({ kind: 'filter', name: 'is', values: [kind] });
  if (starred) nodes.push({ kind: 'filter', name: 'is', values: ['starred'] });
  if (duplicate) nodes.push({ kind: 'filter', name: 'is', values: ['duplicate'] });
  if (from !== null || to !== null) nodes.push({ kind: 'filter', name: 'clipped', typed: '', from, to });
  return nodes.length > 1 ? { kind: 'and', nodes } : (nodes[0] ?? null);
}

/** The query without the filters of one operator that narrow the whole of it; itself when there are none. */
export function withoutFilter(where: QueryNode | null, name: FilterNode['name']): QueryNode | null {
  const isOne = (node: QueryNode) => node.kind === 'filter' && node.name === name;
  if (where?.kind !== 'and') return where && isOne(where) ? null : where;
  const nodes = where.nodes.filter((node) => !isOne(node));
  if (nodes.length === where.nodes.length) return where;
  return nodes.length > 1 ? { kind: 'and', nodes } : (nodes[0] ?? null);
}
