/**
 * Readability's search for the article, without what else its package does: metadata, lazy images and addresses are
 * read elsewhere. Its slowest questions are asked in quicker ways here, with the same answers.
 */
import { Readability } from '@mozilla/readability';
import { attribute, select } from './dom';
import type { Page } from './page';

/** What is used of Readability 0.6.0 below its `parse()`; `shrink-readability` takes out what nothing here calls. */
type Internals = {
  _flags: number;
  _articleTitle: string;
  _articleByline: string | null;
  _prepDocument(): void;
  _grabArticle(page: PageStandIn): Element | null;
  _simplifyNestedElements(article: Element): void;
  _getInnerText(element: Element, isNormal?: boolean): string;
};

/**
 * Stands for `document.body` where the article is searched: the whole page is not written out for a second attempt
 * that most pages never need. The caller makes another copy of the page for it.
 */
type PageStandIn = { innerHTML: string; firstChild: Node | null; appendChild(node: Node): void };

const Base = Readability as unknown as new (document: Document, options: { charThreshold: number }) => Internals;

/** From the strictest: unlikely candidates go, names count, doubtful parts are cleaned out. */
export const readerAttempts = [7, 6, 4, 0] as const;

/** What is asked of each element beside its names. */
const telling = '[hidden],[style],[aria-hidden="true"],[aria-modal],[role],[rel],[itemprop]';
const hiding = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

/** One attempt on one copy of a page without scripts, which is used up by it. Throws when the page is late. */
export class Reader extends Base {
  readonly #body: HTMLElement;
  readonly #isLate: () => boolean;
  /** The part that was read last, and its words. */
  #read: Element | null = null;
  #text = '';
  #marked: Set<Element> | undefined;

  constructor({ document, isLate = () => false }: Page, attempt: number, title: string) {
    super(document, { charThreshold: 1 });
    this.#body = document.body;
    this.#isLate = isLate;
    this._flags = attempt;
    this._articleTitle = title;
    this._prepDocument();
  }

  /** The article, or null when nothing on the page could be one. */
  find(): Element | null {
    const body = this.#body;
    const found = this._grabArticle({
      innerHTML: '',
      get firstChild() {
        return body.firstChild;
      },
      appendChild: (node) => body.append(node),
    });
    if (found) this._simplifyNestedElements(found);
    return found;
  }

  /** What it took for the byline, and out of the text. */
  get byline(): string {
    return this._articleByline ?? '';
  }

  /**
   * Asked of every part on the way: where the search ends when it takes too long. It asks up to six times of one part
   * before it changes anything.
   */
  override _getInnerText(element: Element, isNormal?: boolean): string {
    if (this.#isLate()) throw new Error('late');
    if (isNormal === false) return super._getInnerText(element, false);
    if (element !== this.#read) {
      this.#text = super._getInnerText(element);
      this.#read = element;
    }
    return this.#text;
  }

  /** Whether its attributes other than names say anything: the browser is asked once for the few of which they do. */
  _isMarked(node: Element): boolean {
    this.#marked ??= new Set(select(this.#body.ownerDocument, telling));
    return this.#marked.has(node);
  }

  /** Asks for a style object of none. */
  _isProbablyVisible(node: Element): boolean {
    if (this.#isLate()) throw new Error('late');
    if (!this._isMarked(node)) return true;
    if (node.hasAttribute('hidden') || hiding.test(attribute(node, 'style'))) return false;
    return node.getAttribute('aria-hidden') !== 'true' || /fallback-image/u.test(attribute(node, 'class'));
  }

  /** Looks for the first words instead of putting all of them together. */
  _isElementWithoutContent(node: Element): boolean {
    const walker = node.ownerDocument.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      if (/\S/u.test(text.nodeValue ?? '')) return false;
    return node.childElementCount === 0 || node.childElementCount === node.querySelectorAll('br,hr').length;
  }

  /** They are absolute and lazy images are resolved before, and the sanitiser drops what is of style. */
  _fixLazyImages(): void {
    return;
  }
  _cleanStyles(): void {
    return;
  }
}
