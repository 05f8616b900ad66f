/** Documents that are in no segment yet: each a small index of its own, looked through one after the other. */
import { BlockCursor } from './block';
import type { Entries } from './entries';
import { type Part, partOf } from './families';
import { isWord } from './words';

export type PendingPart = { doc: number; part: Part; blocks: readonly Uint8Array[] };

/** What was added; a part that is added again replaces the earlier one. */
export class PendingIndex {
  private readonly parts: Record<Part, Map<number, PendingPart>> = { body: new Map(), meta: new Map() };

  /** Above every document's number. */
  top = 0;

  /** Documents whose part is here, so that what segments say of it is out of date. */
  docs(part: Part): Iterable<number> {
    return this.parts[part].keys();
  }

  add(added: PendingPart): void {
    this.top = Math.max(this.top, added.doc + 1);
    this.parts[added.part].set(added.doc, added);
  }

  /** Adds the lists of all terms from `from` to before `to`. */
  collect(from: string, to: string, entries: Entries): void {
    for (const { cursor } of this.entries(from, to)) entries.add(cursor, null);
  }

  /** The entries of all terms from `from` to before `to`, each with the document it stands in. */
  *entries(from: string, to: string): Generator<{ cursor: BlockCursor; doc: number }> {
    for (const { doc, blocks } of this.parts[partOf(from)].values())
      for (const bytes of blocks) {
        const cursor = new BlockCursor(bytes);
        for (let more = cursor.seek(from); more && cursor.isBefore(to); more = cursor.next() > 0) yield { cursor, doc };
      }
  }

  /** Its words, which are in no vocabulary yet. */
  words(): Set<string> {
    const words = new Set<string>();
    for (const parts of Object.values(this.parts))
      for (const { blocks } of parts.values())
        for (const bytes of blocks)
          for (const cursor = new BlockCursor(bytes); cursor.next() > 0; ) {
            const word = cursor.form === 'gaps' ? cursor.term.slice(1) : '';
            if (isWord(word)) words.add(word);
          }
    return words;
  }
}
