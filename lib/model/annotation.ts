/** An annotation: words of a clip that a person marked, and what they say of them. */

import type { Brand, ClipId } from './ids';

export type AnnotationId = Brand<'AnnotationId'>;

/** Named for what people see; each also has a word in the interface, so that no one has to go by hue. */
export type HighlightColour = 'yellow' | 'green' | 'blue' | 'pink' | 'orange';
export const highlightColours = [
  'yellow',
  'green',
  'blue',
  'pink',
  'orange',
] as const satisfies readonly HighlightColour[];

/** The words themselves and some before and after: https://www.w3.org/TR/annotation-model/#text-quote-selector */
export type TextQuoteSelector = { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string };

/** Where they stood in the text of the page: https://www.w3.org/TR/annotation-model/#text-position-selector */
export type TextPositionSelector = { type: 'TextPositionSelector'; start: number; end: number };

/** An element by its path: https://www.w3.org/TR/annotation-model/#xpath-selector */
export type XPathSelector = { type: 'XPathSelector'; value: string; refinedBy: TextPositionSelector };

/** From one point of the document to another: https://www.w3.org/TR/annotation-model/#range-selector */
export type RangeSelector = { type: 'RangeSelector'; startSelector: XPathSelector; endSelector: XPathSelector };

/** What is needed to find the words again. Only the quote is sure to be there. */
export type TextSelectors = {
  quote: TextQuoteSelector;
  position: TextPositionSelector | null;
  range: RangeSelector | null;
};

/** What an annotation is about: words of the text, or an image of it by its address. */
export type AnnotationTarget =
  | ({ kind: 'text' /** Where the words were selected, as visited. */; source: string } & TextSelectors)
  | { kind: 'image'; source: string; url: string };

export type Annotation = {
  id: AnnotationId;
  clipId: ClipId;
  target: AnnotationTarget;
  note: string;
  tags: string[];
  colour: HighlightColour;
  /** Milliseconds since the epoch, as the other. */
  createdAt: number;
  updatedAt: number;
};

/** The fields a person edits. */
export type AnnotationPatch = Partial<Pick<Annotation, 'note' | 'tags' | 'colour'>>;
