/** Images for posts under test: leather-like grain with a stitched seam, as PNG, the same every time. */
import { zlibSync } from 'fflate';

type Colour = readonly [number, number, number];

/** A PNG (https://www.w3.org/TR/png-3/) of pebbled leather in `colour`. */
export function leather(width: number, height: number, colour: Colour): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const seam = Math.abs(y - height * 0.62 - Math.sin(x / 90) * 6);
      const stitch = seam < 3 && x % 24 < 15;
      const light = stitch ? 1.9 : grain(x, y) * (seam < 9 ? 0.6 : 1) * (1.15 - (0.5 * y) / height);
      const at = y * (1 + width * 3) + 1 + x * 3;
      for (let c = 0; c < 3; c++) rows[at + c] = Math.min(255, (colour[c] ?? 0) * light);
    }
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint16(8, 0x0802); // 8 bits a channel, RGB
  return join([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Brightness of a pebble: the distance to the nearest of points scattered on a grid. */
function grain(x: number, y: number): number {
  const size = 11;
  let nearest = 99;
  for (let i = -1; i <= 1; i++)
    for (let j = -1; j <= 1; j++) {
      const cx = Math.floor(x / size) + i;
      const cy = Math.floor(y / size) + j;
      const dx = (cx + scatter(cx, cy)) * size - x;
      const dy = (cy + scatter(cy, cx + 7)) * size - y;
      nearest = Math.min(nearest, Math.hypot(dx, dy));
    }
  return 1.12 - nearest / 24;
}

function scatter(a: number, b: number): number {
  const s = Math.sin(a * 127.1 + b * 311.7) * 43758.5453;
  return s - Math.floor(s);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(type), data]);
  const made = new DataView(new ArrayBuffer(8 + body.length));
  made.setUint32(0, data.length);
  new Uint8Array(made.buffer).set(body, 4);
  made.setUint32(4 + body.length, crc(body));
  return new Uint8Array(made.buffer);
}

function crc(data: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
