/** Where the words of annotations are in a document as it is now. */
import type { TextSelectors, XPathSelector } from '../model/annotation';
import { findPlace, type Place } from './anchor';
import { makeSearchable } from './dense-text';
import { findPoint } from './describe';
import { readText, type TextModel, type TextOptions } from './text-model';

export type AnnotatedDocument = { model: TextModel; find(selectors: TextSelectors): Place | null };

/** Reads the text below `root` once, for as many annotations as there are. */
export function readForAnnotations(root: Element, options: TextOptions = {}): AnnotatedDocument {
  const model = readText(root, options);
  const text = makeSearchable(model.text, model.borders);
  return {
    model,
    find: (selectors) => {
      const start = selectors.range?.startSelector;
      const followPath = (to: XPathSelector) => {
        const at = findPoint(model, root.ownerDocument, to);
        return at === null ? null : { at, offset: to.refinedBy.start };
      };
      return findPlace(text, selectors, start ? () => followPath(start) : null);
    },
  };
}
