/** Where the words of annotations are in a document as it is now. */
import type { TextSelectors } from '../model/annotation';
import { findPlace, makeSearchable, type Place } from './anchor';
import { findPoint } from './describe';
import { readText, type TextModel, type TextOptions } from './text-model';

export type AnnotatedDocument = { model: TextModel; find(selectors: TextSelectors): Place | null };

/** Reads the text below `root` once, for as many annotations as there are. */
export function readForAnnotations(root: Element, options: TextOptions = {}): AnnotatedDocument {
  const model = readText(root, options);
  const text = makeSearchable(model.text);
  return {
    model,
    find: (selectors) =>
      findPlace(text, selectors, () => {
        const path = selectors.range && findPoint(model, root.ownerDocument, selectors.range.startSelector);
        return path === null ? [] : [path];
      }),
  };
}
