import { expect, test } from 'vitest';
import { sort } from '../../../../../lib/compose/templates/filters/sort';
import { clipsOf, lineOf } from '../make';

test('sort puts a list in order by a field, what has none last', () => {
  expect(sort.name).toBe('sort');
  const clips = clipsOf(
    { title: 'b', publishedAt: '2026-02-01' },
    { title: 'c', publishedAt: null },
    { title: 'A', publishedAt: '2025' },
  );
  const titles = (how: string) => lineOf(`{% for clip in clips|${how} %}{{title}}{% endfor %}`, { clips });
  expect([titles('sort:"date"'), titles('sort:"date":"down"'), titles('sort:"title"')]).toEqual(['Abc', 'bAc', 'Abc']);
  expect(lineOf('{{tags|sort}}', { clips: clipsOf({ tags: ['seats', 'EV'] }) })).toBe('EV, seats');
});
