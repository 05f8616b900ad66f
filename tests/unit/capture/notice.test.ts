import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CaptureAct, noticeFor } from '../../../lib/capture/notice';
import type { CaptureWarning, Clip } from '../../../lib/model/clip';
import type { Failure } from '../../../lib/model/failure';
import { fail, ok } from '../../../lib/model/result';
import { aClip } from '../clip-maker';

const clip = (kind: Clip['kind'], ...warnings: CaptureWarning[]) =>
  aClip({ kind, capture: { state: 'done', engine: 'none', passes: [], warnings, durationMs: 0 } });

test.each<[CaptureAct, 'saved' | 'known', Clip | null, string, string]>([
  ['page', 'saved', clip('article'), 'done', 'notice_saved'],
  ['page', 'saved', clip('article', 'short'), 'done', 'notice_saved'],
  ['page', 'known', clip('article'), 'done', 'notice_known'],
  ['page', 'saved', clip('bookmark', 'no-access'), 'problem', 'notice_bookmark'],
  ['page', 'saved', clip('bookmark', 'empty'), 'problem', 'notice_empty'],
  ['page', 'saved', null, 'problem', 'failure_not_found'],
  ['selection', 'saved', clip('selection'), 'done', 'notice_selection'],
  ['link', 'saved', clip('article'), 'done', 'notice_link'],
  ['link', 'saved', clip('bookmark', 'link-not-opened'), 'problem', 'notice_link_bookmark'],
  ['link', 'known', clip('bookmark', 'link-not-opened'), 'done', 'notice_known'],
  ['image', 'known', clip('bookmark', 'empty'), 'done', 'notice_image'],
])('clipping a %s that is %s: %#', (act, outcome, result, tone, text) => {
  expect(noticeFor(act, ok({ clip: result, outcome }))).toEqual({ tone, text });
});

const failures: Failure[] = [
  { kind: 'not-clippable', reason: 'browser-page' },
  { kind: 'not-clippable', reason: 'no-access' },
  { kind: 'nothing-selected' },
  { kind: 'extraction-failed', detail: '' },
  { kind: 'storage-full' },
  { kind: 'database-newer' },
  { kind: 'database-blocked' },
  { kind: 'database-unavailable', detail: '' },
  { kind: 'not-found' },
  { kind: 'image-unavailable', urls: [] },
  { kind: 'unexpected', detail: '' },
];

test.each(failures)('there are words for $kind $reason', (failure) => {
  const words = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));
  const { tone, text } = noticeFor('page', fail(failure));
  expect(tone).toBe('problem');
  expect(Object.keys(words)).toContain(text);
});
