/** Reads a request that came as a message: nothing of the wrong name, shape or size gets further. */
import { type ClipPatch, clipStatuses } from './clip';
import type { ClipId } from './ids';
import type { PickerRequestName, RequestName, Requests } from './requests';

export type ReadRequest = { [Name in RequestName]: { name: Name; input: Requests[Name]['input'] } }[RequestName];

export type Fields = Record<string, unknown>;

const readers: { [Name in RequestName]: (input: Fields) => Requests[Name]['input'] | null } = {
  'clip-tab': readId,
  'update-text': (input) => {
    const asked = readId(input);
    const mode = readAgainModes.find((name) => name === (input.mode ?? 'page'));
    return asked && mode ? { ...asked, mode } : null;
  },
  'restore-text': readId,
  'choose-block': readId,
  'add-page': (input) => {
    const asked = readId(input);
    return asked && isText(input.url, 4000) && /^https?:\/\//u.test(input.url) ? { ...asked, url: input.url } : null;
  },
  'delete-clip': readId,
  'restore-clip': readId,
  'change-tags': () => ({}),
  'highlight-page': () => ({}),
  'back-up': () => ({}),
  'backup-alive': () => ({}),
  'save-backup': ({ url }) => (isText(url, 2000) && url.startsWith('blob:') ? { url } : null),
  'backup-failed': ({ detail }) => (isText(detail, 10_000) ? { detail } : null),
  'edit-early': (input) => {
    const [asked, edits] = [readId(input), readPatch(input.edits, ['tags', 'note'])];
    return asked && edits && { ...asked, edits };
  },
  'edit-clip': (input) => {
    const [asked, patch] = [readId(input), readPatch(input.patch)];
    return asked && patch && { ...asked, patch };
  },
};

/** The request, holding nothing but what its type says; null when it is not one. */
export function readRequest(name: unknown, input: unknown): ReadRequest | null {
  if (typeof name !== 'string' || !Object.hasOwn(readers, name) || !isFields(input)) return null;
  const read = readers[name as RequestName](input);
  return read && ({ name, input: read } as ReadRequest);
}

const pickerNames = ['take-block', 'give-back'] as const satisfies readonly PickerRequestName[];

/** A request of the picker in a page; null when it is not one. */
export function readPickerRequest(name: unknown, input: unknown): { name: PickerRequestName; token: string } | null {
  const known = pickerNames.find((one) => one === name);
  if (!known || !isFields(input) || !isText(input.token, 60) || input.token === '') return null;
  return { name: known, token: input.token };
}

const readAgainModes = ['page', 'selection', 'whole'] as const;
const mostTags = 200;

const patchReaders: { [Name in keyof Required<ClipPatch>]: (value: unknown) => boolean } = {
  title: (value) => isText(value, 2000),
  note: (value) => isText(value, 200_000),
  tags: (value) => Array.isArray(value) && value.length <= mostTags && value.every((tag) => isText(tag, 200)),
  status: (value) => clipStatuses.some((status) => status === value),
  starred: (value) => typeof value === 'boolean',
  byline: (value) => value === null || isText(value, 1000),
  siteName: (value) => value === null || isText(value, 1000),
  publishedAt: (value) => value === null || isText(value, 40),
  language: (value) => value === null || isText(value, 40),
};

function readPatch(value: unknown, fields = Object.keys(patchReaders)): ClipPatch | null {
  if (!isFields(value)) return null;
  for (const [name, field] of Object.entries(value)) {
    if (!fields.includes(name) || !patchReaders[name as keyof ClipPatch](field)) return null;
  }
  return { ...value };
}

function readId(input: Fields): { id: ClipId } | null {
  return typeof input.id === 'string' && /^[0-9a-z]{26}$/u.test(input.id) ? { id: input.id as ClipId } : null;
}

export function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
