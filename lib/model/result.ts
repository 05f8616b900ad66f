/** The two outcomes of anything that can be expected to fail: plain data, so that it survives structured clone. */
import type { Failure } from './failure';

export type Result<T, F = Failure> = { ok: true; value: T } | { ok: false; failure: F };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<F>(failure: F): { ok: false; failure: F } {
  return { ok: false, failure };
}
