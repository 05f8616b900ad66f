/** What a person wants of the highlighter. */

/** `start`: words that are selected get the bar; `mark`: they are highlighted; `show`: what is there is painted. */
export type HighlighterMode = 'start' | 'mark' | 'show';
