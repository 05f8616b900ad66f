// @ts-check
/** Ten kinds of pages to highlight on, and one that fights it. Each has the words to be marked in `#words`. */

const long = (/** @type {string} */ name, /** @type {number} */ count) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<p>Paragraph ${i + 1} of ${name}: mills in the region cut their output again this week, and traders expect prices to follow.</p>`,
  ).join('');

const around = (/** @type {string} */ title, /** @type {string} */ inside) =>
  `<title>${title}</title><style>body { font: 16px/1.6 serif; margin: 24px; max-width: 640px } #words { width: max-content }</style><article><h1>${title}</h1>${inside}</article>`;

/**
 * Page by path; `words` is what is marked there.
 * @type {Record<string, {words: string, html: string, headers?: Record<string, string>, lang?: string}>}
 */
export const highlightPages = {
  '/long': {
    words: 'leather prices rose by nine per cent',
    html: around(
      'A long article',
      `${long('the report', 30)}<p>In March <b id="words">leather prices rose by nine per cent</b> in one week.</p>${long('the rest', 60)}`,
    ),
  },
  '/chinese': {
    words: '汽车真皮供应商增加了产能',
    lang: 'zh-CN',
    html: around(
      '汽车皮革新闻',
      `<p>据记者了解，今年以来市场需求持续增长，多家企业表示订单充足。</p><p>其中，<span id="words">汽车真皮供应商增加了产能</span>，预计明年投产。</p><p>业内人士认为，价格将保持稳定。</p>`,
    ),
  },
  '/mixed': {
    words: 'BYD 比亚迪 said שלום and العربية to 5G',
    html: around(
      'Mixed scripts',
      `<p>On Monday <span id="words">BYD 比亚迪 said שלום and العربية to 5G</span> in one breath, and nobody minded it.</p>${long('mixed', 3)}`,
    ),
  },
  '/table': {
    words: 'Northern mill 4,200 tonnes',
    html: around(
      'A table of mills',
      `${long('tables', 2)}<table border><tr><th>Mill</th><th>Output</th></tr><tr id="words"><td>Northern mill</td><td>4,200 tonnes</td></tr><tr><td>Southern mill</td><td>3,900 tonnes</td></tr></table>${long('tables', 2)}`,
    ),
  },
  '/code': {
    words: 'const price = await quote(hide);',
    html: around(
      'A page with code',
      `${long('code', 2)}<pre><code>import { quote } from 'hides';\n<span id="words"><i>const</i> price = <b>await</b> quote(hide);</span>\nprint(price);</code></pre>${long('code', 2)}`,
    ),
  },
  '/lists': {
    words: 'the inner point about tanning',
    html: around(
      'Nested lists',
      `<ol><li>First<ul><li>Inside<ol><li>Deeper: <span id="words">the inner point about tanning</span></li><li>Another</li></ol></li></ul></li><li>Second</li></ol>${long('lists', 3)}`,
    ),
  },
  '/shadow': {
    words: 'said inside a shadow tree',
    html: around(
      'Shadow trees',
      `${long('shadows', 2)}<news-card id="host"><template shadowrootmode="open"><style>p { color: #333; width: max-content }</style><p id="words">said inside a shadow tree</p></template></news-card>${long('shadows', 2)}`,
    ),
  },
  '/frame': {
    words: 'told within a frame of the page',
    html: around(
      'A page with a frame',
      `${long('frames', 2)}<iframe id="frame" width="560" height="90" srcdoc="<!doctype html><body style='font:16px serif;margin:12px'><p>It was <span id='words'>told within a frame of the page</span> yesterday.</p>"></iframe>${long('frames', 2)}`,
    ),
  },
  '/scroll': {
    words: 'the eleventh item came later',
    html: around(
      'Infinite scroll',
      `<div id="feed">${long('the feed', 10)}</div><script>
      let loaded = 0;
      const more = () => {
        if (loaded++ > 2) return;
        const item = document.createElement('p');
        item.innerHTML = loaded === 1 ? 'And then <span id="words">the eleventh item came later</span> than all others.' : 'Item ' + (10 + loaded) + ' of the feed.';
        document.querySelector('#feed').append(item);
      };
      addEventListener('scroll', more); setTimeout(more, 300); setTimeout(more, 900);
    </script>`,
    ),
  },
  '/app': {
    words: 'rendered over and over again',
    html: around(
      'A single-page app',
      `<main id="app"></main><script>
      let turn = 0;
      const render = () => {
        turn++;
        document.querySelector('#app').innerHTML = '<header>Turn ' + turn + '</header><p>This text is <span id="words">rendered over and over again</span> by the app.</p><p>Its end.</p>';
      };
      render(); globalThis.renderAgain = render;
    </script>`,
    ),
  },
};

/** Everything a page can do to keep people from highlighting, to read along, or to highlight for them. */
export const fightingPage = {
  words: 'what nobody should mark',
  headers: {
    'content-security-policy':
      "default-src 'none'; script-src 'nonce-own'; style-src 'nonce-own'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  html: `<title>A page that fights</title><style nonce="own">* { user-select: none !important } clipsheet-highlighter { display: none !important; transform: translate(-999px) !important } body { font: 16px/1.6 serif; margin: 24px }</style>
  <article><h1>A page that fights</h1><p>Here is <span id="words">what nobody should mark</span> at all, or so it wants.</p><p>And so on, as articles do, for a while longer than that.</p></article>
  <script nonce="own">
    const heard = [];
    globalThis.heard = heard;
    for (const name of ['keydown', 'keyup', 'keypress', 'mousedown', 'mouseup', 'click', 'pointerdown', 'pointerup', 'selectionchange', 'copy', 'input'])
      addEventListener(name, (event) => { heard.push(name + (event.key ?? '')); }, true);
    addEventListener('selectstart', (event) => event.preventDefault());
    Element.prototype.attachShadow = () => { throw new Error('no shadows here'); };
    Range.prototype.getClientRects = () => [];
    Range.prototype.toString = () => 'forged';
    Document.prototype.createRange = () => { throw new Error('no ranges here'); };
    Node.prototype.appendChild = Element.prototype.append = () => { throw new Error('nothing is added'); };
    Array.prototype.push.call = Map.prototype.set = Map.prototype.get = () => { throw new Error('no maps here'); };
    Object.defineProperty(Node.prototype, 'childNodes', { get() { throw new Error('no children'); } });
    JSON.stringify = () => '{"forged":true}';
    globalThis.storm = () => { let turns = 0; const id = setInterval(() => { for (let i = 0; i < 50; i++) { const mark = document.createComment('x'); document.body.insertBefore(mark, null); document.body.removeChild(mark); } if (++turns > 60) clearInterval(id); }, 5); };
  </script>`,
};
