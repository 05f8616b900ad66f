/**
 * How highlights look in a page, and how the highlighter keeps its place there: colours as a sheet of each tree, since
 * Chromium passes over those of the user's origin; the host and what can be selected as one of the user's origin, which
 * needs no leave of the page's policy and is stronger than anything the page can write.
 */
import type { HighlightColour } from '../../model/annotation';

/** The element that holds the highlighter. */
export const hostTag = 'clipsheet-highlighter';

/** Of each colour the ground, and a line under the words that is told from the others without seeing colours. */
export const marks: Record<HighlightColour, { ground: string; line: string; style: string }> = {
  yellow: { ground: '#f7e382', line: '#8a6d00', style: 'solid' },
  green: { ground: '#bdf0c4', line: '#1d7a34', style: 'dashed' },
  blue: { ground: '#bfe0fb', line: '#1a62a8', style: 'dotted' },
  pink: { ground: '#fbcbe0', line: '#a82567', style: 'double' },
  orange: { ground: '#fdd0a2', line: '#a14e00', style: 'wavy' },
};

/** Ink is read on each of these grounds, whatever the page has behind them; so the words take it, in dark pages too. */
const painted = Object.entries(marks).map(
  ([colour, { ground, line, style }]) =>
    `::highlight(clipsheet-${colour}) { background-color: ${ground} !important; color: #1d1b16 !important; text-decoration: underline ${style} 1px ${line} !important; }`,
);

/** What the host is, whatever the page's styles say of it. Over everything, and nothing in itself. */
export const hostStyle = [
  'all: initial',
  'display: block',
  'position: fixed',
  'inset: 0',
  'margin: 0',
  'padding: 0',
  'border: 0',
  'width: 100vw',
  'height: 100vh',
  'max-width: none',
  'max-height: none',
  'z-index: 2147483647',
  'background: none',
  'overflow: visible',
  'pointer-events: none',
  'visibility: visible',
  'opacity: 1',
]
  .map((declaration) => `${declaration} !important`)
  .join('; ');

/** Where a person highlights, all words can be selected, also those that the page would keep from it. */
const selectable = ':is(:root, dialog):has(> clipsheet-highlighter[data-active])';

/** The colours of highlights, for each tree of a page: Chromium passes over colours of the user's origin. */
export const markStyle = `
${painted.join('\n')}
::highlight(clipsheet-active) { text-decoration: underline solid 2px #0b5563 !important; }
@media (forced-colors: active) {
  ${Object.keys(marks)
    .map(
      (colour) => `::highlight(clipsheet-${colour}) { background-color: Mark !important; color: MarkText !important; }`,
    )
    .join('\n  ')}
}
`;

/** The host and what can be selected, of the user's origin. */
export const pageStyle = `
${hostTag} { ${hostStyle}; }
${selectable} :not(input, textarea, select, button, ${hostTag}) { -webkit-user-select: text !important; user-select: text !important; }
@media print { ${hostTag} { display: none !important; } }
`;
