/** What a post is about in a sentence or two: for search engines, share cards and lists. */

import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Part, ResolvedPost } from '../model/resolved-post';
import { articleContent } from './article';
import { commentary } from './commentary';
import { cleanText } from './html';
import { labelsFor } from './labels';

const longest = 200;

/** The standfirst, else the first words of the first part that has any; at most 200 characters, cut between words. */
export function descriptionOf(post: ResolvedPost): string {
  const labels = labelsFor(post.language);
  const wordsOf = (part: Part): string => {
    if (part.kind === 'commentary' || part.kind === 'standing')
      return firstParagraph(commentary(part.markdown, 0, labels, 2));
    if (part.kind === 'excerpt') return part.text;
    if (part.kind === 'quotes') return part.quotes[0]?.text ?? '';
    if (part.kind === 'digest')
      return part.groups.flatMap(({ entries }) => entries.map(({ title }) => title)).join('; ');
    if (part.kind !== 'text') return '';
    return firstParagraph(
      articleContent(part.html, { baseUrl: part.source.url, images: {}, imageUrl: () => '', labels, topHeading: 2 }),
    );
  };
  if (post.standfirst.trim()) return shorten(post.standfirst, longest);
  for (const part of post.parts) {
    const words = shorten(wordsOf(part), longest);
    if (words) return words;
  }
  return '';
}

function firstParagraph(children: readonly ElementContent[]): string {
  const paragraph = children.find((child) => child.type === 'element' && child.tagName === 'p' && textOf(child).trim());
  return paragraph ? textOf(paragraph) : '';
}

/** `text` on one line and at most `limit` characters long: cut after a word or a Chinese mark where there is one near. */
export function shorten(text: string, limit: number): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= limit) return line;
  const cut = characters.slice(0, limit - 1).join('');
  const near = /^(.*[\p{P}\s])[^\p{P}\s]{0,30}$/su.exec(cut)?.[1] ?? cut;
  return `${near.replace(/[\p{P}\s]+$/u, '')}…`;
}
