/** What is used of a package that has no types. */
declare module 'dom-anchor-text-quote' {
  type Quote = { exact: string; prefix: string; suffix: string };
  export function fromRange(root: Element, range: Range): Quote;
  export function toRange(root: Element, quote: Quote, options: { hint?: number }): Range | null;
}
