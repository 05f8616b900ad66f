import { describe, expect, test } from 'vitest';
import { agreement, isClearlyBetter } from '../../../lib/extract/second-look/judge';

const sentences = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `Sentence ${from + at} says what happened on day ${from + at}.`).join(
    ' ',
  );

describe('isClearlyBetter', () => {
  test('believes what the page states as its text', () => {
    const said = sentences(0, 30);
    expect(isClearlyBetter(sentences(0, 30), sentences(0, 8), said)).toBe(true);
    expect(isClearlyBetter(sentences(0, 60), sentences(0, 30), said)).toBe(false);
    expect(isClearlyBetter(sentences(0, 30), sentences(0, 28), said)).toBe(false);
  });

  test('otherwise wants much more text that holds the first', () => {
    expect(isClearlyBetter(sentences(0, 30), sentences(0, 10), '')).toBe(true);
    expect(isClearlyBetter(sentences(0, 12), sentences(0, 10), '')).toBe(false);
    expect(isClearlyBetter(sentences(40, 90), sentences(0, 10), '')).toBe(false);
    expect(isClearlyBetter(sentences(40, 90), 'We use cookies.', '')).toBe(true);
    expect(isClearlyBetter('A line.', '', '')).toBe(false);
  });
});

test('agreement counts what is missing and what is too much, however it is set', () => {
  expect(agreement('One TWO, three!', 'one two three')).toBe(1);
  expect(agreement('', 'one two three')).toBe(0);
  const said = sentences(0, 10);
  expect(agreement(sentences(0, 10) + sentences(20, 30), said)).toBeLessThan(0.8);
});
