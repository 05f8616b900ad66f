/** The search box: what is typed, what is offered for it, and when the list follows. */
import { batch, computed, signal } from '@preact/signals';
import type { QueryProblem } from '../model/search-query';
import { fixProblem } from '../search/query-edit';
import { counts, filter, query, search } from './library';
import { takeFocusRequest } from './overlay';
import { loadRecent, recentSearches, rememberSearch } from './recent-searches';
import { savedSearches } from './saved-searches';
import { isUnfinished } from './search-problems';
import { isHalfTyped, type Suggestion, suggestFor, takeSuggestion } from './search-suggestions';

/** Milliseconds without a key after which the list follows, and after which what looks unfinished is a mistake. */
const pause = 160;
const longPause = 1500;

const typedSignal = signal<string | null>(null);
/** What the box shows: what is being typed, else what the list was asked for. */
export const typed = computed(() => typedSignal.value ?? filter.value.text ?? '');
const caret = signal(0);
const open = signal(false);
const pointed = signal(-1);
const resting = signal(true);

export const suggestions = computed<readonly Suggestion[]>(() =>
  open.value
    ? suggestFor(typed.value, caret.value, {
        counts: counts.value,
        recent: recentSearches.value,
        saved: savedSearches.value ?? [],
      })
    : [],
);
/** The suggestion that Enter takes, or -1. */
export const active = computed(() => {
  const known = suggestions.value;
  if (pointed.value >= 0) return Math.min(pointed.value, known.length - 1);
  return isHalfTyped(typed.value, caret.value, known) ? 0 : -1;
});

/** What is wrong with the query of the list, without what a person may still be typing. */
export const shownProblems = computed<readonly QueryProblem[]>(() => {
  const text = filter.value.text ?? '';
  return query.value.problems.filter((problem) => resting.value || !isUnfinished(problem, text));
});

let timer: ReturnType<typeof setTimeout> | undefined;
let restTimer: ReturnType<typeof setTimeout> | undefined;

/** The text changed under the person's hands; while an input method composes, the list waits. */
export function typeSearch(text: string, at: number, composing: boolean): void {
  // Letters that are meant for the box would be commands in the list.
  takeFocusRequest('list');
  clearTimeout(timer);
  clearTimeout(restTimer);
  batch(() => {
    typedSignal.value = text;
    caret.value = at;
    pointed.value = -1;
    open.value = !composing;
    resting.value = false;
  });
  if (composing) return;
  timer = setTimeout(follow, pause);
  restTimer = setTimeout(rest, longPause);
}

function follow(): void {
  if (typedSignal.peek() !== null) search(typedSignal.peek() ?? '');
}

function rest(): void {
  resting.value = true;
}

/** The list follows at once, and the search is one to remember. */
export function searchNow(): void {
  clearTimeout(timer);
  clearTimeout(restTimer);
  follow();
  rest();
  closeSuggestions();
  void rememberSearch(typed.peek());
}

export function clearSearch(): void {
  typedSignal.value = '';
  searchNow();
}

/** Offers what fits the text at the caret. */
export function openSuggestions(at: number): void {
  void loadRecent();
  batch(() => {
    caret.value = at;
    open.value = true;
    pointed.value = -1;
  });
}

export function closeSuggestions(): void {
  open.value = false;
}

/** Points to the next suggestion, or the one before; past the ends to none, then round. */
export function pointBy(step: 1 | -1): void {
  const count = suggestions.peek().length;
  const from = active.peek();
  pointed.value = step > 0 ? (from + 1) % count : (from <= 0 ? count : from) - 1;
}

export function pointTo(index: number): void {
  pointed.value = index;
}

/** Takes a suggestion; returns where the caret goes. */
export function take(suggestion: Suggestion): number {
  const taken = takeSuggestion(typed.peek(), caret.peek(), suggestion);
  typeSearch(taken.typed, taken.caret, false);
  if (taken.done) searchNow();
  return taken.caret;
}

/** The box is left: from now on it shows what the list was asked for. */
export function leaveSearch(): void {
  clearTimeout(timer);
  clearTimeout(restTimer);
  follow();
  batch(() => {
    typedSignal.value = null;
    open.value = false;
    resting.value = true;
  });
}

/** Something else changed the query (a filter, back in the history): that is what the box shows. */
export function showAsked(): void {
  clearTimeout(timer);
  typedSignal.value = null;
}

/** Puts what was probably meant in place of what was typed. */
export function fixSearch(problem: QueryProblem): void {
  typedSignal.value = fixProblem(filter.peek().text ?? '', problem);
  searchNow();
}
