// @ts-check
/** What tests of highlighting ask of a page. Each function runs in the page and closes over nothing. */

/** Where `#words` stands in the window, in shadow trees and frames too: its ends and a point on it. */
export function placeOfWords() {
  const inShadow = document.querySelector('#host')?.shadowRoot?.querySelector('#words');
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('#frame'));
  const element = document.querySelector('#words') ?? inShadow ?? frame?.contentDocument?.querySelector('#words');
  if (!element) throw new Error('no words yet');
  (frame ?? element).scrollIntoView({ block: 'center', behavior: 'instant' });
  const outer = frame?.getBoundingClientRect();
  const [x, y] = [(outer?.left ?? 0) + (frame?.clientLeft ?? 0), (outer?.top ?? 0) + (frame?.clientTop ?? 0)];
  const box = element.getBoundingClientRect();
  const middle = y + box.top + box.height / 2;
  return {
    from: { x: Math.floor(x + box.left), y: Math.round(middle) },
    to: { x: Math.ceil(x + box.right), y: Math.round(middle) },
    middle: { x: Math.round(x + box.left + box.width / 2), y: Math.round(middle) },
  };
}

/** What is painted in the page and its frame: colour and words. */
export function paintedIn() {
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('#frame'));
  const views = [
    globalThis,
    ...(frame?.contentWindow ? [/** @type {typeof globalThis} */ (/** @type {unknown} */ (frame.contentWindow))] : []),
  ];
  return views.flatMap((view) =>
    [...view.CSS.highlights].flatMap(([name, ranges]) => {
      const words = [...ranges].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer.nodeValue ?? '').slice(startOffset, endOffset).replace(/\s+/g, ' '),
      );
      const colour = name.replace('clipsheet-', '');
      return colour === 'active' || words.length === 0
        ? []
        : [`${colour} ${words.join(words.length > 1 && document.querySelector('table') ? ' ' : '')}`];
    }),
  );
}

/** Selects `#words` but for the last letter; the keyboard does the rest. */
export function selectAllButLast() {
  const inShadow = document.querySelector('#host')?.shadowRoot?.querySelector('#words');
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('#frame'));
  const element = document.querySelector('#words') ?? inShadow ?? frame?.contentDocument?.querySelector('#words');
  const view = element?.ownerDocument.defaultView;
  const walker = element?.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker?.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  const [first, last] = [texts[0], texts.at(-1)];
  if (!view || !first || !last) throw new Error('no words');
  view.focus();
  view.getSelection()?.setBaseAndExtent(first, 0, last, last.data.length - 1);
}
