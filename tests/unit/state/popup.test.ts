import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Clip, ClipPatch } from '../../../lib/model/clip';
import { type ClipId, newId } from '../../../lib/model/ids';
import { fail, ok, type Result } from '../../../lib/model/result';
import { createPopup, type PopupPorts } from '../../../lib/state/popup';
import { aClip } from '../clip-maker';

type Sent = { name: string; input: { id: string; patch?: ClipPatch; edits?: ClipPatch } };

const asked = newId<ClipId>();

/** A popup over a background that answers with what it is told. */
function open(clip: Clip, { outcome = 'saved' as 'saved' | 'known', answers = [] as Result<unknown>[] } = {}) {
  const sent: Sent[] = [];
  const asks: (() => Sent['input'])[] = [];
  let follow: Parameters<PopupPorts['follow']>[1] | undefined;
  let clipped: () => void = () => undefined;
  const clipping = new Promise<void>((resolve) => {
    clipped = resolve;
  });
  const popup = createPopup({
    id: asked,
    clip: async () => {
      await clipping;
      return ok({ clip, outcome });
    },
    request: (async (name: string, given: Sent['input'] | (() => Sent['input'])) => {
      const input = typeof given === 'function' ? given() : given;
      sent.push({ name, input });
      asks.push(() => (typeof given === 'function' ? given() : given));
      return answers.shift() ?? ok({ ...clip, ...input.patch });
    }) as PopupPorts['request'],
    leave: () => undefined,
    follow: (_, onChange) => {
      follow = onChange;
    },
  });
  const started = popup.start();
  return {
    popup,
    sent,
    patches: () => sent.filter(({ name }) => name === 'edit-clip').map(({ input }) => input.patch),
    /** What the first request would be if it were asked again now. */
    again: () => asks[0]?.(),
    early: () => sent.filter(({ name }) => name === 'edit-early').map(({ input }) => input),
    answer: () => {
      clipped();
      return started;
    },
    change: (next: Clip) => follow?.(next, null, []),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an edit', () => {
  test('of tags, status or star is sent before the call returns', async () => {
    const { popup, sent, patches, answer } = open(aClip());
    await answer();
    popup.setTags(['EV']);
    popup.setStatus('kept');
    popup.setStarred(true);
    expect(patches()).toEqual([{ tags: ['EV'] }, { status: 'kept' }, { starred: true }]);
    expect(sent.every(({ name }) => name === 'edit-clip')).toBe(true);
  });

  test('of title and note is sent at each keystroke: a popup that closes has no time to send more', async () => {
    const { popup, patches, answer } = open(aClip());
    await answer();
    popup.setTitle('Ne');
    popup.setTitle('New');
    popup.setNote('W');
    expect(patches()).toEqual([{ title: 'Ne' }, { title: 'New' }, { note: 'W' }]);
  });

  test('is shown at once and stays when the clip changes elsewhere', async () => {
    const clip = aClip({ title: 'Old' });
    const { popup, answer, change } = open(clip);
    await answer();
    popup.setTitle('Mine');
    change({ ...clip, title: 'From the page', siteName: 'Auto News' });
    expect(popup.clip.value).toMatchObject({ title: 'Mine', siteName: 'Auto News' });
  });

  test('made before the clip is saved is sent when it is, and loses nothing the clip had', async () => {
    const { popup, patches, early, answer } = open(aClip({ tags: ['EV'], note: 'Old note' }), { outcome: 'known' });
    popup.setTags(['leather']);
    popup.setNote('New note');
    expect(patches()).toEqual([]);
    expect(early().at(-1)).toEqual({ id: asked, edits: { tags: ['leather'], note: 'New note' } });
    await answer();
    expect(patches()).toEqual([{ note: 'Old note\nNew note' }, { tags: ['EV', 'leather'] }]);
  });

  test('that could not be stored is said, and sent again with what came after', async () => {
    const { popup, patches, answer } = open(aClip(), { answers: [fail({ kind: 'storage-full' })] });
    await answer();
    popup.setTags(['EV']);
    await vi.advanceTimersByTimeAsync(0);
    expect(popup.unsaved.value).toEqual({ kind: 'storage-full' });
    popup.setStarred(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(patches().at(-1)).toEqual({ tags: ['EV'], starred: true });
    expect(popup.unsaved.value).toBeNull();
  });
});

describe('an edit that is held up', () => {
  test('is sent again as the field is by then, so that it undoes no later edit', async () => {
    const { popup, again, answer } = open(aClip());
    await answer();
    popup.setNote('Quote this');
    popup.setNote('Quote this in the newsletter');
    expect(again()).toMatchObject({ patch: { note: 'Quote this in the newsletter' } });
  });

  test('and fails brings nothing old back with the next', async () => {
    const { popup, patches, answer } = open(aClip(), { answers: [fail({ kind: 'no-answer' })] });
    await answer();
    popup.setNote('Quote');
    popup.setNote('Quote this');
    await vi.advanceTimersByTimeAsync(0);
    popup.setStarred(true);
    expect(patches().at(-1)).toEqual({ note: 'Quote this', starred: true });
  });
});

describe('a tag that is typed and not committed', () => {
  test('is stored with the others at each keystroke, before the call returns', async () => {
    const { popup, patches, answer } = open(aClip({ tags: ['EV'] }));
    await answer();
    popup.typeTag('le');
    popup.typeTag('leather');
    expect(patches()).toEqual([{ tags: ['EV', 'le'] }, { tags: ['EV', 'leather'] }]);
  });

  test('is no chip, though the clip in the library has it', async () => {
    const clip = aClip({ tags: ['EV'] });
    const { popup, answer, change } = open(clip);
    await answer();
    popup.typeTag('le');
    change({ ...clip, tags: ['EV', 'le'] });
    expect(popup.tags.value).toEqual(['EV']);
  });

  test('is not sent again when it is committed', async () => {
    const { popup, patches, answer } = open(aClip());
    await answer();
    popup.typeTag('EV');
    popup.setTags(['EV']);
    popup.typeTag('');
    expect(patches()).toEqual([{ tags: ['EV'] }]);
  });

  test('is taken back when it is deleted', async () => {
    const { popup, patches, answer } = open(aClip({ tags: ['EV'] }));
    await answer();
    popup.typeTag('l');
    popup.typeTag('');
    expect(patches().at(-1)).toEqual({ tags: ['EV'] });
  });

  test('is not offered to itself, but a tag that others have is', async () => {
    const { popup, answer } = open(aClip());
    await answer();
    popup.typeTag('le');
    const tag = { key: 'le', name: 'le', lastUsedAt: 0 };
    expect([popup.isHalfTyped({ ...tag, count: 1 }), popup.isHalfTyped({ ...tag, count: 2 })]).toEqual([true, false]);
  });

  test('before the clip is saved is on its way at each keystroke, for the popup may close before the answer', () => {
    const { popup, early } = open(aClip());
    popup.setTags(['EV']);
    popup.typeTag('l');
    popup.typeTag('le');
    popup.typeTag('');
    expect(early().map(({ edits }) => edits)).toEqual([
      { tags: ['EV'] },
      { tags: ['EV', 'l'] },
      { tags: ['EV', 'le'] },
      { tags: ['EV'] },
    ]);
  });

  test('before the clip is saved is stored with the tags the clip has', async () => {
    const { popup, patches, answer } = open(aClip({ tags: ['EV'] }), { outcome: 'known' });
    popup.typeTag('leather');
    await answer();
    expect(patches()).toEqual([{ tags: ['EV', 'leather'] }]);
  });
});

describe('the clip', () => {
  test('that was in the library is told apart from a new one', async () => {
    const { popup, answer } = open(aClip(), { outcome: 'known' });
    expect(popup.stage.value).toEqual({ kind: 'saving' });
    await answer();
    expect(popup.stage.value).toEqual({ kind: 'ready', outcome: 'known' });
  });

  test('is removed by undo and comes back by restore', async () => {
    const clip = aClip();
    const { popup, sent, answer } = open(clip);
    await answer();
    await popup.remove();
    expect(popup.stage.value).toEqual({ kind: 'removed' });
    await popup.restore();
    expect(popup.stage.value).toEqual({ kind: 'ready', outcome: 'saved' });
    expect(sent.map(({ name }) => name)).toEqual(['delete-clip', 'restore-clip']);
  });

  test('whose text cannot be read again says why and stays', async () => {
    const { popup, answer } = open(aClip(), { answers: [fail({ kind: 'no-answer' })] });
    await answer();
    await popup.remedies.read();
    expect(popup.remedies.failure.value).toEqual({ kind: 'no-answer' });
    expect(popup.stage.value.kind).toBe('ready');
  });
});
