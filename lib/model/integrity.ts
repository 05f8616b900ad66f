/** What a check of the library looks for, and what it says. */

/** What can be wrong with a library, in the order in which it is looked for. Each has a sentence in every language. */
export const findingKinds = [
  'fields', // a clip of which some field was missing or of the wrong kind: the rest was kept
  'lists', // a clip that was not in its lists, or could not be found by its address: put right
  'text-restored', // a clip whose text was gone: its earlier text was brought back
  'text-lost', // a clip whose text is gone: kept as a bookmark that says so
  'clip-recovered', // a text or highlights without their clip: a clip was made of what is left
  'leftovers', // rows of clips that are gone for good: removed
  'counts', // numbers that were not those of the clips: counted anew
  'index', // the search index had gaps: it is made anew
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** How often each was found, and put right. */
export type Findings = Partial<Record<FindingKind, number>>;

export type CheckReport = {
  /** Milliseconds since the epoch. */
  at: number;
  durationMs: number;
  clips: number;
  findings: Findings;
};
