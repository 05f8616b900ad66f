/** Where a post's text comes from, said from data: the card of the page, the paragraph of a pasted text. */
import type { Element, ElementContent } from 'hast';
import type { ResolvedPost, Source } from '../model/resolved-post';
import { hostOf, webAddress } from './address';
import { h, nodes } from './html';
import { directionOf, isoInZoneOf, knownLanguage, type Labels, langOf, writtenDate } from './labels';
import { listedSources } from './listed-sources';

/** What the lines about a source are written with. */
export type SourceContext = { post: ResolvedPost; labels: Labels };

/** The outlet; when the page named none, the host it was read from. */
function outletOf(source: Source, labels: Labels): string {
  const address = webAddress(source.url);
  return source.outlet.trim() || (address ? hostOf(address) : labels.unknownOutlet);
}

/** A date as `<time>`; null when it is none. */
export function time(iso: string | null, language: string): Element | null {
  const date = writtenDate(iso, language);
  return date ? h('time', { dateTime: date.machine }, date.words) : null;
}

/** Text of unknown direction and language, kept from bending the line around it. */
export function foreign(tagName: string, text: string, language: string | null, around: string): Element {
  const lang = knownLanguage(language);
  const differs = lang !== null && lang !== around;
  return h(tagName, { lang: differs ? lang : null, dir: lang && differs ? directionOf(lang) : 'auto' }, text);
}

const link = (source: Source, content: ElementContent): ElementContent => {
  const href = webAddress(source.url);
  return href ? h('a', { href }, content) : content;
};

function joined(
  facts: (ElementContent | string | (ElementContent | string)[] | null)[],
  gap: string,
): ElementContent[] {
  const there = facts.filter((fact) => fact !== null && fact !== '');
  return nodes(there.flatMap((fact, index) => [index > 0 && gap, ...(Array.isArray(fact) ? fact : [fact])]));
}

/** "Title", linked, with outlet and author: what stands under a quotation. */
export function attribution(source: Source, { post, labels }: SourceContext): ElementContent[] {
  const title = source.title.trim();
  const name = title || outletOf(source, labels);
  return joined(
    [
      link(source, foreign('cite', name, source.language, post.language)),
      title && h('bdi', {}, outletOf(source, labels)),
      source.byline.trim() && h('bdi', {}, source.byline.trim()),
    ],
    labels.separator,
  );
}

/** "Originally published by Outlet · 3 March 2024": what stands over a text taken as a whole. */
export function origin(source: Source, { post, labels }: SourceContext): Element {
  return h(
    'p',
    { className: ['origin'] },
    joined(
      [
        nodes([`${labels.originallyPublished} `, link(source, h('bdi', {}, outletOf(source, labels)))]),
        source.byline.trim() && h('bdi', {}, source.byline.trim()),
        time(source.publishedAt, post.language),
      ],
      labels.separator,
    ),
  );
}

function dated(label: string, iso: string | null, language: string): ElementContent[] | null {
  const date = time(iso, language);
  return date ? nodes([`${label}\u00a0`, date]) : null;
}

const retrieved = (source: Source, post: ResolvedPost): string => isoInZoneOf(post.publishedAt, source.clippedAt);

/** "Outlet · author · 3 March 2024", the outlet linked: whose a report of a digest is. */
export function sourceLine(source: Source, { post, labels }: SourceContext): ElementContent[] {
  return joined(
    [
      link(source, h('bdi', {}, outletOf(source, labels))),
      source.byline.trim() && h('bdi', {}, source.byline.trim()),
      time(source.publishedAt, post.language),
    ],
    labels.separator,
  );
}

/** "Also covered by Outlet · Outlet", each linked: other reports of the same story. */
export function otherReports(others: readonly Source[], { post, labels }: SourceContext): ElementContent[] {
  const links = others.map((source) => link(source, h('bdi', {}, outletOf(source, labels))));
  return [
    ...nodes([h('span', { lang: langOf(labels, post.language) }, labels.alsoCovered), ' ']),
    ...joined(links, labels.separator),
  ];
}

/** Nothing when none is named. */
function alsoCovered(context: SourceContext): Element | null {
  const others = context.post.alsoCovered ?? [];
  return others.length > 0 ? h('p', { className: ['also'] }, otherReports(others, context)) : null;
}

/** The sources as paragraphs of a pasted text, under a heading. */
export function sourceList(context: SourceContext): ElementContent[] {
  const { post, labels } = context;
  const sources = listedSources(post);
  return [
    h('h2', {}, labels.source(sources.length)),
    ...sources.map((source) =>
      h(
        'p',
        {},
        joined(
          [
            nodes([attribution(source, context)].flat()),
            dated(labels.published, source.publishedAt, post.language),
            dated(labels.clipped, retrieved(source, post), post.language),
          ],
          labels.separator,
        ),
      ),
    ),
    ...nodes([alsoCovered(context)]),
  ];
}

/** The sources as the page's card: outlet, original title, author, dates, and the way there. */
export function sourceCard(context: SourceContext): Element {
  const { post, labels } = context;
  const sources = listedSources(post);
  return h('section', { className: ['source'], ariaLabelledBy: 'source' }, [
    h('h2', { id: 'source', lang: langOf(labels, post.language) }, labels.source(sources.length)),
    ...sources.map((source) => card(source, context)),
    alsoCovered(context),
  ]);
}

function card(source: Source, { post, labels }: SourceContext): Element {
  const href = webAddress(source.url);
  const outlet = outletOf(source, labels);
  return h('div', { className: ['card'] }, [
    h('p', { className: ['outlet'] }, h('bdi', {}, outlet)),
    source.title.trim() &&
      h('p', { className: ['title'] }, foreign('cite', source.title.trim(), source.language, post.language)),
    h(
      'p',
      { className: ['facts'] },
      joined(
        [
          source.byline.trim() && h('bdi', {}, source.byline.trim()),
          dated(labels.published, source.publishedAt, post.language),
          dated(labels.clipped, retrieved(source, post), post.language),
        ],
        labels.separator,
      ),
    ),
    href &&
      h(
        'p',
        { className: ['way'] },
        h('a', { href, lang: langOf(labels, post.language) }, labels.readOriginal(outlet)),
      ),
  ]);
}
