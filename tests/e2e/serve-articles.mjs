// @ts-check
/** Serves any number of short articles, one for each path, and the kinds of things that are no articles. */
import { createServer } from 'node:http';

const sentence =
  'Mills in the region cut their output again this week, and traders expect prices to follow, people at three of them said. ';
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** @returns {Promise<{url: string, close: () => Promise<void>}>} `url` has no slash at its end */
export async function serveArticles() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.endsWith('.pdf')) response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    else if (pathname === '/empty') html(response, '<title>Nothing here</title><nav><a href="/">Home</a></nav>');
    else html(response, article(pathname.slice(1)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} body
 */
function html(response, body) {
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(head + body);
}

/** @param {string} name */
function article(name) {
  const paragraphs = Array.from(
    { length: 6 },
    (_, i) => `<p id="p${i}">Part ${i + 1} of ${name}. ${sentence.repeat(3)}</p>`,
  );
  return `<title>News of ${name}</title><header>Menu</header><article><h1>News of ${name}</h1>${paragraphs.join('')}</article>`;
}
