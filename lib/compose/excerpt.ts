/** The few sentences that stand for a clip where its text is not quoted in full. */
import type { Clip } from '../model/clip';
import { splitParagraphs } from '../model/sentences';
import { cutExcerpt } from './sentences';

/** A short notice is not given away whole as its own excerpt. */
const mostOfText = 1 / 3;

/**
 * The outlet's own summary when it is whole (it ends as a sentence ends), else the opening of the text. Both are cut
 * between sentences; empty for a bookmark without either.
 */
export function excerptOf(clip: Clip, bodyText: string): string {
  const summary = clip.excerpt.trim();
  const whole = /[.!?。！？][”’」』"')）]*$/u.test(summary) && !/\.{3}$/u.test(summary);
  return whole ? cutExcerpt(summary) : cutExcerpt(withoutHeadline(bodyText, clip), mostOfText) || cutExcerpt(summary);
}

function withoutHeadline(text: string, clip: Clip): string {
  const [first, ...rest] = splitParagraphs(text);
  return first === clip.title || first === clip.sourceTitle ? rest.join('\n') : text;
}
