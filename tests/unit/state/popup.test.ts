import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Clip, ClipPatch } from '../../../lib/model/clip';
import { fail, ok, type Result } from '../../../lib/model/result';
import { createPopup, type PopupPorts } from '../../../lib/state/popup';
import { aClip } from '../clip-maker';

type Sent = { name: string; input: { id: string; patch?: ClipPatch } };

/** A popup over a background that answers with what it is told. */
function open(clip: Clip, { outcome = 'saved' as 'saved' | 'known', answers = [] as Result<unknown>[] } = {}) {
  const sent: Sent[] = [];
  let follow: Parameters<PopupPorts['follow']>[1] | undefined;
  let clipped: () => void = () => undefined;
  const clipping = new Promise<void>((resolve) => {
    clipped = resolve;
  });
  const popup = createPopup({
    clip: async () => {
      await clipping;
      return ok({ clip, outcome });
    },
    request: (async (name: string, input: Sent['input']) => {
      sent.push({ name, input });
      return answers.shift() ?? ok({ ...clip, ...input.patch });
    }) as PopupPorts['request'],
    follow: (_, onChange) => {
      follow = onChange;
    },
  });
  const started = popup.start();
  return {
    popup,
    sent,
    patches: () => sent.map(({ input }) => input.patch),
    answer: () => {
      clipped();
      return started;
    },
    change: (next: Clip) => follow?.(next, null),
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

  test('of title and note is sent after a pause of at most 150 ms', async () => {
    const { popup, patches, answer } = open(aClip());
    await answer();
    popup.setTitle('New');
    popup.setNote('Why');
    expect(patches()).toEqual([]);
    vi.advanceTimersByTime(150);
    expect(patches()).toEqual([{ title: 'New', note: 'Why' }]);
  });

  test('that waits is sent at once when the popup goes', async () => {
    const { popup, patches, answer } = open(aClip());
    await answer();
    popup.setNote('Why');
    popup.leave();
    expect(patches()).toEqual([{ note: 'Why' }]);
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
    const { popup, patches, answer } = open(aClip({ tags: ['EV'], note: 'Old note' }), { outcome: 'known' });
    popup.setTags(['leather']);
    popup.setNote('New note');
    expect(patches()).toEqual([]);
    await answer();
    expect(patches()).toEqual([{ tags: ['EV', 'leather'], note: 'Old note\nNew note' }]);
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

describe('a tag that is typed and not committed', () => {
  test('is stored when the popup goes, before the call returns', async () => {
    const { popup, patches, answer } = open(aClip({ tags: ['EV'] }));
    await answer();
    popup.typeTag('leather');
    popup.leave();
    expect(patches()).toEqual([{ tags: ['EV', 'leather'] }]);
  });

  test('is sent once, though several signs say that the popup goes', async () => {
    const { popup, patches, answer } = open(aClip());
    await answer();
    popup.typeTag('leather');
    popup.leave();
    popup.leave();
    expect(patches()).toHaveLength(1);
  });

  test('is taken back when the popup stays and the typing goes on', async () => {
    const { popup, patches, answer } = open(aClip());
    await answer();
    popup.typeTag('lea');
    popup.leave();
    popup.typeTag('leat');
    expect(patches()).toEqual([{ tags: ['lea'] }, { tags: [] }]);
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
    await popup.updateText();
    expect(popup.updateFailure.value).toEqual({ kind: 'no-answer' });
    expect(popup.stage.value.kind).toBe('ready');
  });
});
