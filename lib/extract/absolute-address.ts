/** Addresses as pages write them into absolute ones. */

/** The answers for one base: of a picture or a link the same is asked several times. */
const known = new Map<string, string | null>();
let knownBase = '';

/** `written` as an absolute http(s) address, relative to `base`; null when it is something else. */
export function absoluteAddress(base: string, written: string | null | undefined): string | null {
  const trimmed = written?.trim();
  if (!trimmed || /^(?:data|javascript|about|blob):/iu.test(trimmed)) return null;
  if (base !== knownBase) known.clear();
  knownBase = base;
  let address = known.get(trimmed);
  if (address === undefined) {
    address = resolve(base, trimmed);
    known.set(trimmed, address);
  }
  return address;
}

function resolve(base: string, written: string): string | null {
  try {
    const address = new URL(written, base);
    return /^https?:$/u.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}
