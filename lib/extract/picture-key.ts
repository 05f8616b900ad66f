/** When two addresses are of one picture. */

/** The last part of an address, without sizes: what the copies of one picture have in common. */
export function pictureKey(address: string): string {
  return fileName(originalAddress(address) ?? address)
    .replace(/\.\w{3,4}$/u, '')
    .replace(/(?:[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|large|medium|small|thumb(?:nail)?|[123]x))+$/iu, '')
    .toLowerCase();
}

const proxied = /(?:^|[?&/=])(https?(?::|%3A)(?:\/\/|%2F%2F)[^&?]+(?:%3F[^&]*)?)/iu;

/** The address of the picture that a resizing service names in its own; null when it names none. */
function originalAddress(address: string): string | null {
  const found = proxied.exec(address.replace(/^https?:\/\//iu, ''))?.[1];
  if (!found) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

/** The last part of an address. */
export function fileName(address: string): string {
  return address.replace(/[?#].*$/u, '').replace(/^.*\//u, '');
}

/** Whether two addresses are of one picture: by name, or by a number or hash that no other picture has. */
export function sharesPicture(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (pictureKey(a) === pictureKey(b) && pictureKey(a).length > 4) return true;
  const tokens = tokensOf(a);
  return [...tokensOf(b)].some((token) => tokens.has(token));
}

/** Long numbers and hashes in the last parts of an address; dates are no such. */
function tokensOf(address: string): Set<string> {
  const path = address
    .replace(/[?#].*$/u, '')
    .split('/')
    .slice(-3)
    .join('/');
  const found = path.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|(?<!\d)\d{7,}(?!\d)/giu) ?? [];
  return new Set(
    found.filter((token) => !/^(?:19|20)\d{6}(?:\d{4,6})?$/u.test(token)).map((token) => token.toLowerCase()),
  );
}
