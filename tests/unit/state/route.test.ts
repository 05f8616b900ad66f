import { describe, expect, it } from 'vitest';
import type { ClipId, PostId } from '../../../lib/model/ids';
import { hrefOf, parseRoute, type Route } from '../../../lib/state/route';

const clip = '01jdx0clip0000000000000000' as ClipId;
const other = '01jdx0other000000000000000' as ClipId;

describe('the address of a view', () => {
  it('opens the inbox when it says nothing, or nothing known', () => {
    for (const hash of ['', '#', '#/', '#/clips', '#/nowhere', '#/clip/', '#/clip/<script>'])
      expect(parseRoute(hash)).toEqual({ view: 'clips', filter: { place: 'inbox' } });
  });

  it('shows a clip among all clips when it names no list', () => {
    expect(parseRoute(`#/clip/${clip}`)).toEqual({ view: 'clip', id: clip, filter: { place: 'all' } });
  });

  it('is read back as it was written', () => {
    const routes: Route[] = [
      { view: 'clips', filter: { place: 'inbox' } },
      {
        view: 'clips',
        filter: { place: 'all', text: 'tag:"汽车 皮革" site:example.com lang:zh clipped:30d ' },
      },
      { view: 'clips', filter: { place: 'deleted', text: 'a&b=c #1?' } },
      { view: 'clip', id: clip, filter: { place: 'inbox' } },
      { view: 'clip', id: clip, filter: { place: 'starred', text: '北汽' } },
      { view: 'posts' },
      { view: 'post', id: '01jdx0p0st' as PostId },
      { view: 'new-post', clips: [clip, other] },
      { view: 'settings' },
    ];
    for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  it('leaves out what goes without saying', () => {
    expect(hrefOf({ view: 'clips', filter: { place: 'inbox' } })).toBe('#/clips');
    expect(hrefOf({ view: 'clip', id: clip })).toBe(`#/clip/${clip}`);
    expect(hrefOf({ view: 'new-post', clips: [clip, other] })).toBe(`#/post/new?clips=${clip},${other}`);
  });

  it('drops clip ids that cannot be ids from a new post', () => {
    expect(parseRoute(`#/post/new?clips=${clip},,../x,${other}`)).toEqual({ view: 'new-post', clips: [clip, other] });
  });

  it('reads what earlier addresses narrowed to as a query', () => {
    expect(parseRoute('#/clips?in=all&tag=car+seats&language=zh&q=leather')).toEqual({
      view: 'clips',
      filter: { place: 'all', text: 'tag:"car seats" lang:zh leather' },
    });
  });

  it('ignores places it does not know', () => {
    expect(parseRoute('#/clips?in=attic&since=ever')).toEqual({ view: 'clips', filter: { place: 'inbox' } });
  });
});
