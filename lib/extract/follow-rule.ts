/** Follows a site's rule in a page's copy. Only injected where there is a rule. */
import type { Witnesses } from '../model/page-reading';
import type { RuledFact, SiteRule } from '../model/site-rule';
import { cleanText, textLength } from './clean-text';
import { attribute, find, select } from './dom';
import type { Page } from './page';
import { makeFigure } from './passes/keep-captions';
import type { FindArticle } from './read-page';

/** A text has this many characters, or a picture. */
const fewest = 60;
/** A rule that takes away more than this share of the text is out of date. */
const greatestDrop = 0.6;

/**
 * The article by the rule, still in its place in the page's copy and without what the rule drops; null when there is
 * none, and then the copy is as it was. What the rule says of headline, byline, outlet and date goes to the witnesses.
 */
export function followRule(page: Page, witnesses: Witnesses, rule: SiteRule): ReturnType<FindArticle> {
  const facts = readFacts(page.document, rule);
  if (Object.keys(facts).length > 0) witnesses.ruled = facts;
  const blocks = firstOf(rule.article, (selector) => {
    const found = outermost(trySelect(page.document, selector));
    return found.some(holdsArticle) ? found : null;
  });
  const [first] = blocks ?? [];
  if (!blocks || !first) return null;
  const root = blocks.length > 1 ? gather(blocks, first) : first;
  dropFrom(root, rule.drop ?? []);
  for (const selector of rule.images ?? [])
    for (const block of trySelect(page.document, selector))
      if (!root.contains(block) && !block.contains(root) && find(block, 'img')) root.append(block);
  for (const selector of rule.captions ?? [])
    for (const caption of trySelect(root, selector)) if (root.contains(caption)) makeFigure(caption, page);
  return { root, engine: 'rule' };
}

/** A selector that the browser does not know finds nothing: a rule may not break the reading of a page. */
function trySelect(root: ParentNode, selector: string): Element[] {
  try {
    return select(root, selector);
  } catch {
    return [];
  }
}

function firstOf<T>(selectors: readonly string[], ask: (selector: string) => T | null): T | null {
  for (const selector of selectors) {
    const answer = ask(selector);
    if (answer !== null) return answer;
  }
  return null;
}

function outermost(elements: readonly Element[]): Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));
}

function holdsArticle(element: Element): boolean {
  return textLength(element) >= fewest || find(element, 'img[src]') !== null;
}

/** Blocks of one text in one container, where the first of them stood. */
function gather(blocks: readonly Element[], first: Element): Element {
  const root = first.ownerDocument.createElement('div');
  first.before(root);
  root.append(...blocks);
  return root;
}

function dropFrom(root: Element, selectors: readonly string[]): void {
  const dropped = outermost(selectors.flatMap((selector) => trySelect(root, selector)));
  const length = dropped.reduce((sum, element) => sum + textLength(element), 0);
  if (length > textLength(root) * greatestDrop) return;
  for (const element of dropped) element.remove();
}

function readFacts(document: Document, rule: SiteRule): Partial<Record<RuledFact, string>> {
  const facts: Partial<Record<RuledFact, string>> = {};
  for (const [fact, selectors] of Object.entries(rule.facts ?? {})) {
    const value = firstOf(selectors, (selector) => readFact(document, selector));
    if (value) facts[fact as RuledFact] = value;
  }
  return facts;
}

/** The words of the first match, or of its attribute behind `@`; null when there are none. */
function readFact(document: Document, selector: string): string | null {
  const [, path = selector, name = ''] = /^(.*)@([\w-]+)$/u.exec(selector) ?? [];
  for (const element of trySelect(document, path)) {
    const text = cleanText(name ? attribute(element, name) : element.textContent).slice(0, 500);
    if (text) return text;
  }
  return null;
}
