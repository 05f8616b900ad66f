/** Which clips of a list are selected, and how a click or key changes that: pure, on ids in list order. */
import type { ClipId } from '../model/ids';

/** `anchor` is where a range starts: the clip last selected by itself. */
export type Selection = { readonly ids: ReadonlySet<ClipId>; readonly anchor: ClipId | null };

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** Adds the clip, or takes it out; either way the next range starts here. */
export function toggle(selection: Selection, id: ClipId): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Adds everything from the anchor to the clip, both included; the anchor stays, so that the range can be moved. */
export function extendTo(selection: Selection, id: ClipId, order: readonly ClipId[]): Selection {
  const to = order.indexOf(id);
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (from < 0) return { ids: new Set([...selection.ids, id]), anchor: id };
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor };
}

export function selectOnly(ids: readonly ClipId[]): Selection {
  return { ids: new Set(ids), anchor: ids[0] ?? null };
}

/** The clip `step` places further down (or up, when negative), kept inside the list; the first or last when `id` is not in it. */
export function neighbour(order: readonly ClipId[], id: ClipId | null, step: number): ClipId | null {
  if (order.length === 0) return null;
  const at = id === null ? -1 : order.indexOf(id);
  if (at < 0) return (step < 0 ? order.at(-1) : order[0]) ?? null;
  return order[Math.min(order.length - 1, Math.max(0, at + step))] ?? null;
}
