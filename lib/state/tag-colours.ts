/** The colours of tags, wherever tags are shown; whoever has the database fills them in. */
import { signal } from '@preact/signals';
import { type Tag, type TagColour, tagKey } from '../model/tag';

const colours = signal<ReadonlyMap<string, TagColour>>(new Map());

/** The colour of a tag however it is spelled; none when it has none. */
export function colourOfTag(name: string): TagColour | undefined {
  return colours.value.size > 0 ? colours.value.get(tagKey(name)) : undefined;
}

/** Shows the colours of these tags from now on. */
export function showColoursOf(tags: readonly Tag[]): void {
  colours.value = new Map(tags.flatMap(({ key, colour }) => (colour ? [[key, colour] as const] : [])));
}
