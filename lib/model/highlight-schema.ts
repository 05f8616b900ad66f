/** Reads what a highlighter in a page sent: its names, shapes and sizes, and nothing that is not named here. */
import {
  type AnnotationId,
  type AnnotationPatch,
  type HighlightColour,
  highlightColours,
  type RangeSelector,
  type TextPositionSelector,
  type TextSelectors,
  type XPathSelector,
} from './annotation';
import { type Fields, isFields, isText } from './request-schema';
import type { HighlighterRequestName, HighlighterRequests, PageHighlight } from './requests';

/** The longest quote that can be highlighted: more than any article has, and little enough to travel. */
export const longestQuote = 100_000;

export type ReadHighlighterRequest = {
  [Name in HighlighterRequestName]: { name: Name } & HighlighterRequests[Name]['input'];
}[HighlighterRequestName];

type Reader<Name extends HighlighterRequestName> = (
  input: Fields,
) => Omit<HighlighterRequests[Name]['input'], 'token'> | null;

const readers: { [Name in HighlighterRequestName]: Reader<Name> } = {
  'list-highlights': () => ({}),
  'put-highlight': ({ highlight }) => {
    const read = isFields(highlight) ? readHighlight(highlight) : null;
    return read && { highlight: read };
  },
  'edit-highlight': (input) => {
    const [id, patch] = [readId(input.id), isFields(input.patch) ? readPatch(input.patch) : null];
    return id && patch && { id, patch };
  },
  'delete-highlight': (input) => {
    const id = readId(input.id);
    return id && { id };
  },
  'suggest-tags': ({ typed, except }) =>
    isText(typed, 200) && areTags(except) ? { typed, except: [...except] } : null,
};

/** A request of the highlighter in a page; null when it is not one. */
export function readHighlighterRequest(name: unknown, input: unknown): ReadHighlighterRequest | null {
  if (typeof name !== 'string' || !Object.hasOwn(readers, name) || !isFields(input)) return null;
  if (!isText(input.token, 60) || input.token === '') return null;
  const read = readers[name as HighlighterRequestName](input);
  return read && ({ ...read, name, token: input.token } as ReadHighlighterRequest);
}

function readHighlight(given: Fields): PageHighlight | null {
  const { note, tags, colour } = given;
  const [id, patch, target] = [readId(given.id), readPatch({ note, tags, colour }), readTarget(given.target)];
  if (!id || !patch?.colour || patch.note === undefined || !patch.tags || !target) return null;
  if (typeof given.createdAt !== 'number' || !Number.isFinite(given.createdAt)) return null;
  return { id, target, note: patch.note, tags: patch.tags, colour: patch.colour, createdAt: given.createdAt };
}

function readPatch(given: Fields): AnnotationPatch | null {
  const { note, tags, colour, ...others } = given;
  const known = colour === undefined ? undefined : highlightColours.find((one) => one === colour);
  if (Object.keys(others).length > 0 || (note !== undefined && !isText(note, 20_000))) return null;
  if ((tags !== undefined && !areTags(tags)) || (colour !== undefined && !known)) return null;
  return {
    ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags: [...tags] }),
    ...(known && { colour: known as HighlightColour }),
  };
}

function areTags(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= 50 && value.every((tag) => isText(tag, 200));
}

function readTarget(value: unknown): TextSelectors | null {
  if (!isFields(value) || !isFields(value.quote)) return null;
  const { exact, prefix, suffix } = value.quote;
  if (!isText(exact, longestQuote) || exact.trim() === '' || !isText(prefix, 100) || !isText(suffix, 100)) return null;
  const position = value.position === null ? null : readPosition(value.position);
  const range = value.range === null ? null : readRange(value.range);
  if (position === undefined || range === undefined) return null;
  return { quote: { type: 'TextQuoteSelector', exact, prefix, suffix }, position, range };
}

function readPosition(value: unknown): TextPositionSelector | undefined {
  if (!isFields(value)) return undefined;
  const { start, end } = value;
  const isPlace = (at: unknown): at is number => Number.isSafeInteger(at) && (at as number) >= 0;
  return isPlace(start) && isPlace(end) && start <= end ? { type: 'TextPositionSelector', start, end } : undefined;
}

function readRange(value: unknown): RangeSelector | undefined {
  if (!isFields(value)) return undefined;
  const [startSelector, endSelector] = [readPath(value.startSelector), readPath(value.endSelector)];
  return startSelector && endSelector && { type: 'RangeSelector', startSelector, endSelector };
}

function readPath(value: unknown): XPathSelector | undefined {
  if (!isFields(value) || !isText(value.value, 8000)) return undefined;
  const refinedBy = readPosition(value.refinedBy);
  return refinedBy && { type: 'XPathSelector', value: value.value, refinedBy };
}

function readId(value: unknown): AnnotationId | null {
  return typeof value === 'string' && /^[0-9a-z]{26}$/u.test(value) ? (value as AnnotationId) : null;
}
