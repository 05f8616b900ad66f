import { expect, test } from 'vitest';
import { date } from '../../../../../lib/compose/templates/filters/date';
import { clipsOf, lineOf } from '../make';

test('date writes a date by a pattern, in the language of the post', () => {
  expect(date.name).toBe('date');
  const clips = clipsOf({ publishedAt: '2026-01-01T23:30:00-08:00' });
  expect(lineOf('{{date|date:"D MMMM YYYY, dddd"}}', { clips })).toBe('1 January 2026, Thursday');
  expect(lineOf('{{date|date:"YYYY年M月D日 dddd"}}', { clips, language: 'zh-CN' })).toBe('2026年1月1日 星期四');
  expect(lineOf('{{date|date:"YY-MM-DD ddd MMM [D]"}}', { clips })).toBe('26-01-01 Thu Jan D');
  expect(lineOf('{{date|date}}', { clips, language: 'zh-CN' })).toBe('2026年1月1日');
});
