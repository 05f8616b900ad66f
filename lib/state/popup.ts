/** The popup: what was saved, what a person changes of it, and that every change is sent the moment it is made. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip, ClipPatch, ImageBytes } from '../model/clip';
import type { Failure } from '../model/failure';
import type { ClipId } from '../model/ids';
import type { ClipOutcome, RequestName, Requests } from '../model/requests';
import type { Result } from '../model/result';
import { mergeTags, splitTags } from '../model/tag';

export type PopupStage =
  | { kind: 'saving' }
  | { kind: 'ready'; outcome: ClipOutcome['outcome'] }
  | { kind: 'removed' }
  | { kind: 'failed'; failure: Failure };

/** What the popup needs of the world; given, so that it can be shown and tested without a browser behind it. */
export type PopupPorts = {
  /** Clips the active tab; asked again it never makes a second clip. */
  clip(): Promise<Result<ClipOutcome>>;
  request<Name extends RequestName>(
    name: Name,
    input: Requests[Name]['input'],
  ): Promise<Result<Requests[Name]['output']>>;
  /** Reports the clip and its lead image's bytes now and whenever they change. */
  follow(id: ClipId, onChange: (clip: Clip | null, lead: ImageBytes | null) => void): void;
};

/** Long enough for a fast typist, short enough to be gone before a popup closes. */
const pause = 150;

export type Popup = ReturnType<typeof createPopup>;

export function createPopup(ports: PopupPorts) {
  const stage = signal<PopupStage>({ kind: 'saving' });
  const stored = signal<Clip | null>(null);
  const lead = signal<ImageBytes | null>(null);
  const draft = signal<ClipPatch>({});
  const updating = signal<'no' | 'running' | 'done'>('no');
  const updateFailure = signal<Failure | null>(null);
  const sending = createSending((patch) => {
    const id = stored.peek()?.id;
    return id ? ports.request('edit-clip', { id, patch }) : null;
  });

  const start = async () => {
    stage.value = { kind: 'saving' };
    const answer = await ports.clip();
    if (!answer.ok) {
      stage.value = { kind: 'failed', failure: answer.failure };
      return;
    }
    const { clip, outcome } = answer.value;
    const early = joinEdits(clip, draft.peek());
    stored.value = clip;
    draft.value = early;
    stage.value = { kind: 'ready', outcome };
    if (Object.keys(early).length > 0) sending.edit(early, { now: true });
    ports.follow(clip.id, (newest, bytes) => {
      if (newest) stored.value = newest;
      lead.value = bytes;
    });
  };
  const edit = (patch: ClipPatch, now: boolean) => {
    draft.value = { ...draft.peek(), ...patch };
    sending.edit(patch, { now });
  };
  const clip = computed(() => stored.value && { ...stored.value, ...draft.value });
  const tags = computed(() => draft.value.tags ?? stored.value?.tags ?? []);
  const pending = createPendingTag(tags, (all) => sending.edit({ tags: all }, { now: true }));

  return {
    stage: stage as ReadonlySignal<PopupStage>,
    /** The clip as edited here; null until it is saved. */
    clip: clip as ReadonlySignal<Clip | null>,
    tags: tags as ReadonlySignal<string[]>,
    note: computed(() => draft.value.note ?? stored.value?.note ?? ''),
    lead: lead as ReadonlySignal<ImageBytes | null>,
    /** Set while the last edit could not be stored. */
    unsaved: sending.failure,
    updating: updating as ReadonlySignal<'no' | 'running' | 'done'>,
    updateFailure: updateFailure as ReadonlySignal<Failure | null>,
    start,
    setTitle: (title: string) => edit({ title }, false),
    setNote: (note: string) => edit({ note }, false),
    setTags: (all: string[]) => edit({ tags: all }, true),
    setStatus: (status: Clip['status']) => edit({ status }, true),
    setStarred: (starred: boolean) => edit({ starred }, true),
    typeTag: pending.type,
    /** Sends what still waits: when a field is left. */
    flush: sending.flush,
    /** Sends everything, the tag that is being typed too: when the popup goes away, which it may do for good. */
    leave: () => {
      pending.leave();
      sending.flush();
    },
    retryEdits: sending.flush,
    remove: () => remove(ports, stored, stage, sending),
    restore: () => restore(ports, stored, stage),
    updateText: () => updateText(ports, stored, updating, updateFailure),
  };
}

