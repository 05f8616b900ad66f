/** Numbers and terms as bytes: variable-length integers, and UTF-16 units in one byte, two (Chinese) or three. */

/** Thrown when bytes of the index are not what was written: the index has to be made again. */
export class DamagedIndexError extends Error {
  override name = 'DamagedIndexError';
}

/** Bytes being written; grows as needed. */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(size = 256) {
    this.bytes = new Uint8Array(size);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0 to below 2³², seven bits a byte, lowest first. */
  varint(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** What another has written. Most lists are a few bytes: they are not worth a view of their own. */
  append(other: ByteWriter): void {
    this.reserve(other.length);
    if (other.length > 32) this.bytes.set(other.bytes.subarray(0, other.length), this.length);
    else for (let i = 0; i < other.length; i++) this.bytes[this.length + i] = other.bytes[i] ?? 0;
    this.length += other.length;
  }

  /** The units of a string from `start`: ASCII in one byte, U+3000 to U+AEFF in two, others in three. */
  units(text: string, start: number): void {
    this.reserve(3 * text.length);
    for (let i = start; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const near = unit - 0x3000;
      if (unit < 0x80) this.bytes[this.length++] = unit;
      else if (near >= 0 && near < 0x7f00) {
        this.bytes[this.length++] = 0x80 + (near >> 8);
        this.bytes[this.length++] = near & 0xff;
      } else {
        this.bytes[this.length++] = 0xff;
        this.bytes[this.length++] = unit >> 8;
        this.bytes[this.length++] = unit & 0xff;
      }
    }
  }

  /** A copy of what has been written. */
  taken(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }
}

/** Bytes being read, from front to back. */
export class ByteReader {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new DamagedIndexError('bytes end too early');
    return value;
  }

  varint(): number {
    const value = this.byte();
    return value < 128 ? value : this.rest(value); // most are so small
  }

  /** What a number of several bytes is whose first byte has been read. */
  rest(first: number): number {
    let value = first & 127;
    for (let shift = 7; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw new DamagedIndexError('a number is too long');
  }

  /** The next UTF-16 unit, as `ByteWriter.units` writes it. */
  unit(): number {
    const lead = this.byte();
    if (lead < 0x80) return lead;
    if (lead < 0xff) return 0x3000 + ((lead - 0x80) << 8) + this.byte();
    return (this.byte() << 8) + this.byte();
  }
}

/** How many bytes a unit has that begins with `lead`. */
export const unitBytes = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xff ? 2 : 3);

/** Ascending whole numbers as bytes: the gaps between them. */
export function packNumbers(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(numbers.length + 8);
  let before = 0;
  for (const number of numbers) {
    writer.varint(number - before);
    before = number;
  }
  return writer.taken();
}

/** The numbers of `packNumbers`. */
export function unpackNumbers(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const numbers: number[] = [];
  for (let at = 0; !reader.done; numbers.push(at)) at += reader.varint();
  return numbers;
}
