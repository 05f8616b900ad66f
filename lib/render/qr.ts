/** A QR code as an image drawn here: no service learns which post is shared. */
import type { Element } from 'hast';
import { encode } from 'uqr';
import { h } from './html';

/**
 * `address` as a QR code (ISO/IEC 18004, error correction M, quiet zone of four modules) in an SVG; null when it is
 * too long for one.
 */
export function qrCode(address: string, label: string): Element | null {
  if (new TextEncoder().encode(address).length > longest) return null;
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  return h(
    'svg',
    { className: ['qr'], viewBox: `0 0 ${size} ${size}`, role: 'img', ariaLabel: label, shapeRendering: 'crispEdges' },
    h('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
    h('path', { fill: '#000', d: data.map(rowPath).join('') }),
  );
}

const longest = 2331; // bytes in version 40 at correction M

/** One subpath for each run of dark modules. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
  }
  return path;
}
