/** The one style sheet of an exported page: inline, readable, under 8 KB, and the same for every post. */

const source = `
:root { color-scheme: light dark; --paper: oklch(98.6% .006 85); --card: oklch(96% .012 85); --ink: oklch(22% .012 60); --quiet: oklch(42% .014 60); --line: oklch(86% .012 75); --accent: oklch(42% .085 215);
  --sans: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  font-size: clamp(1.0625rem, .95rem + .4vw, 1.75rem) }
@media (prefers-color-scheme: dark) { :root { --paper: oklch(19% .008 70); --card: oklch(23.5% .01 70); --ink: oklch(91% .012 85); --quiet: oklch(73% .014 80); --line: oklch(34% .012 70); --accent: oklch(79% .08 205) } }
[lang] { --serif: Charter, "Iowan Old Style", "Source Serif 4", Georgia, "Noto Serif", "Liberation Serif", serif }
[lang|=zh] { --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Microsoft YaHei", serif }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: none; text-size-adjust: none; scroll-padding-block: 1rem }
body { margin: 0; font-size: 1rem; background: var(--paper); color: var(--ink); line-height: 1.6; overflow-wrap: break-word; text-autospace: normal; text-spacing-trim: trim-start; hanging-punctuation: first allow-end }
:is(body, .words, blockquote, .title cite) { font-family: var(--serif) }
:lang(zh), :lang(ja) { line-height: 1.8; line-break: strict; text-align: start }
:is(em, i, cite, dfn):is(:lang(zh), :lang(ja), :lang(ko)) { font-style: normal }
:is(em, i):lang(zh) { font-weight: 600 }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px }
article, body > footer { display: grid; grid-template-columns: [full-start] minmax(1.125rem, 1fr) [wide-start] minmax(0, 9rem) [text-start] min(36rem, 100% - 2.25rem) [text-end] minmax(0, 9rem) [wide-end] minmax(1.125rem, 1fr) [full-end] }
article > *, body > footer > * { grid-column: text; min-inline-size: 0 }
article > :is(.lead, .gallery) { grid-column: wide }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-wrap: balance; margin-block: 2em .6em; break-after: avoid }
:is(h1, h2, h3, h4, h5, h6):lang(zh) { line-height: 1.35 }
h1 { font-size: clamp(1.9rem, 1.2rem + 2.6vw, 3.1rem); line-height: 1.1; letter-spacing: -.015em; margin-block: 0 }
h1:lang(zh) { letter-spacing: 0; font-size: clamp(1.7rem, 1.2rem + 2vw, 2.6rem) }
h2 { font-size: 1.45rem } h3 { font-size: 1.2rem } h4, h5, h6 { font-size: 1rem }
p, ul, ol, dl, pre, figure, blockquote { margin-block: 0 1.15em; margin-inline: 0 }
p { text-wrap: pretty }
ul, ol { padding-inline-start: 1.4em }
article > header { padding-block: clamp(2rem, 6vw, 4.5rem) 1.75rem }
.byline, .origin, figcaption, .facts, .way, .topics, .share :is(ul, p), body > footer { font: .8rem/1.55 var(--sans); color: var(--quiet) }
.topic { margin: 0 0 .8rem; font: 600 .8rem/1.4 var(--sans); color: var(--accent) }
.standfirst { margin-block: 1rem 0; font-size: 1.2rem; line-height: 1.5; color: var(--quiet); white-space: pre-line }
.byline { margin: 1.4rem 0 0; padding-block-start: .9rem; border-block-start: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0 1.2em }
.byline span:first-child { color: var(--ink); font-weight: 600 }
img { display: block; max-inline-size: 100%; block-size: auto; background: var(--card) }
.lead, .words > figure, section > figure { margin-block: .5rem 2rem }
figure > img { inline-size: 100% }
figcaption { margin-block-start: .55em }
small { font-size: inherit } sup, sub { line-height: 0 }
.set { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 1rem }
.set > figcaption { grid-column: 1 / -1; margin: 0 } .set figure { margin: 0 }
.origin { padding-inline-start: .9em; border-inline-start: 3px solid var(--accent) }
blockquote { padding-inline-start: 1.2em; border-inline-start: 3px solid var(--line) }
.quote { margin-block: 2rem; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--accent) }
.quote blockquote { margin: 0; padding: 0; border: 0; font-size: 1.22rem; line-height: 1.45 }
.quote blockquote:lang(zh) { line-height: 1.7; font-size: 1.15rem }
.quote blockquote > :last-child { margin: 0 }
.table { overflow-x: auto; margin-block-end: 1.15em }
table { border-collapse: collapse; inline-size: 100%; font: .85rem/1.5 var(--sans) }
caption { text-align: start; font-weight: 600; padding-block-end: .5em }
th, td { padding: .5em .8em .5em 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top }
.align-right { text-align: end } .align-center { text-align: center }
pre { overflow-x: auto; padding: 1em; background: var(--card); font-size: .82rem; line-height: 1.5 }
h3 > a { color: inherit }
hr { inline-size: 4rem; margin: 2.5rem auto; border: 0; border-block-start: 1px solid var(--line) }
mark { background: oklch(88% .12 90); color: oklch(22% 0 0) }
.lead + h2 { margin-block-start: 0 }
.gallery { margin-block: 2.5rem }
.gallery ul { display: grid; gap: 1.5rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); margin: 0; padding: 0; list-style: none }
.gallery :is(figure, h2) { margin-block-start: 0 } .gallery li figure { margin: 0 }
.gallery li img { inline-size: 100%; aspect-ratio: 4 / 3; object-fit: cover }
.gallery .open { display: block; cursor: zoom-in }
.close, .previous, .next { display: none }
@media (min-width: 40rem) { .gallery ul { grid-template-columns: 1fr 1fr } .gallery li:first-child:nth-last-child(odd) { grid-column: 1 / -1 } .gallery li:first-child:nth-last-child(odd) img { aspect-ratio: 16 / 9 } }
@media screen {
  .gallery li:target > figure { position: fixed; inset: 0; z-index: 2; display: grid; grid-template-rows: minmax(0, 1fr) auto; padding: clamp(.75rem, 3vw, 3rem); padding-block-start: 3.5rem; background: oklch(16% .006 70); pointer-events: none }
  .gallery li:target > figure .open { min-block-size: 0; cursor: default }
  .gallery li:target img { inline-size: 100%; block-size: 100%; aspect-ratio: auto; object-fit: contain; background: none }
  .gallery li:target figcaption { text-align: center; color: oklch(88% .01 85); max-block-size: 30vh; overflow: auto; pointer-events: auto }
  .gallery li:target > :is(.close, .previous, .next) { display: block; position: fixed; z-index: 3; inset-block-start: .5rem; padding: .4rem .9rem; font: 1.4rem/1.4 var(--sans); color: #fff; text-decoration: none; }
  .close { inset-inline-end: .5rem } .close::before { content: "✕" }
  .previous { inset-inline-start: .5rem } .previous::before { content: "←" }
  .next { inset-inline-start: 4rem } .next::before { content: "→" }
}
.source h2, .share h2 { font: 600 .95rem/1.4 var(--sans); margin: 0 0 1rem }
.source { margin-block: 3rem 2rem; padding: 1.4rem 1.5rem; background: var(--card); border-block-start: 4px solid var(--accent) }
.card + .card { margin-block-start: 1.4rem; padding-block-start: 1.4rem; border-block-start: 1px solid var(--line) }
.card p { margin: 0 }
.outlet { font: 600 .85rem/1.5 var(--sans) }
.card .title { margin-block: .2rem .4rem; font-size: 1.25rem; line-height: 1.35 } .card cite { font-style: normal }
time { white-space: nowrap }
.notes { margin-block: 2rem; padding-block-start: .75rem; border-block-start: 1px solid var(--line); font-size: .82rem } .notes h2 { font: 600 .8rem/1.4 var(--sans); margin: 0 0 .5rem }
sup a { padding-inline: .15em; text-decoration: none }
.way { font-weight: 600 } .card .way { margin-block-start: .7rem }
.share { padding-block: 2rem; border-block-start: 1px solid var(--line) }
.share ul, .topics ul { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; list-style: none }
.share :is(a, button, summary) { display: flex; align-items: center; gap: .5em; min-block-size: 2.75rem; padding: .4rem .85rem; border: 1px solid var(--line); border-radius: 4px; background: none; color: var(--ink); font: inherit; text-decoration: none; cursor: pointer; list-style: none }
.share :is(a[href], button, summary):hover { border-color: var(--accent); color: var(--accent) }
.share a:not([href]) { color: var(--quiet); border-style: dashed; cursor: default }
.share summary { inline-size: max-content } .share li:has([open]) { flex-basis: 100% } .share summary::-webkit-details-marker { display: none }
.share svg { inline-size: 1.15em; block-size: 1.15em; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
.share .qr { inline-size: 10rem; block-size: 10rem; stroke: none; margin-block: .75rem .5rem }
.topics { margin-block-end: 2rem }
.topics li { padding: .1rem .7rem; border: 1px solid var(--line); border-radius: 1rem }
body > footer { padding-block: 0 3rem; font-size: .75rem } footer p { margin: 0 }
[hidden] { display: none !important }
@media print {
  :root { color-scheme: light; font-size: 11pt; --paper: #fff; --card: #fff; --ink: #000; --quiet: #333; --accent: #000 }
  .share, .topics { display: none }
  article, body > footer { display: block }
  figure, .card, .gallery li { break-inside: avoid }
  .source { border: 1pt solid #000 }
  .way a::after { content: " (" attr(href) ")"; font-weight: 400 }
}
@media (forced-colors: active) { .origin, .quote, .source { border-color: CanvasText } .share svg { stroke: LinkText } }
`;

/** Text of the page's `<style>`, without the white space that only we read; the extension's policy allows exactly it. */
export const pageStyle = source
  .replace(/\n\s*/g, '')
  .replace(/([{};:,>]) /g, '$1')
  .replace(/ ([{}>])/g, '$1')
  .replaceAll(';}', '}');

/** For content security policies: base64 of the SHA-256 of the style's text. */
export const pageStyleHash = 'sha256-C63ydejtV7L8XqiadeP8aOLSm0LRENe+axEs16LgDMQ=';
