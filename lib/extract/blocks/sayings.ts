/** What a block says: words that only stand beside an article, and words that the page gives elsewhere too. */
import { isPlain, plainCased, plainLetters, plainNumbers } from './letters';

/** Invitations to do or read something else. */
export const promotion =
  /^(?:share (?:this|on|via)\b|(?:read|see|watch|listen|learn)(?: more|also|next|now|:)|related|advert|story continues|(?:sign|signing) up|subscribe|follow (?:us|me|him|her|@?\w+) on|click here|(?:don['’]t|never) miss|most (?:read|popular)|recommended|(?:also|lire|lesen|leia|lea|ver|mehr|lees|zum thema|auch interessant|anzeige|publicidad|newsletter|abonn|suscr|copyright|all rights|©|this (?:article|story|post) (?:was|first|originally|appeared)|\(?(?:reporting|editing|writing) by|contact|tags?:|filed under|topics?:|view (?:comments|all)|leave a|download|get the|support|donate|join|enter your|by submitting|image|photo)\b|扫码|分享|相关|推荐|延伸|更多|责任?编辑|免责|原标题|举报|返回|特别声明|来源|声明|版权|本文|编辑|作者|关注|点击|阅读|上一篇|下一篇|标签|微信|转载)/iu;

const bylines = String.raw`^(?:(?:by|von|par|por|di|door|av|text|story|words)[: ]+\p{Lu}|(?:photo|image|picture|foto|illustration)s?\s*(?:by|credit|courtesy|:|：)|\(?(?:photo|image|bild|foto)s?:|(?:来源|作者|记者|编辑|责编|时间|日期|发布(?:时间)?)\s*[:：]|(?:published|updated|posted|last updated|first published|stand|aktualisiert|veröffentlicht|publié|publicado)\b|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\d{1,2}\.\d{1,2}\.\d{2,4}|\p{L}{3,9} \d{1,2}, \d{4}|\d+ min(?:ute)?s? read|(?:reading time|lesezeit|share|print|e-?mail|comments?|save)$)`;
const plainByline = new RegExp(
  bylines.replace('\\p{Lu}', `[${plainCased}]`).replaceAll('\\p{L}', `[${plainLetters}]`),
  'iu',
);

/** Whether a line is of an article's frame: who, where, when. */
export function isByline(line: string): boolean {
  return (isPlain(line) ? plainByline : new RegExp(bylines, 'iu')).test(line);
}

/** Characters of a text by which it is known again. */
export const startLength = 60;

/** Letters and digits of the beginning of a text. */
export function foldedStart(text: string): string {
  return fold(text.slice(0, startLength));
}

const plainRest = new RegExp(`[^${plainLetters}${plainNumbers}]+`, 'g');

function fold(text: string): string {
  const small = text.toLowerCase();
  return small.replace(isPlain(small) ? plainRest : /[^\p{L}\p{N}]+/gu, '');
}

const plainWords = new RegExp(`[一-\u9fff]|[${plainLetters.replace('一-\u9fff', '')}]{3,}`, 'g');

/** The share of a line's words that stand in a folded text too. */
export function sharedWords(line: string, folded: string): number {
  const small = line.toLowerCase();
  const words = small.match(isPlain(small) ? plainWords : /\p{Script=Han}|[^\p{Script=Han}\P{L}]{3,}/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => folded.includes(word)).length / words.length;
}

/** The letters and digits of the longest `articleBody` in JSON-LD; empty when there is none of some length. */
export function readBody(jsonLd: readonly string[]): string {
  let longest = '';
  for (const text of jsonLd)
    for (const match of text.matchAll(/"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")/gsu))
      if ((match[1] ?? '').length > longest.length) longest = match[1] ?? '';
  if (longest.length < 200) return '';
  return fold(unescapeJson(longest).replace(/<[^>]*>/gu, ' '));
}

function unescapeJson(text: string): string {
  try {
    return String(JSON.parse(text.replace(/[\n\r\t]/gu, ' ')));
  } catch {
    return text;
  }
}
