/** What a person can do about a text that is not what they wanted: read it in another way, add its pages, go back. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../model/clip';
import type { Failure } from '../model/failure';
import type { ReadAgainMode, RequestName, Requests } from '../model/requests';
import type { Result } from '../model/result';

/** Asks the background. */
export type Ask = <Name extends RequestName>(
  name: Name,
  input: Requests[Name]['input'] | (() => Requests[Name]['input']),
) => Promise<Result<Requests[Name]['output']>>;

export type RemedyState =
  | { kind: 'none' }
  | { kind: 'reading' }
  /** `page` is being added; `total` as far as it is known. */
  | { kind: 'adding'; page: number; total: number | null }
  | { kind: 'changed' }
  | { kind: 'restored' };

/** A page may lead from page to page for ever; so far and no further. */
const mostPages = 20;

type Stored = { value: Clip | null; peek(): Clip | null };

export function createRemedies(ports: { request: Ask; leave(): void }, stored: Stored) {
  const state = signal<RemedyState>({ kind: 'none' });
  const failure = signal<Failure | null>(null);
  let again: () => Promise<void> = async () => undefined;
  let isStopped = false;

  const settle = (answer: Result<Clip>, kind: 'changed' | 'restored'): boolean => {
    if (answer.ok) stored.value = answer.value;
    else failure.value = answer.failure;
    state.value = answer.ok ? { kind } : { kind: 'none' };
    return answer.ok;
  };
  /** Runs one remedy at a time; what failed can be tried again. */
  const run = async (work: (clip: Clip) => Promise<void>): Promise<void> => {
    const clip = stored.peek();
    const { kind } = state.peek();
    if (!clip || kind === 'reading' || kind === 'adding') return;
    again = () => run(work);
    failure.value = null;
    await work(clip);
  };
  const addPages = (clip: Clip): Promise<void> =>
    addAll(
      clip,
      state,
      () => isStopped,
      async (url) => {
        const answer = await ports.request('add-page', { id: clip.id, url });
        if (answer.ok) stored.value = answer.value;
        else failure.value = answer.failure;
        return answer.ok ? answer.value : null;
      },
    );

  return {
    state: state as ReadonlySignal<RemedyState>,
    failure: failure as ReadonlySignal<Failure | null>,
    retry: () => again(),
    /** Reads the article, what is selected, or all of the page. */
    read: (mode: ReadAgainMode = 'page') =>
      run(async (clip) => {
        state.value = { kind: 'reading' };
        settle(await ports.request('update-text', { id: clip.id, mode }), 'changed');
      }),
    /** Lets the person point at a block of the page; the popup goes, because the page is needed. */
    choose: () =>
      run(async (clip) => {
        const answer = await ports.request('choose-block', { id: clip.id });
        if (answer.ok) ports.leave();
        else failure.value = answer.failure;
      }),
    /** Starts highlighting on the page; the popup goes. */
    highlight: () =>
      run(async () => {
        const answer = await ports.request('highlight-page', {});
        if (answer.ok) ports.leave();
        else failure.value = answer.failure;
      }),
    /** Adds the further pages one after another; what is added stays when it is stopped, or when the popup closes. */
    addPages: () => {
      isStopped = false;
      return run(addPages);
    },
    stop: () => {
      isStopped = true;
    },
    /** Brings back the text from before. */
    restore: () =>
      run(async (clip) => {
        state.value = { kind: 'reading' };
        settle(await ports.request('restore-text', { id: clip.id }), 'restored');
      }),
  };
}

async function addAll(
  first: Clip,
  state: { value: RemedyState },
  isStopped: () => boolean,
  add: (url: string) => Promise<Clip | null>,
): Promise<void> {
  let clip: Clip | null = first;
  let added = 0;
  while (clip?.capture.pages?.next && !isStopped() && added < mostPages) {
    const { joined, next, total }: NonNullable<Clip['capture']['pages']> = clip.capture.pages;
    if (!next) break;
    state.value = { kind: 'adding', page: joined.length + 2, total };
    clip = await add(next);
    if (clip) added++;
  }
  state.value = added > 0 ? { kind: 'changed' } : { kind: 'none' };
}
