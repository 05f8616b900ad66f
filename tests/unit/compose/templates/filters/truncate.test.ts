import { expect, test } from 'vitest';
import { truncate } from '../../../../../lib/compose/templates/filters/truncate';
import { clipsOf, lineOf } from '../make';

test('truncate cuts a text, Latin words whole and no character in two', () => {
  expect(truncate.name).toBe('truncate');
  const cut = (title: string, most: number) => lineOf(`{{title|truncate:${most}}}`, { clips: clipsOf({ title }) });
  expect(cut('Leather suppliers grow', 12)).toBe('Leather…');
  expect(cut('Leather', 7)).toBe('Leather');
  expect(cut('Antidisestablishment', 5)).toBe('Antid…');
  expect(cut('比亚迪发布Model全新座椅', 8)).toBe('比亚迪发布…');
  expect(cut('比亚迪发布Model全新座椅', 11)).toBe('比亚迪发布Model全…');
  expect(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
});
