/** The words and signs inside one tag. Full-width signs, which Chinese keyboards give, are the same as the others. */
import { quotes } from './split';
import type { Mistake, Span } from './tree';

export type Token = Span & ({ kind: 'name' | 'text' | 'sign'; text: string } | { kind: 'number'; number: number });

const wide: Readonly<Record<string, string>> = {
  '｜': '|',
  '：': ':',
  '，': ',',
  '。': '.',
  '（': '(',
  '）': ')',
  '＝＝': '==',
  '！＝': '!=',
  '＞': '>',
  '＜': '<',
};
const sign = /==|!=|<=|>=|＝＝|！＝|[<>|:,.()｜：，。（）＞＜]/uy;
const space = /\s+/uy;
const number = /\d+(?:\.\d+)?/uy;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
/** A longer text in a tag has no use, and could be multiplied. */
const longestText = 1000;

/** The tokens of `text` within `inside`. What is no token is a mistake and left out. */
export function readTokens(text: string, inside: Span): { tokens: Token[]; mistakes: Mistake[] } {
  const tokens: Token[] = [];
  const mistakes: Mistake[] = [];
  const take = (pattern: RegExp, at: number): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    return found !== null && at + found.length <= inside.end ? found : null;
  };
  for (let at = inside.start; at < inside.end; ) {
    const blank = take(space, at);
    const digits = take(number, at);
    const word = take(name, at);
    const mark = take(sign, at);
    const closed = quotes[text.charAt(at)];
    let end = at + 1;
    if (blank) end = at + blank.length;
    else if (closed !== undefined) {
      const last = text.indexOf(closed, at + 1);
      const isClosed = last > 0 && last < inside.end;
      end = isClosed ? last + 1 : inside.end;
      if (!isClosed) mistakes.push({ kind: 'unclosed-string', start: at, end });
      else if (last - at > longestText) mistakes.push({ kind: 'too-long', most: longestText, start: at, end });
      tokens.push({
        kind: 'text',
        text: text.slice(at + 1, isClosed ? last : end).slice(0, longestText),
        start: at,
        end,
      });
    } else if (digits) {
      end = at + digits.length;
      tokens.push({ kind: 'number', number: Number(digits), start: at, end });
    } else if (word) {
      end = at + word.length;
      tokens.push({ kind: 'name', text: word, start: at, end });
    } else if (mark) {
      end = at + mark.length;
      tokens.push({ kind: 'sign', text: wide[mark] ?? mark, start: at, end });
    } else {
      const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
      end = at + found.length;
      mistakes.push({ kind: 'unexpected', found, start: at, end });
    }
    at = end;
  }
  return { tokens, mistakes };
}
