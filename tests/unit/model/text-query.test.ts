import { expect, test } from 'vitest';
import { foldText } from '../../../lib/model/text-query';

test('folding makes width, capitals and accents one', () => {
  expect(foldText('Café ＡＢＣ Ärger')).toBe('cafe abc arger');
});

test('folding keeps marks that make another letter', () => {
  expect(foldText('が')).not.toBe(foldText('か'));
  expect(foldText('한국')).toBe('한국');
});
