/** The passages of texts that answer the search, read for the rows in view only. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { MatchWord } from '../search/matched-words';
import { cutSnippet } from '../search/snippet';
import { getBody } from '../store/clips';
import { db } from './db';
import { type MarkedPart, markParts } from './matches';

export type { MatchWord } from '../search/matched-words';

/** Two lines of a row, in letters. */
const room = 120;
/** Passages kept for scrolling back. */
const most = 600;

type Passage = ReadonlySignal<readonly MarkedPart[] | null>;
let kept = new Map<string, Passage>();
let keptFor: readonly MatchWord[] = [];

/** The passage of a clip's text (its note, where that alone has the words) in parts; null until read and when it has none. */
export function snippetOf(clip: Clip, words: readonly MatchWord[]): Passage {
  if (words !== keptFor) [kept, keptFor] = [new Map(), words];
  const key = `${clip.id}${clip.updatedAt}`;
  const known = kept.get(key);
  if (known) return known;
  const passage = signal<readonly MarkedPart[] | null>(null);
  if (kept.size >= most) kept = new Map();
  kept.set(key, passage);
  void read(clip, words).then((parts) => {
    passage.value = parts;
  });
  return passage;
}

async function read(clip: Clip, words: readonly MatchWord[]): Promise<readonly MarkedPart[] | null> {
  const body = clip.kind === 'bookmark' ? null : await getBody(db, clip.id);
  const snippet = cutSnippet(body?.text ?? clip.excerpt, words, room) ?? cutSnippet(clip.note, words, room);
  return snippet && markParts(snippet.text, snippet.marks);
}
