/** Addresses as pages write them into absolute ones. */

/** `written` as an absolute http(s) address, relative to `base`; null when it is something else. */
export function absoluteAddress(base: string, written: string | null | undefined): string | null {
  const trimmed = written?.trim();
  if (!trimmed || /^(?:data|javascript|about|blob):/iu.test(trimmed)) return null;
  try {
    const address = new URL(trimmed, base);
    return /^https?:$/u.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}
