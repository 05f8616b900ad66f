/** A page of 5 MB, made when it is needed instead of kept; runs in Node and in browsers. */

/** A small seeded generator (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  'line plant model supplier hide finish seat market order quarter region export test standard price battery partner season report figure driver interior colour grain thread'.split(
    ' ',
  );

/** A page of about `bytes` characters: one long article in a page full of lists, tables and scripts. */
export function giantPage(bytes = 5_000_000) {
  const random = seeded(7);
  const word = () => words[Math.floor(random() * words.length)];
  const sentence = () => {
    const list = Array.from({ length: 9 + Math.floor(random() * 9) }, word).join(' ');
    return `${list.charAt(0).toUpperCase()}${list.slice(1)}, ${word()} and ${word()}.`;
  };
  const paragraph = () => `<p>${Array.from({ length: 5 }, sentence).join(' ')}</p>\n`;
  const teaser = (at) =>
    `<li class="teaser"><a href="/news/${at}"><img data-src="/images/leather-0${(at % 5) + 1}.png" width="120" height="80" alt=""><span>${sentence()}</span></a></li>\n`;
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Longest Report of the Year | Giant Daily</title><meta property="og:site_name" content="Giant Daily"></head><body>\n`;
  const article = `<main><article><h1>The Longest Report of the Year</h1>\n<div class="article-body">${Array.from({ length: 400 }, paragraph).join('')}</div></article></main>\n`;
  const parts = [head, '<nav><ul>', article];
  let length = parts.reduce((sum, part) => sum + part.length, 0);
  parts[1] += Array.from({ length: 300 }, (_, at) => `<li><a href="/section/${at}">${word()}</a></li>`).join('');
  parts[1] += '</ul></nav>\n';
  parts.push('<aside class="sidebar"><ul class="related">\n');
  for (let at = 0; length < bytes; at++) {
    const part =
      at % 4 === 3
        ? `<script type="application/json">${JSON.stringify(Array.from({ length: 60 }, word))}</script>\n`
        : teaser(at);
    parts.push(part);
    length += part.length;
  }
  parts.push('</ul></aside></body></html>\n');
  return parts.join('');
}
