/** When two addresses are of one picture. */

/** The last part of an address, without sizes: what the copies of one picture have in common. */
export function pictureKey(address: string): string {
  return fileName(address)
    .replace(/\.\w{3,4}$/u, '')
    .replace(/(?:[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|large|medium|small|thumb(?:nail)?|[123]x))+$/iu, '')
    .toLowerCase();
}

/** The last part of an address. */
export function fileName(address: string): string {
  return address.replace(/[?#].*$/u, '').replace(/^.*\//u, '');
}
