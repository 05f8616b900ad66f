// @ts-check
/** The extractors that are compared, each as a script that runs in the page and gives what it found and how long it took. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

/**
 * `text` is without the text of figures, `everything` with it.
 * @typedef {{
 *   text: string, title: string, author: string, date: string, source: string,
 *   images: {url: string, caption: string}[], everything: string,
 * }} Prediction
 */
/** @typedef {{html: string, text: string, everything: string, images: {url: string, caption: string}[]}} Seen */
/**
 * `script` is an expression for the page: `{ms, value, seen}`; `read` makes a prediction of it outside the page.
 * @typedef {{name: string, script: string, read: (value: any, seen: Seen) => Prediction}} Extractor
 */

/**
 * @param {string} extension folder of the built extension
 * @returns {Promise<Extractor[]>}
 */
export async function makeExtractors(extension) {
  const clipper = readFileSync(join(extension, 'clipper.js'), 'utf8');
  const readability = readFileSync(new URL(import.meta.resolve('@mozilla/readability/Readability.js')), 'utf8');
  const defuddle = readFileSync(new URL(import.meta.resolve('defuddle')), 'utf8');
  /** @type {{module: typeof import('../../../lib/extract/make-draft')}} */
  const { module } = await runnerImport(new URL('../../../lib/extract/make-draft.ts', import.meta.url).pathname);
  return [
    {
      name: 'ours',
      script: timed(clipper, '', 'clipper', 'value.html'),
      read: (reading, seen) => readDraft(module.makeDraft(reading), seen),
    },
    {
      name: 'Readability',
      script: timed('', readability, 'new Readability(document.cloneNode(true)).parse()', 'value.content'),
      read: (found, seen) => ({
        ...parts(seen),
        title: found?.title ?? '',
        author: found?.byline ?? '',
        date: found?.publishedTime ?? '',
        source: found?.siteName ?? '',
      }),
    },
    {
      name: 'Defuddle',
      script: timed(
        '',
        `var module, exports;${defuddle}`,
        'new Defuddle(document, { url: document.URL }).parse()',
        'value.content',
      ),
      read: (found, seen) => ({
        ...parts(seen),
        title: found?.title ?? '',
        author: found?.author ?? '',
        date: found?.published ?? '',
        source: found?.site ?? '',
      }),
    },
  ];
}

/**
 * @param {import('../../../lib/model/clip').ClipDraft} draft
 * @param {Seen} seen
 * @returns {Prediction}
 */
function readDraft(draft, seen) {
  const images = draft.images.map(({ url, caption }) => ({ url, caption }));
  if (draft.leadImage && !images.some(({ url }) => url === draft.leadImage))
    images.unshift({ url: draft.leadImage, caption: '' });
  return {
    ...parts(seen),
    text: draft.text,
    images,
    title: draft.title,
    author: draft.byline ?? '',
    date: draft.publishedAt ?? '',
    source: draft.siteName ?? '',
  };
}

/** @param {Seen} seen */
function parts({ text, everything, images }) {
  return { text, everything, images };
}

/**
 * @param {string} body what is run and measured, as statements; `call` is the expression that gives the value
 * @param {string} before what only has to be there: a library, which a page would have loaded already
 * @param {string} call
 * @param {string} content the article's HTML in that value
 */
function timed(body, before, call, content) {
  return `(() => {
    ${before}
    const started = performance.now();
    ${body}
    const value = ${call};
    const ms = performance.now() - started;
    if (value) for (const [key, it] of Object.entries(value)) if (it instanceof Node) delete value[key];
    return { ms, value, seen: (${readContent})(value ? ${content} : '') };
  })()`;
}

/**
 * Runs in the page: an article's HTML as lines of text, one for each block, and its images.
 * @param {string | null | undefined} html
 * @returns {Seen}
 */
function readContent(html) {
  const { body } = new DOMParser().parseFromString(html ?? '', 'text/html');
  const block =
    /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|br)$/;
  const linesOf = (/** @type {boolean} */ withFigures) => {
    let text = '';
    const walk = (/** @type {Node} */ node) => {
      for (const child of node.childNodes) {
        const name = /** @type {Element} */ (child).localName ?? '';
        if (child.nodeType === 3) text += (child.nodeValue ?? '').replace(/\s+/g, ' ');
        if (/^(?:script|style|noscript|template|svg)$/.test(name) || (!withFigures && /^fig/.test(name))) continue;
        if (block.test(name)) text += '\n';
        walk(child);
        if (block.test(name)) text += '\n';
      }
    };
    walk(body);
    return text.replace(/[^\S\n]*\n\s*/g, '\n').trim();
  };
  const images = [...body.querySelectorAll('img,source')].flatMap((image) => {
    const caption = image.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '';
    const set = image.getAttribute('srcset')?.split(/\s+(?:[\d.]+[wx])?,?\s*/) ?? [];
    return [image.getAttribute('src') ?? '', ...set].filter(Boolean).map((url) => ({ url, caption }));
  });
  return { html: '', text: linesOf(false), everything: linesOf(true), images };
}
