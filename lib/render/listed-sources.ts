/** Which sources of a post are told apart from its text: those that are not named beside a report of a digest already. */
import type { Part, ResolvedPost, Source } from '../model/resolved-post';

/** In the order of the post; a source that is also quoted is always among them. */
export function listedSources({ parts, sources }: ResolvedPost): Source[] {
  const digested = new Set(parts.flatMap(reported).map(keyOf));
  const quoted = new Set(parts.flatMap((part) => ('source' in part ? [keyOf(part.source)] : [])));
  return sources.filter((source) => quoted.has(keyOf(source)) || !digested.has(keyOf(source)));
}

function reported(part: Part): Source[] {
  return part.kind === 'digest' ? part.groups.flatMap(({ entries }) => entries.map(({ source }) => source)) : [];
}

const keyOf = ({ url, outlet, title }: Source): string => url || `${outlet}\n${title}`;
