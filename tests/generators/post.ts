/** A post that holds whatever a generator of sites could take for its own: every line of it must come out as it is. */
import { baicPost, chinaDaily, image, safe } from '../unit/render/posts';

const lines = [
  'Liquid and Nunjucks: {{ title }} {{ site.title | upcase }} {% include "x" %} {% raw %} {# a note #} {%- if -%}',
  'Hugo: {{&lt; figure src="x" >}} {{% notice %}} {{&lt;/* x */&gt;}} and {{&lt; never closed',
  'Markup: &lt;tag&gt; &lt;br&gt; &lt;!-- more --&gt; &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &amp;copy; a &lt; b',
  "Marks: \"quoted\" 'single' it's -- dash --- long ... dots # hash : colon * star _under_ ~~no~~ `tick` | pipe | $$x$$",
  '# no heading',
  '- no list',
  '1. no number',
  ': no definition',
  '+ no plus',
  '&gt; no quotation',
  '=== no title',
  ':::note no directive',
  '{: .no-attribute} {#no-id} [^1] no note [TOC] ![no](image) [no](link) *[HTML]: no abbreviation',
  '| a | b |',
  '^',
  'https://example.com/a_b_c?x=1&amp;y=(2) www.example.com name@example.com',
  '中文：<strong>“开放合作”</strong>是主题，<strong>真皮。</strong>说明<em>（环保）</em>材料；他说："直引号"与{{ 变量 }}。',
  'Line one<br>: line two<br># line three<br>- line four',
];

const html = `
${lines.map((line) => `<p>${line}</p>`).join('\n')}
<h2>A heading: "with" {{ braces }} {#id} and 中文</h2>
<ul><li>{{ one }}</li><li>two <strong>“三”</strong>四</li></ul>
<table><tr><th>A | B</th><th>C</th></tr><tr><td>{{ x }} "y"</td><td>{% z %}</td></tr></table>
<p>In a line: <code>{{ code }} {% tag %} "a" &lt;b&gt; | c</code> and <code>{{&lt; open</code>.</p>
<pre><code>{% assign a = "b" %}
{{ a }} {{&lt; short &gt;}} {% endraw %} # : -- &lt;tag&gt;
  indented "line"
</code></pre>
<pre><code>{{&lt; never
  closed | x</code></pre>`;

/** Two texts (one of notes), five images, and a title that no careless writer of YAML survives. */
export function hostileToGenerators() {
  const post = baicPost();
  const images = [1, 2].map((nth) =>
    image(nth, { caption: `Leather "0${nth}": {{ caption }} <b> #`, alt: `a "b" {{ c }} [d]` }),
  );
  return {
    ...post,
    title: 'It\'s "quoted": {{ title }} {% x %} <tag> # & 中文',
    standfirst: 'Why: "it" matters {{ page.x }}',
    author: 'A: "B" #c',
    tags: ['yes', '2026', '中文: "x"'],
    parts: [
      {
        kind: 'commentary' as const,
        markdown: 'Our **“view”**说[^1], and {{ more }}.\n\n[^1]: The note: {{ note }} "n".',
      },
      { kind: 'text' as const, html: safe(html), images: {}, source: chinaDaily },
      {
        kind: 'quotes' as const,
        quotes: [{ text: '{{ quote }} "q" : #', comment: '{% comment %}', link: '' }],
        source: chinaDaily,
      },
      { kind: 'gallery' as const, title: 'Our "leather": {{ g }}', images },
      { kind: 'source' as const },
    ],
    images,
  };
}
