import { beforeEach, describe, expect, test } from 'vitest';
import {
  deleteHighlight,
  editHighlight,
  type HighlightPorts,
  listHighlights,
  putHighlight,
} from '../../../lib/capture/highlighting';
import type { AnnotationId } from '../../../lib/model/annotation';
import { newId } from '../../../lib/model/ids';
import type { PageHighlight } from '../../../lib/model/requests';
import {
  deleteAnnotation,
  editAnnotation,
  getAnnotation,
  listAnnotations,
  putAnnotation,
} from '../../../lib/store/annotations';
import { countClips } from '../../../lib/store/clips';
import { createWorld, story, type World } from './world';

let world: World;
let ports: HighlightPorts;
let at = 0;
beforeEach(() => {
  world = createWorld(`highlighting-${at++}`);
  const { db } = world;
  ports = {
    capture: world.ports,
    annotations: {
      list: (clipId) => listAnnotations(db, clipId),
      get: (id) => getAnnotation(db, id),
      put: (annotation) => putAnnotation(db, annotation),
      edit: async (id, patch) => void (await editAnnotation(db, id, patch, world.clock)),
      remove: async (id) => void (await deleteAnnotation(db, id)),
    },
  };
});

const highlight = (given: Partial<PageHighlight> = {}): PageHighlight => ({
  id: newId<AnnotationId>(),
  target: {
    quote: { type: 'TextQuoteSelector', exact: 'the mill', prefix: 'of ', suffix: ' runs' },
    position: { type: 'TextPositionSelector', start: 3, end: 11 },
    range: null,
  },
  note: '',
  tags: [],
  colour: 'yellow',
  createdAt: 1000,
  ...given,
});
const other = { ...story, url: 'https://www.example.com/news/2' };

describe('a highlight on a page', () => {
  test('clips the page first, once', async () => {
    const [one, two] = [highlight(), highlight({ createdAt: 2000 })];
    expect(await putHighlight(ports, story, one)).toEqual({ ok: true, value: one });
    await putHighlight(ports, { ...story, url: `${story.url}?utm_source=x` }, two);
    expect(await countClips(world.db, {})).toBe(1);
    expect((await listHighlights(ports, story)).map(({ id }) => id)).toEqual([one.id, two.id]);
  });

  test('says where it was made and when, never later than now', async () => {
    const one = highlight({ createdAt: Number.MAX_SAFE_INTEGER });
    await putHighlight(ports, story, one);
    const stored = await getAnnotation(world.db, one.id);
    expect(stored?.target.source).toBe(story.url);
    expect(stored?.createdAt).toBeLessThanOrEqual(world.clock);
  });

  test('is edited and taken away in its own page', async () => {
    const one = highlight();
    await putHighlight(ports, story, one);
    const edited = await editHighlight(ports, story, one.id, { note: 'Mark this', colour: 'pink' });
    expect(edited).toEqual({ ok: true, value: { ...one, note: 'Mark this', colour: 'pink' } });
    expect(await listHighlights(ports, story)).toMatchObject([{ note: 'Mark this', colour: 'pink' }]);
    await deleteHighlight(ports, story, one.id);
    expect(await listHighlights(ports, story)).toEqual([]);
  });

  test('comes back as it was when its deletion is undone', async () => {
    const one = highlight({ note: 'Mark this', tags: ['mills'] });
    await putHighlight(ports, story, one);
    await deleteHighlight(ports, story, one.id);
    await putHighlight(ports, story, one);
    expect(await listHighlights(ports, story)).toEqual([one]);
  });

  test('cannot be read, changed, replaced or taken away from another page', async () => {
    const one = highlight();
    await putHighlight(ports, story, one);
    await putHighlight(ports, other, highlight());
    expect((await listHighlights(ports, other)).some(({ id }) => id === one.id)).toBe(false);
    expect((await editHighlight(ports, other, one.id, { note: 'Forged' })).ok).toBe(false);
    await deleteHighlight(ports, other, one.id);
    expect((await putHighlight(ports, other, { ...one, note: 'Forged' })).ok).toBe(false);
    expect(await listHighlights(ports, story)).toEqual([one]);
  });

  test('is not kept for a page that cannot be clipped', async () => {
    const refused = await putHighlight(ports, { ...story, url: 'chrome://settings' }, highlight());
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'not-clippable' } });
  });
});
