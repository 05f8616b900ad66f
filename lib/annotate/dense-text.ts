/**
 * Text as it is compared when a quote is looked for: without white space and invisible characters, and with the
 * spellings of quotation marks and dashes made one. What differs between a page and its clip is gone.
 */

export type DenseText = {
  dense: string;
  /** The place in the full text of the character at a place in the dense one. */
  toFull(at: number): number;
  /** The place in the dense text of the first character at or after a place in the full one. */
  toDense(at: number): number;
};

const left = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/u;
const folds: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
};

/** The dense text of a full one, and the way back. */
export function condense(full: string): DenseText {
  const places = new Int32Array(full.length + 1);
  let dense = '';
  let count = 0;
  let from = 0;
  // Runs are taken whole: most of a text is letters.
  for (let at = 0; at <= full.length; at++) {
    const character = full.charAt(at);
    const isLeftOut = character === '' || left.test(character);
    const fold = folds[character];
    if (!isLeftOut && fold === undefined) {
      places[count++] = at;
      continue;
    }
    dense += full.slice(from, at);
    from = at + 1;
    if (fold !== undefined) {
      dense += fold;
      places[count++] = at;
    }
  }
  places[count] = full.length;
  return {
    dense,
    toFull: (at) => places[Math.min(Math.max(at, 0), count)] ?? full.length,
    toDense: (at) => lowerBound(places, count, at),
  };
}

/** A text in which many annotations are looked for. */
export type SearchableText = DenseText & {
  text: string;
  /** Whether a block begins or has ended before the character at a place in the dense text. */
  isBorder(at: number): boolean;
};

/** Makes a text ready to be searched; `borders`: where in it blocks begin or have ended. */
export function makeSearchable(text: string, borders: readonly number[] = []): SearchableText {
  const condensed = condense(text);
  // Most annotations are where they stood, and need none of them.
  let places: Set<number> | undefined;
  const isBorder = (at: number) => {
    places ??= new Set([0, condensed.dense.length, ...borders.map(condensed.toDense)]);
    return places.has(at);
  };
  return { text, ...condensed, isBorder };
}

/** The dense form of a short text. */
export function denseOf(text: string): string {
  return condense(text).dense;
}

function lowerBound(places: Int32Array, count: number, at: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
