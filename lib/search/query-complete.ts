/** What is being typed at the caret, and the text with a suggestion in its place. */
import { type Place, readTokens } from './query-lexer';
import { printOperator } from './query-print';
import type { Operator } from './query-words';

/** The part of the text that a suggestion would replace, and what of it stands before the caret. */
export type Typing = Place &
  ({ kind: 'word'; text: string } | { kind: 'value'; operator: Operator; text: string; taken: readonly string[] });

/** What a suggestion for the text at `caret` (a UTF-16 offset) is about; null inside quotation marks and between words. */
export function typingAt(typed: string, caret: number): Typing | null {
  for (const token of readTokens(typed)) {
    if (caret <= token.from || caret > token.to) continue;
    if (token.kind === 'word')
      return { kind: 'word', from: token.from, to: token.to, text: typed.slice(token.from, caret) };
    if (token.kind !== 'filter') continue;
    const colon = typed.slice(token.from, token.to).search(/[:：]/u) + token.from;
    if (caret <= colon) return null;
    const value = token.values.find(({ from, to }) => caret >= from && caret <= to) ?? { from: caret, to: caret };
    const text = typed.slice(value.from, caret).replace(/^["“「＂]/u, '');
    const taken = token.values.filter((other) => other !== value).map((other) => other.text);
    return { kind: 'value', operator: token.operator, from: value.from, to: value.to, text, taken };
  }
  return null;
}

/** The text with an operator or one of its values taken from the suggestions, and where the caret goes. */
export function complete(
  typed: string,
  typing: Typing,
  chosen: { operator: Operator; value?: string },
): { typed: string; caret: number } {
  const { operator, value } = chosen;
  const [before, after] = [typed.slice(0, typing.from), typed.slice(typing.to)];
  const written = value === undefined ? `${operator}:` : printOperator(operator, [value]);
  const text = typing.kind === 'value' ? written.slice(operator.length + 1) : written;
  const space = value === undefined || /^[\s,，、]/u.test(after) ? '' : ' ';
  return { typed: before + text + space + after, caret: before.length + text.length + (value === undefined ? 0 : 1) };
}
