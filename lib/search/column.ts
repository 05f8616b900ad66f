/** A word or a condition that very many documents have: a byte for each document of the library. */
import { worthOfSteps } from './document';
import type { Entries } from './entries';
import type { Hits } from './hits';
import { markSteps } from './lists';
import { markRuns } from './run-list';

export class Column {
  /**
   * Of each document the step of its weight and one: in the text in the lower four bits, in all else in the upper four;
   * 0 where it has not what the column is of.
   */
  private readonly steps: Uint8Array;
  /** What each of these bytes is worth. */
  private worth = new Float32Array(256);
  /** Documents that have it. */
  count = 0;

  private constructor(size: number) {
    this.steps = new Uint8Array(size + 1); // what is written in pairs may reach behind the last
  }

  /** A word with its lists of texts and of all else in a library of so many documents. `size`: above their numbers. */
  static ofWord(text: Entries, rest: Entries, size: number, documents: number): Column {
    const column = new Column(size);
    for (const [entries, shift] of [
      [text, 0],
      [rest, 4],
    ] as const)
      entries.each((reader, items, without, form) => {
        column.count += markSteps(reader, form, items, column.steps, shift, without);
      });
    column.worth = worthOfSteps(column.count, documents);
    return column;
  }

  /** A condition, which is worth nothing. */
  static ofCondition(entries: Entries, size: number): Column {
    const column = new Column(size);
    entries.each((reader, items, without) => {
      column.count += markRuns(reader, items, column.steps, without);
    });
    return column;
  }

  get bytes(): number {
    return this.steps.length;
  }

  /** Its documents with their scores. */
  hits(): Hits {
    return Column.meeting([this]);
  }

  /** The documents that all have, with the sum of their scores; the first should have the fewest. */
  static meeting([first, ...others]: readonly [Column, ...Column[]]): Hits {
    const docs = new Int32Array(first.count);
    const scores = new Float32Array(first.count);
    const { steps, worth } = first;
    let to = 0;
    for (let doc = 0; doc < steps.length; doc++) {
      const step = steps[doc] as number;
      if (step === 0) continue;
      let score = worth[step] as number;
      let other = 0;
      for (; other < others.length; other++) {
        const column = others[other] as Column;
        const also = column.steps[doc] as number;
        if (!also) break;
        score += column.worth[also] as number;
      }
      if (other < others.length) continue;
      docs[to] = doc;
      scores[to++] = score;
    }
    return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
  }

  /** Those of `hits` that it has, with what that adds to their scores. */
  meet(hits: Hits): Hits {
    const { steps, worth } = this;
    const docs = new Int32Array(hits.docs.length);
    const scores = new Float32Array(docs.length);
    let to = 0;
    for (let i = 0; i < docs.length; i++) {
      const doc = hits.docs[i] as number;
      const step = steps[doc];
      if (!step) continue;
      docs[to] = doc;
      scores[to++] = (hits.scores[i] as number) + (worth[step] as number);
    }
    return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
  }

  /** Those of `hits` that it has not. */
  leave(hits: Hits): Hits {
    const docs = new Int32Array(hits.docs.length);
    const scores = new Float32Array(docs.length);
    let to = 0;
    for (let i = 0; i < docs.length; i++) {
      const doc = hits.docs[i] as number;
      if (this.steps[doc]) continue;
      docs[to] = doc;
      scores[to++] = hits.scores[i] as number;
    }
    return { docs: docs.subarray(0, to), scores: scores.subarray(0, to) };
  }
}