/** What was typed before the clip was there, joined with what the clip has: nothing of either is lost. */
function joinEdits(clip: Clip, early: ClipPatch): ClipPatch {
  const joined = { ...early };
  if (early.tags) joined.tags = mergeTags(clip.tags, early.tags);
  if (early.note && clip.note) joined.note = `${clip.note}\n${early.note}`;
  return joined;
}

/** Collects edits and sends them: at once, or after a pause in typing. A send that failed is part of the next. */
function createSending(send: (patch: ClipPatch) => Promise<Result<Clip>> | null) {
  let waiting: ClipPatch = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const failure = signal<Failure | null>(null);

  /** Calls `send` before it returns: a message that is on its way survives the page. */
  const flush = () => {
    clearTimeout(timer);
    if (Object.keys(waiting).length === 0) return;
    const patch = waiting;
    const answer = send(patch);
    if (!answer) return;
    waiting = {};
    void answer.then((result) => {
      if (result.ok) {
        if (Object.keys(waiting).length === 0) failure.value = null;
        return;
      }
      waiting = { ...patch, ...waiting };
      failure.value = result.failure;
    });
  };
  const edit = (patch: ClipPatch, { now }: { now: boolean }) => {
    waiting = { ...waiting, ...patch };
    if (now) flush();
    else {
      clearTimeout(timer);
      timer = setTimeout(flush, pause);
    }
  };
  return { edit, flush, failure: failure as ReadonlySignal<Failure | null> };
}

/**
 * The tag in the field that nobody committed. When the page is left it is stored with the others; should the page come
 * back, the text is still in the field, and what is typed next replaces what was stored.
 */
function createPendingTag(tags: ReadonlySignal<string[]>, send: (tags: string[]) => void) {
  let typed = '';
  let stored = false;
  return {
    type: (text: string) => {
      typed = text;
      if (stored) send(tags.peek());
      stored = false;
    },
    leave: () => {
      const added = splitTags(typed);
      if (added.length === 0 || stored) return;
      stored = true;
      send(mergeTags(tags.peek(), added));
    },
  };
}

type Stored = { value: Clip | null; peek(): Clip | null };
type Stage = { value: PopupStage; peek(): PopupStage };

async function remove(ports: PopupPorts, stored: Stored, stage: Stage, sending: { flush(): void }): Promise<void> {
  const clip = stored.peek();
  if (!clip) return;
  sending.flush();
  const answer = await ports.request('delete-clip', { id: clip.id });
  stage.value = answer.ok ? { kind: 'removed' } : { kind: 'failed', failure: answer.failure };
}

async function restore(ports: PopupPorts, stored: Stored, stage: Stage): Promise<void> {
  const clip = stored.peek();
  if (!clip) return;
  const answer = await ports.request('restore-clip', { id: clip.id });
  if (answer.ok) stored.value = answer.value;
  stage.value = answer.ok ? { kind: 'ready', outcome: 'saved' } : { kind: 'failed', failure: answer.failure };
}

async function updateText(
  ports: PopupPorts,
  stored: Stored,
  updating: { value: 'no' | 'running' | 'done' },
  failure: { value: Failure | null },
): Promise<void> {
  const clip = stored.peek();
  if (!clip) return;
  updating.value = 'running';
  failure.value = null;
  const answer = await ports.request('update-text', { id: clip.id });
  updating.value = answer.ok ? 'done' : 'no';
  if (answer.ok) stored.value = answer.value;
  else failure.value = answer.failure;
}
