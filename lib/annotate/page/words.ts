/** What the highlighter says in a page; given, because a page has no interface texts of ours. */
import type { HighlightColour } from '../../model/annotation';

export const highlighterWords = [
  'language',
  'bar',
  'note',
  'hint_note',
  'tags',
  'hint_tags',
  'remove_tag',
  'copy',
  'copied',
  'delete',
  'deleted',
  'undo',
  'close',
  'panel',
  'hint',
  'list',
  'edit',
  'lost',
  'done',
  'highlighted',
  'restored',
  'nothing',
  'too_long',
  'failed',
  'offered',
  'suggestions',
] as const;

export type HighlighterWords = Record<(typeof highlighterWords)[number] | HighlightColour, string>;
