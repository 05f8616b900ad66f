/**
 * Draws the leather pictures of the sample article. `npm run fixtures` writes them again; the same bytes come out
 * each time.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, crc32 as zlibCrc32 } from 'node:zlib';
import { seeded } from './lib/giant-page.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../tests/fixtures/images');

/** Grain by its darkest and lightest colour. */
const leathers = [
  { name: 'leather-01', dark: [38, 24, 18], light: [122, 82, 58] },
  { name: 'leather-02', dark: [18, 18, 20], light: [86, 86, 92] },
  { name: 'leather-03', dark: [92, 58, 30], light: [206, 158, 108] },
  { name: 'leather-04', dark: [70, 12, 16], light: [168, 48, 48] },
  { name: 'leather-05', dark: [150, 140, 124], light: [238, 232, 220] },
];
const width = 960;
const height = 640;
/** The grain repeats after so many pixels: the file stays small because deflate sees the repetition. */
const tile = { width: 320, height: 64 };
/** The average distance of two pores. */
const pore = 8;

/** Cell noise: dark creases between bright pores, 0 to 15, without a seam at the tile's edges. */
function grain(seed) {
  const random = seeded(seed);
  const columns = tile.width / pore;
  const pores = Array.from({ length: columns * (tile.height / pore) }, (_, at) => [
    ((at % columns) + 0.1 + 0.8 * random()) * pore,
    (Math.floor(at / columns) + 0.1 + 0.8 * random()) * pore,
  ]);
  const wrap = (distance, size) => Math.min(distance, size - distance);
  return Array.from({ length: tile.width * tile.height }, (_, at) => {
    const [x, y] = [at % tile.width, Math.floor(at / tile.width)];
    const distances = pores
      .map(([px, py]) => Math.hypot(wrap(Math.abs(px - x), tile.width), wrap(Math.abs(py - y), tile.height)))
      .sort((a, b) => a - b);
    const crease = Math.min(1, (distances[1] - distances[0]) / 3.5);
    return Math.round(Math.min(1, 0.15 + crease * 0.7 + random() * 0.15) * 15);
  });
}

/** A row of stitches, two thirds down, as upholstery has it. */
function isStitch(x, y) {
  const seam = Math.round(height * 0.66);
  return Math.abs(y - seam) <= 2 && x % 30 < 20;
}

/** One picture as PNG with 16 colours (https://www.w3.org/TR/png-3/). */
function drawLeather({ dark, light }, seed) {
  const levels = grain(seed);
  const stride = width / 2;
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = isStitch(x, y) ? 15 : levels[(y % tile.height) * tile.width + (x % tile.width)];
      raw[y * (stride + 1) + 1 + (x >> 1)] |= x % 2 === 0 ? level << 4 : level;
    }
  }
  const palette = Buffer.from(
    Array.from({ length: 16 }, (_, level) =>
      dark.map((low, channel) => Math.round(low + ((light[channel] - low) * level) / 15)),
    ).flat(),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8); // 4 bits, palette, deflate, filters, not interlaced
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** zlib.crc32 came with Node 20.15. */
function crc32(data) {
  return zlibCrc32(data) >>> 0;
}

/** Writes the pictures to tests/fixtures/images. */
async function writeImages() {
  await mkdir(folder, { recursive: true });
  for (const [index, leather] of leathers.entries()) {
    const png = drawLeather(leather, index + 1);
    await writeFile(join(folder, `${leather.name}.png`), png);
    console.log(`${leather.name}.png ${Math.round(png.length / 1024)} KB`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeImages();
