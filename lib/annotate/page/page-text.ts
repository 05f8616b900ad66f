/** The text of a live page, read when it is needed and again when the page has changed. */
import { type AnnotatedDocument, readForAnnotations } from '../find-annotation';

export type PageText = {
  /** The text as it is now. */
  read(): AnnotatedDocument;
  /** The page's document and those of its frames, as of the latest reading. */
  documents(): readonly Document[];
  shadowRoots(): readonly ShadowRoot[];
  /** Ends the watching. */
  stop(): void;
};

export type PageTextOptions = {
  shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Something in the page or in what is shown in it has changed. */
  onChange(): void;
  /** A document or shadow tree that is read for the first time; the page's own comes first. */
  onRoot(root: Document | ShadowRoot): void;
};

/** Reads `document` with its shadow trees and frames, and watches all of them. */
export function watchPageText(document: Document, { shadowRootOf, onChange, onRoot }: PageTextOptions): PageText {
  const known = new WeakSet<Node>();
  let roots: (Document | ShadowRoot)[] = [document];
  let current: AnnotatedDocument | null = null;
  const watch = new MutationObserver(() => {
    current = null;
    onChange();
  });
  const meet = (root: Document | ShadowRoot) => {
    if (known.has(root)) return;
    known.add(root);
    watch.observe(root, { childList: true, characterData: true, subtree: true });
    onRoot(root);
  };
  meet(document);
  const isDocument = (root: Document | ShadowRoot): root is Document => root.nodeType === 9;
  return {
    read: () => {
      if (current) return current;
      roots = [document];
      current = readForAnnotations(document.body ?? document.documentElement, {
        shadowRootOf,
        onRoot: (root) => roots.push(root),
      });
      for (const root of roots) meet(root);
      return current;
    },
    documents: () => roots.filter(isDocument),
    shadowRoots: () => roots.filter((root): root is ShadowRoot => !isDocument(root)),
    stop: () => watch.disconnect(),
  };
}
