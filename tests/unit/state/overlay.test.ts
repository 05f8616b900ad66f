import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isFocusRequested, requestFocus, takeFocusRequest } from '../../../lib/state/overlay';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('a request for the focus is taken once', () => {
  requestFocus('list');
  expect(takeFocusRequest('search')).toBe(false);
  expect(takeFocusRequest('list')).toBe(true);
  expect(takeFocusRequest('list')).toBe(false);
});

test('a request that nobody takes is forgotten after a while', () => {
  requestFocus('list');
  vi.advanceTimersByTime(2000);
  expect(isFocusRequested('list')).toBe(false);
});

test('a request is not ended by the time of one before it', () => {
  requestFocus('list');
  takeFocusRequest('list');
  vi.advanceTimersByTime(1500);
  requestFocus('list');
  vi.advanceTimersByTime(1500);
  expect(isFocusRequested('list')).toBe(true);
});
