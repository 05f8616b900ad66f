import { describe, expect, it } from 'vitest';
import { markMatches } from '../../../lib/state/matches';

const shown = (text: string, typed: string) =>
  markMatches(text, typed)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marking what was searched for', () => {
  it('marks words from their start, whatever the case and accents', () => {
    expect(shown('Leather and leatherette in Arzignàno', 'LEATHER arzignano')).toBe(
      '[Leather] and [leather]ette in [Arzignàno]',
    );
    expect(shown('Artificial leather', 'ficial')).toBe('Artificial leather');
  });

  it('marks Chinese anywhere in a text', () => {
    expect(shown('北汽集团董事长', '集团 董事')).toBe('北汽[集团董事]长');
  });

  it('finds its place again after characters that fold into several', () => {
    expect(shown('½ price leather', 'leather')).toBe('½ price [leather]');
    expect(shown('ﬁne Ｌeather', 'leather')).toBe('ﬁne [Ｌeather]');
  });

  it('leaves a text whole when nothing is searched for', () => {
    expect(markMatches('Leather', ' ')).toEqual([{ text: 'Leather', marked: false }]);
  });
});
