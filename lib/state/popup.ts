/** The popup: what was saved, what a person changes of it, and that every change is sent the moment it is made. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip, ClipPatch, ImageBytes } from '../model/clip';
import { type EarlyEdits, joinEdits } from '../model/early-edits';
import type { Failure } from '../model/failure';
import type { ClipId } from '../model/ids';
import type { ClipOutcome } from '../model/requests';
import type { Result } from '../model/result';
import { mergeTags, splitTags, type Tag, tagKey } from '../model/tag';
import { type Ask, createRemedies } from './popup-remedies';

export type PopupStage =
  | { kind: 'saving' }
  | { kind: 'ready'; outcome: ClipOutcome['outcome'] }
  | { kind: 'removed' }
  | { kind: 'failed'; failure: Failure };

/** What the popup needs of the world; given, so that it can be shown and tested without a browser behind it. */
export type PopupPorts = {
  /** What the clip is called until it is known whether the page has one already. */
  id: ClipId;
  /** Clips the active tab; asked again it never makes a second clip. */
  clip(): Promise<Result<ClipOutcome>>;
  request: Ask;
  /** Closes the popup: the page is needed. */
  leave(): void;
  /** Reports the clip, its lead image's bytes and the other clips of its story, now and whenever they change. */
  follow(id: ClipId, onChange: (clip: Clip | null, lead: ImageBytes | null, sameStory: readonly Clip[]) => void): void;
};

/** What is shown beside the clip: its lead image, and the other clips of its story, oldest first. */
type Beside = { lead: ImageBytes | null; sameStory: readonly Clip[] };

export type Popup = ReturnType<typeof createPopup>;

export function createPopup(ports: PopupPorts) {
  const stage = signal<PopupStage>({ kind: 'saving' });
  const stored = signal<Clip | null>(null);
  const shown = signal<Beside>({ lead: null, sameStory: [] });
  const draft = signal<ClipPatch>({});
  const remedies = createRemedies(ports, stored);
  const sending = createSending((id, patch) => ports.request('edit-clip', () => ({ id, patch: patch() })));
  const tags = computed(() => draft.value.tags ?? stored.value?.tags ?? []);
  // Before the answer edits wait in the draft. They are sent all the same: the popup may close before the answer comes.
  let early: EarlyEdits = {};
  const store = (patch: ClipPatch) => {
    const id = stored.peek()?.id;
    if (id) return sending.edit(id, patch);
    early = { ...early, ...patch };
    void ports.request('edit-early', () => ({ id: ports.id, edits: early }));
  };
  const field = createTagField(tags, (all) => {
    // What stands in the field is stored, and is not a chip: the chips stay as they are here.
    if (stored.peek() && !draft.peek().tags) draft.value = { ...draft.peek(), tags: tags.peek() };
    store({ tags: all });
  });

  const start = async () => {
    stage.value = { kind: 'saving' };
    const answer = await ports.clip();
    if (!answer.ok) {
      stage.value = { kind: 'failed', failure: answer.failure };
      return;
    }
    const { clip, outcome } = answer.value;
    stored.value = clip;
    draft.value = joinEdits(clip, draft.peek());
    stage.value = { kind: 'ready', outcome };
    const { tags: _, ...others } = draft.peek();
    if (Object.keys(others).length > 0) store(others);
    field.begin(clip.tags);
    ports.follow(clip.id, (newest, bytes, others) => {
      if (newest) stored.value = newest;
      shown.value = { lead: bytes, sameStory: others };
    });
  };
  const edit = (patch: ClipPatch) => {
    draft.value = { ...draft.peek(), ...patch };
    store(patch);
  };

  return {
    stage: stage as ReadonlySignal<PopupStage>,
    /** The clip as edited here; null until it is saved. */
    clip: computed(() => stored.value && { ...stored.value, ...draft.value }) as ReadonlySignal<Clip | null>,
    tags,
    note: computed(() => draft.value.note ?? stored.value?.note ?? ''),
    beside: shown as ReadonlySignal<Beside>,
    /** Set while the last edit could not be stored. */
    unsaved: sending.failure,
    /** Reading the page again, in any of the ways there are. */
    remedies,
    start,
    setTitle: (title: string) => edit({ title }),
    setNote: (note: string) => edit({ note }),
    setStatus: (status: Clip['status']) => edit({ status }),
    setStarred: (starred: boolean) => edit({ starred }),
    setTags: (all: string[]) => {
      draft.value = { ...draft.peek(), tags: all };
      field.send();
    },
    /** Text in the tag field that is not committed: kept as a tag for as long as it stands there. */
    typeTag: field.type,
    /** Whether a known tag is known only because it is being typed here. */
    isHalfTyped: field.isHalfTyped,
    retryEdits: sending.retry,
    remove: () => remove(ports, stored, stage),
    restore: () => restore(ports, stored, stage),
  };
}

/**
 * Sends every edit the moment it is made. Waiting for a pause, or for the popup to close, would lose edits: Chromium
 * does not deliver messages that a popup sends while it goes. An edit that failed is part of the next one. What is sent
 * again is each field as it is then, so that an edit that was held up never undoes a later one.
 */
function createSending(send: (id: ClipId, patch: () => ClipPatch) => Promise<Result<Clip>>) {
  let newest: ClipPatch = {};
  let waiting: { id: ClipId; fields: (keyof ClipPatch)[] } | null = null;
  let underWay = 0;
  const failure = signal<Failure | null>(null);

  const edit = (id: ClipId, patch: ClipPatch) => {
    newest = { ...newest, ...patch };
    const fields = [...new Set([...(waiting?.fields ?? []), ...(Object.keys(patch) as (keyof ClipPatch)[])])];
    waiting = null;
    underWay++;
    void send(id, () => Object.fromEntries(fields.map((field) => [field, newest[field]]))).then((result) => {
      underWay--;
      if (!result.ok) {
        waiting = { id, fields: [...fields, ...(waiting?.fields ?? [])] };
        failure.value = result.failure;
      } else if (underWay === 0 && !waiting) failure.value = null;
    });
  };
  const retry = () => {
    if (waiting) edit(waiting.id, {});
  };
  return { edit, retry, failure: failure as ReadonlySignal<Failure | null> };
}

/**
 * The tags and the text beside them that nobody committed. The text is stored as a tag at each keystroke and replaced
 * by the next, so that it is there when the popup closes, however it does. `begin` says which tags the clip had.
 */
function createTagField(tags: ReadonlySignal<string[]>, store: (tags: string[]) => void) {
  let typed: string[] = [];
  let stored = '';
  const send = () => {
    const all = mergeTags(tags.peek(), typed);
    if (all.join('\n') === stored) return;
    stored = all.join('\n');
    store(all);
  };
  return {
    send,
    begin: (kept: string[]) => {
      stored = kept.join('\n');
      send();
    },
    type: (text: string) => {
      typed = splitTags(text);
      send();
    },
    isHalfTyped: (tag: Tag) => tag.count <= 1 && typed.some((name) => tagKey(name) === tag.key),
  };
}

type Stored = { value: Clip | null; peek(): Clip | null };
type Stage = { value: PopupStage; peek(): PopupStage };

async function remove(ports: PopupPorts, stored: Stored, stage: Stage): Promise<void> {
  const clip = stored.peek();
  if (!clip) return;
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
