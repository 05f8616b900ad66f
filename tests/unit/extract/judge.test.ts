import { describe, expect, test } from 'vitest';
import { agreement, isClearlyBetter } from '../../../lib/extract/second-look/judge';

const sentences = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `Sentence ${from + at} says what happened on day ${from + at}.`).join(
    ' ',
  );

describe('isClearlyBetter', () => {
  test('leaves a first text of some length, however much longer the second is or nearer to what the page states', () => {
    expect(isClearlyBetter(sentences(0, 30), sentences(0, 8), '')).toBe(false);
    expect(isClearlyBetter(sentences(0, 30), sentences(0, 8), sentences(0, 30))).toBe(false);
  });

  test('takes a text of some length for a notice or for nothing', () => {
    expect(isClearlyBetter(sentences(40, 90), 'We use cookies.', '')).toBe(true);
    expect(isClearlyBetter(sentences(0, 30), '', '')).toBe(true);
    expect(isClearlyBetter('A line.', '', '')).toBe(false);
  });

  test('believes what the page states as its text', () => {
    expect(isClearlyBetter(sentences(0, 30), 'We use cookies.', sentences(0, 30))).toBe(true);
    expect(isClearlyBetter(sentences(40, 90), 'We use cookies.', sentences(0, 30))).toBe(false);
  });
});

test('agreement counts what is missing and what is too much, however it is set', () => {
  expect(agreement('One TWO, three!', 'one two three')).toBe(1);
  expect(agreement('', 'one two three')).toBe(0);
  const said = sentences(0, 10);
  expect(agreement(sentences(0, 10) + sentences(20, 30), said)).toBeLessThan(0.8);
});
