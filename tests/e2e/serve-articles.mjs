// @ts-check
/** Serves any number of short articles, one for each path, and the kinds of things that are no articles. */
import { createServer } from 'node:http';

const sentence =
  'Mills in the region cut their output again this week, and traders expect prices to follow, people at three of them said. ';
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const paragraph = `<p>${sentence.repeat(2)}</p>`;
const cut = `<article><h1>News of a cut text</h1><p id="teaser">Only the beginning. ${sentence.repeat(5)}</p><button>Continue reading</button></article>
  <div id="rest" class="sidebar"><h2>What is in the rest</h2><p id="rest-first">The first of the rest. ${sentence.repeat(6)}</p><p>The second of the rest. ${sentence}</p></div><footer>Imprint</footer>`;

/**
 * Pages that are not read as people want them.
 * @type {Record<string, (query: URLSearchParams) => string>}
 */
const odd = {
  '/cut': () => `<title>News of a cut text</title>${cut}`,
  // Everything a page can do to keep others from hearing keys and clicks.
  '/hostile':
    () => `<title>News of a hostile page</title><style>* { user-select: none !important } body > * { display: block !important; opacity: .99 } clipsheet-picker { display: none !important }</style>
    <script>
      for (const name of ['keydown', 'keyup', 'keypress', 'mousedown', 'mouseup', 'click', 'pointerdown', 'pointerup', 'pointermove', 'mousemove'])
        addEventListener(name, (event) => { event.stopImmediatePropagation(); event.preventDefault(); document.documentElement.dataset.heard = (document.documentElement.dataset.heard ?? '') + ' ' + event.type; }, true);
      Element.prototype.getBoundingClientRect = () => ({ left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 });
      Document.prototype.elementsFromPoint = () => [];
      Element.prototype.attachShadow = () => { throw new Error('no shadows here'); };
      window.fetch = () => Promise.reject(new Error('no'));
    </script>${cut.replaceAll('cut text', 'hostile page')}`,
  '/serial': (query) => {
    const page = Number(query.get('page') ?? 1);
    const address = (/** @type {number} */ at) => `/serial?${query.has('n') ? `n=${query.get('n')}&` : ''}page=${at}`;
    const pager = [1, 2, 3, 4].map((at) => `<a href="${address(at)}">${at}</a>`).join(' ');
    const next = page < 4 ? `<a rel="next" href="${address(page + 1)}">Next</a>` : '';
    return `<title>News of a serial</title><article><h1>News of a serial</h1><p>This note stands on every page of the serial, as it does in many a paper.</p>
      ${[1, 2, 3].map((part) => `<p>Page ${page}, part ${part}. ${sentence.repeat(2)}</p>`).join('')}
      <figure><img src="page-${page}.png" width="640" height="400"><figcaption>Picture of page ${page}</figcaption></figure>${paragraph}</article><div class="pager">${pager} ${next}</div>`;
  },
};

/**
 * @typedef {{html: string, headers?: Record<string, string>, lang?: string}} OwnPage
 * @param {Record<string, readonly [title: string, ...paragraphs: string[]]>} [own] articles of a test's own, by path
 * @param {Record<string, OwnPage>} [pages] whole pages of a test's own, by path
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` has no slash at its end
 */
export async function serveArticles(own = {}, pages = {}) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.endsWith('.pdf')) response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    else if (pathname === '/empty') html(response, '<title>Nothing here</title><nav><a href="/">Home</a></nav>');
    else if (pages[pathname]) html(response, pages[pathname].html, pages[pathname]);
    else if (own[pathname]) html(response, written(own[pathname]));
    else if (odd[pathname]) html(response, odd[pathname](searchParams));
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
 * @param {{headers?: Record<string, string>, lang?: string}} [options]
 */
function html(response, body, { headers = {}, lang = 'en' } = {}) {
  const head = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(head + body);
}

/** @param {readonly [title: string, ...paragraphs: string[]]} article */
function written([title, ...paragraphs]) {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return `<title>${title}</title><header>Menu</header><article><h1>${title}</h1>${text}</article>`;
}

/** @param {string} name */
function article(name) {
  const paragraphs = Array.from(
    { length: 6 },
    (_, i) => `<p id="p${i}">Part ${i + 1} of ${name}. ${sentence.repeat(3)}</p>`,
  );
  return `<title>News of ${name}</title><header>Menu</header><article><h1>News of ${name}</h1>${paragraphs.join('')}</article>`;
}
