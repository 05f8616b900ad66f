import { describe, expect, it } from 'vitest';
import type { ClipId } from '../../../lib/model/ids';
import { extendTo, neighbour, nothingSelected, selectOnly, toggle } from '../../../lib/state/selection';

const order = ['a', 'b', 'c', 'd', 'e'] as ClipId[];
const id = (name: string) => name as ClipId;
const names = (selection: { ids: ReadonlySet<ClipId> }) => [...selection.ids].sort().join('');

describe('selecting clips', () => {
  it('adds a clip and takes it out again', () => {
    const one = toggle(nothingSelected, id('b'));
    expect(names(one)).toBe('b');
    expect(names(toggle(one, id('b')))).toBe('');
    expect(names(nothingSelected)).toBe('');
  });

  it('selects from the anchor to the clip, in either direction, and keeps the anchor', () => {
    const from = toggle(nothingSelected, id('c'));
    expect(names(extendTo(from, id('e'), order))).toBe('cde');
    const up = extendTo(from, id('a'), order);
    expect(names(up)).toBe('abc');
    expect(up.anchor).toBe('c');
  });

  it('keeps what was selected before a range', () => {
    const both = toggle(toggle(nothingSelected, id('a')), id('d'));
    expect(names(extendTo(both, id('e'), order))).toBe('ade');
  });

  it('starts a range at the clip when nothing was selected or the anchor has left the list', () => {
    expect(names(extendTo(nothingSelected, id('b'), order))).toBe('b');
    expect(names(extendTo(selectOnly([id('gone')]), id('b'), order))).toBe('bgone');
  });

  it('moves to the neighbour and stays inside the list', () => {
    expect(neighbour(order, id('b'), 1)).toBe('c');
    expect(neighbour(order, id('e'), 1)).toBe('e');
    expect(neighbour(order, id('b'), -10)).toBe('a');
    expect(neighbour(order, null, 1)).toBe('a');
    expect(neighbour(order, id('gone'), -1)).toBe('e');
    expect(neighbour([], id('a'), 1)).toBeNull();
  });
});
