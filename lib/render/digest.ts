/** A digest as blocks: its reports by group, each with its own source, and a table of contents when it is long. */
import type { ElementContent } from 'hast';
import type { ResolvedGroup, ResolvedPost } from '../model/resolved-post';
import { webAddress } from './address';
import { h, nodes } from './html';
import type { Labels } from './labels';
import { foreign, otherReports, sourceLine } from './source-card';

type Context = { post: ResolvedPost; labels: Labels };

/** So many reports in two groups at least, and readers want to see first what is in it. */
const longDigest = 7;

/** `nth` tells the places in one digest of a post from those in another. */
export function digest(groups: readonly ResolvedGroup[], nth: number, context: Context): ElementContent[] {
  const titled = groups.filter(({ title }) => title);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const isLong = count >= longDigest && titled.length > 1;
  return [
    ...(isLong ? [contents(groups, nth, context)] : []),
    ...groups.flatMap((group, at) => section(group, placeOf(nth, at), context)),
  ];
}

const placeOf = (nth: number, at: number): string => `group-${nth}-${at + 1}`;

function contents(groups: readonly ResolvedGroup[], nth: number, { labels }: Context): ElementContent {
  const lines = groups.flatMap(({ title, entries }, at) =>
    title ? [h('li', {}, h('a', { href: `#${placeOf(nth, at)}` }, title), ` (${entries.length})`)] : [],
  );
  return h('nav', { className: ['contents'], ariaLabel: labels.contents }, h('ul', {}, lines));
}

function section({ title, entries }: ResolvedGroup, id: string, context: Context): ElementContent[] {
  const heading = title ? 'h3' : 'h2';
  return [...nodes([title && h('h2', { id }, title)]), ...entries.flatMap((entry) => report(entry, heading, context))];
}

function report(
  { title, comment, source, also }: ResolvedGroup['entries'][number],
  heading: string,
  context: Context,
): ElementContent[] {
  const { post } = context;
  const href = webAddress(source.url);
  const name = foreign('span', title || source.title.trim() || source.outlet, source.language, post.language);
  const others = also.length > 0 ? [' ', ...otherReports(also, context)] : [];
  return [
    h(heading, {}, href ? h('a', { href }, name) : name),
    ...nodes([comment && h('p', {}, comment)]),
    h('p', { className: ['facts'] }, nodes([...sourceLine(source, context), ...others])),
  ];
}
