/** Tags: how they are written, compared and taken from typed text. */

/** Colours that a tag can have; drawn beside its name, which says it all. */
export const tagColours = ['blue', 'teal', 'green', 'amber', 'rose', 'violet', 'brown', 'grey'] as const;
export type TagColour = (typeof tagColours)[number];

export type Tag = {
  /** Folded name: one tag however it is typed. */
  key: string;
  name: string;
  count: number;
  lastUsedAt: number;
  colour?: TagColour;
  /** What the tag is for, in a person's words. A tag with a colour or a description stays when no clip has it. */
  description?: string;
};

const separators = /[,，、;；\n]/u;

/** A tag as kept: Unicode NFC, white space collapsed, no separators at the ends; empty when nothing is left. */
export function cleanTag(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,，、;；#＃]+|[\s,，、;；]+$/gu, '');
}

/** What two spellings of one tag share. */
export function tagKey(name: string): string {
  return cleanTag(name).normalize('NFKC').toLowerCase();
}

/** The tags in typed or pasted text, in order, without repeats. */
export function splitTags(typed: string): string[] {
  return mergeTags([], typed.split(separators).map(cleanTag).filter(Boolean));
}

/** `tags` with `added` behind them; a tag that is there already keeps its place and spelling. */
export function mergeTags(tags: readonly string[], added: readonly string[]): string[] {
  const merged = new Map(tags.map((tag) => [tagKey(tag), tag]));
  for (const tag of added) if (!merged.has(tagKey(tag))) merged.set(tagKey(tag), tag);
  return [...merged.values()];
}
