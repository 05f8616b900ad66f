// @ts-check
/** A site with one page for each payload, which carries it wherever a page can put words, addresses or markup. */
import { createServer } from 'node:http';

/** @typedef {import('./read-payloads.mjs').Payload} Payload */

const sentence =
  'Mills in the region cut their output again this week, and traders expect prices to follow, people at three of them said. ';
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * @param {readonly Payload[]} payloads
 * @returns {Promise<{url: string, hits: () => number, close: () => Promise<void>}>} page n is `url/n/`, one that
 *   does nothing is `url/`; `hits` counts what was asked for so far
 */
export async function serveHostilePages(payloads) {
  let hits = 0;
  const server = createServer((request, response) => {
    hits++;
    const at = /^\/(\d+)\/$/.exec(request.url ?? '')?.[1];
    const payload = at === undefined ? undefined : payloads[Number(at)];
    if (payload)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(payload, Number(at)));
    else if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Calm</title>');
    else if (/\.png$/.test(request.url ?? '')) response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}`,
    hits: () => hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {Payload} payload
 * @param {number} at
 */
function pageOf({ payload }, at) {
  const text = escapeHtml(payload);
  const linked = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: payload,
    author: { '@type': 'Person', name: payload },
    publisher: { '@type': 'Organization', name: payload },
    description: payload,
    image: [payload],
    articleSection: payload,
    license: payload,
  }).replaceAll('<', '\\u003c');
  const meta = ['og:title', 'og:site_name', 'og:description', 'og:image', 'article:section']
    .map((name) => `<meta property="${name}" content="${text}">`)
    .join('');
  // Markup last: what is left open in it swallows the rest of the page.
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${text} ${at}</title>${meta}
    <meta name="author" content="${text}"><link rel="canonical" href="${text}"><link rel="license" href="${text}">
    <script type="application/ld+json">${linked}</script></head><body><header>Menu</header><article>
    <h1>${text} ${at}</h1><p class="byline">By ${text}</p>
    ${paragraphs('Before')}
    <p>${text}</p><blockquote cite="${text}"><p>${text}</p></blockquote><pre><code>${text}</code></pre>
    <p><a href="${text}">A link that is one of ours no more</a></p>
    <figure><img src="/picture-${at}.png" width="640" height="400" alt="${text}" title="${text}"><figcaption>${text}</figcaption></figure>
    <figure><img src="${text}" width="640" height="400" alt="one"><figcaption>Photo: ${text}</figcaption></figure>
    ${payload}
    ${paragraphs('After')}</article></body></html>`;
}

/** @param {string} where */
function paragraphs(where) {
  return [1, 2, 3].map((part) => `<p>${where} it, part ${part}. ${sentence.repeat(2)}</p>`).join('');
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
