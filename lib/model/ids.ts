/** Record ids: made on the client, random, ordered by time, and safe in URLs and file names. */

declare const brand: unique symbol;
/** A string that only code which says so can make. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

export type ClipId = Brand<'ClipId'>;
export type ImageId = Brand<'ImageId'>;
export type PostId = Brand<'PostId'>;
export type AssetId = Brand<'AssetId'>;
export type StandingId = Brand<'StandingId'>;
export type BlockId = Brand<'BlockId'>;
export type StoryId = Brand<'StoryId'>;
export type TagJobId = Brand<'TagJobId'>;
export type ImportId = Brand<'ImportId'>;
export type ConnectionId = Brand<'ConnectionId'>;
export type PublicationId = Brand<'PublicationId'>;
export type VersionsId = Brand<'VersionsId'>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base 32: no i, l, o, u
const timeLength = 10;
const randomLength = 16;

/**
 * A new id in the ULID layout (https://github.com/ulid/spec), lower case: 10 characters of milliseconds, 16 random
 * ones. Ids made later sort later; two made in one millisecond have no order.
 */
export function newId<Id extends string>(
  now: number = Date.now(),
  random: (n: number) => Uint8Array = randomBytes,
): Id {
  let time = '';
  for (let rest = now, i = 0; i < timeLength; i++, rest = Math.floor(rest / 32))
    time = alphabet.charAt(rest % 32) + time;
  let tail = '';
  for (const byte of random(randomLength)) tail += alphabet.charAt(byte % 32);
  return (time + tail) as Id;
}

/** When an id was made, in milliseconds since 1970. */
export function timeOfId(id: string): number {
  return [...id.slice(0, timeLength)].reduce((time, digit) => time * 32 + alphabet.indexOf(digit), 0);
}

function randomBytes(n: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(n));
}
