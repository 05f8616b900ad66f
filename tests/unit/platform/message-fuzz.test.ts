// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHighlighterRequest } from '../../../lib/model/highlight-schema';
import { newId } from '../../../lib/model/ids';
import { readPickerRequest, readRequest } from '../../../lib/model/request-schema';

/** Each request with the fields that it may hand on. */
const requests: Record<string, readonly string[]> = {
  'clip-tab': ['id'],
  'edit-early': ['id', 'edits'],
  'edit-clip': ['id', 'patch'],
  'update-text': ['id', 'mode'],
  'restore-text': ['id'],
  'choose-block': ['id'],
  'add-page': ['id', 'url'],
  'delete-clip': ['id'],
  'restore-clip': ['id'],
  'change-tags': [],
  'highlight-page': [],
  'back-up': [],
  'backup-alive': [],
  'save-backup': ['url'],
  'backup-failed': ['detail'],
};
const highlighterRequests: Record<string, readonly string[]> = {
  'list-highlights': [],
  'put-highlight': ['highlight'],
  'edit-highlight': ['id', 'patch'],
  'delete-highlight': ['id'],
};
const fields = ['title', 'note', 'tags', 'status', 'starred', 'byline', 'siteName', 'publishedAt', 'language'];

/** Values near those that are right, and everything else; what JSON can carry, since that is how messages travel. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(newId(), 'kept', 'page', 'https://a.example/', 'blob:x', 'yellow', true, null, 7, '', []),
  fc.string(),
  fc.array(fc.string(), { maxLength: 4 }),
  fc.constantFrom('x'.repeat(5000), Array(300).fill('tag')),
  fc.jsonValue({ maxDepth: 2 }),
);
const names = ['__proto__', 'constructor', 'toString', 'id', 'token', ...fields, 'colour', 'exact'];
const record = (keys: readonly string[], of: fc.Arbitrary<unknown>) =>
  fc
    .array(fc.tuple(fc.constantFrom(...keys, ...names), of), { maxLength: 6 })
    .map((entries) => JSON.parse(`{${entries.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`)}}`));
const patch = record(fields, value);
const quote = record(['exact', 'prefix', 'suffix'], value);
const highlight = fc.oneof(
  value,
  record(['id', 'target', 'note', 'tags', 'colour', 'createdAt'], fc.oneof(value, quote)),
);
const input = record(
  ['id', 'edits', 'patch', 'mode', 'url', 'detail', 'token', 'highlight'],
  fc.oneof(value, patch, highlight),
);

/** Every object in what was read is a plain one, with nothing inherited and nothing beyond a size that travels. */
function expectPlain(read: unknown): void {
  expect(JSON.stringify(read).length).toBeLessThan(1_500_000);
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(part));
    for (const key of Object.keys(part)) expect(['__proto__', 'constructor', 'prototype']).not.toContain(key);
    Object.values(part).forEach(look);
  };
  look(read);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

test('a request from a page of the extension is nothing but what its type says, whatever was sent', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(requests), ...names), input, (name, sent) => {
      const read = readRequest(name, sent);
      if (!read) return;
      taken++;
      expect(requests[name]).toEqual(expect.arrayContaining(Object.keys(read.input)));
      const { patch: changed, edits = {} } = read.input as { patch?: object; edits?: object };
      expect(fields).toEqual(expect.arrayContaining(Object.keys(changed ?? {})));
      expect(['tags', 'note']).toEqual(expect.arrayContaining(Object.keys(edits)));
      expectPlain(read);
    }),
    { numRuns: 1000 },
  );
  expect(taken).toBeGreaterThan(30);
});

/** A request as the highlighter sends it, with up to two fields of it changed, taken away or added. */
const marked = {
  token: 'secret',
  id: newId(),
  patch: { note: 'n', colour: 'green' },
  highlight: {
    ...{ id: newId(), note: '', tags: ['mills'], colour: 'green', createdAt: 5 },
    target: { quote: { exact: 'the mill', prefix: '', suffix: '' }, position: null, range: null },
  },
};
const changedMark = fc
  .tuple(record(['patch', 'highlight', 'id'], fc.oneof(patch, highlight)), patch, fc.nat(3))
  .map(([top, inside, which]) => {
    if (which === 0) return { ...marked, ...top };
    if (which === 1) return { ...marked, highlight: { ...marked.highlight, ...inside } };
    if (which === 2) return { ...marked, patch: { ...marked.patch, ...inside } };
    return { ...marked, highlight: { ...marked.highlight, target: { ...marked.highlight.target, ...inside } } };
  });

test('a request of the highlighter in a page is nothing but what its type says, whatever was sent', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(highlighterRequests), ...names),
      fc.oneof(input, changedMark),
      (name, sent) => {
        const read = readHighlighterRequest(name, sent);
        if (!read) return;
        taken++;
        const allowed = ['name', 'token', ...(highlighterRequests[name] ?? [])];
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(read)));
        expect(read.token.length).toBeLessThanOrEqual(60);
        expectPlain(read);
      },
    ),
    { numRuns: 1000 },
  );
  expect(taken).toBeGreaterThan(20);
});

test('a request of the picker in a page is a name and a token, whatever was sent', () => {
  fc.assert(
    fc.property(fc.constantFrom('take-block', 'give-back', ...names), input, (name, sent) => {
      const read = readPickerRequest(name, sent);
      if (read) expect(Object.keys(read).sort()).toEqual(['name', 'token']);
    }),
    { numRuns: 1000 },
  );
});
