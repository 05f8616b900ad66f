/** Messages as mail programs read them: RFC 5322 with MIME (RFC 2045–2047, 2231), in ASCII with CRLF. */
import { base64 } from './embedded';

/** A part of a message: its header lines and its body, both ready to be written. */
export type MimePart = { headers: string[]; body: string };

const encoder = new TextEncoder();
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
/** One line without control characters: nothing in a header can begin another. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** A header of text: as it is in ASCII, else in encoded words of at most 75 characters that split no character. */
export function textHeader(name: string, value: string): string {
  const line = oneLine(value);
  if (isAscii(line) && !line.includes('=?') && line.length + name.length < 900) return folded(`${name}: ${line}`);
  const words: string[] = [];
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0) words.push(`=?UTF-8?B?${base64(Uint8Array.from(bytes))}?=`);
    bytes = [];
  };
  for (const character of line) {
    const next = [...encoder.encode(character)];
    if (bytes.length + next.length > 42) flush(); // 42 bytes are 56 characters in base64
    bytes.push(...next);
  }
  flush();
  return `${name}: ${words.join('\r\n ')}`;
}

/** A line of at most 78 characters where it has spaces to break it at. */
function folded(line: string): string {
  return line.replace(/(.{1,76})( (?=\S)|$)/g, (_all, part: string, space: string) => (space ? `${part}\r\n ` : part));
}

/** A parameter of a header, with its language-free RFC 2231 form where it is not ASCII. */
function parameter(name: string, value: string): string {
  const line = oneLine(value);
  if (isAscii(line)) return `${name}="${line.replace(/[\\"]/g, '\\$&')}"`;
  const encoded = encodeURIComponent(line).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${name}*=UTF-8''${encoded}`;
}

/** Text in quoted-printable, or in base64 where most of it would be escapes. */
export function textPart(type: string, value: string): MimePart {
  const lines = value.replace(/\r\n?|\n/g, '\r\n');
  const bytes = encoder.encode(lines);
  const foreign = bytes.reduce((sum, byte) => sum + (byte > 0x7e ? 1 : 0), 0);
  const inBase64 = foreign * 6 > bytes.length;
  return {
    headers: [
      `Content-Type: ${type}; charset=utf-8`,
      `Content-Transfer-Encoding: ${inBase64 ? 'base64' : 'quoted-printable'}`,
    ],
    body: inBase64 ? wrapped(base64(bytes)) : quotedPrintable(bytes),
  };
}

/** Bytes as a part that another part names by `cid:`. */
export function inlinePart(type: string, data: Uint8Array, contentId: string, fileName: string): MimePart {
  return {
    headers: [
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      `Content-ID: <${contentId}>`,
      `Content-Disposition: inline;\r\n ${parameter('filename', fileName)}`,
    ],
    body: wrapped(base64(data)),
  };
}

/** Parts together; `boundary` must occur in none of them. */
export function multipart(subtype: string, boundary: string, parts: readonly MimePart[]): MimePart {
  const inner = parts.map((part) => `--${boundary}\r\n${written(part)}\r\n`).join('');
  return {
    headers: [`Content-Type: multipart/${subtype};\r\n boundary="${boundary}"`],
    body: `${inner}--${boundary}--`,
  };
}

/** A part as it stands in a message. */
export function written({ headers, body }: MimePart): string {
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

const wrapped = (line: string): string => line.replace(/.{76}(?=.)/g, '$&\r\n');

/** https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  const add = (piece: string) => {
    if (line.length + piece.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += piece;
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 13 && bytes[at + 1] === 10) {
      lines.push(line);
      line = '';
      at++;
      continue;
    }
    const isLast = at + 1 === bytes.length || bytes[at + 1] === 13;
    const isPlain = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !isLast);
    add(isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  }
  lines.push(line);
  return lines.join('\r\n');
}

/** An ISO 8601 time as RFC 5322 has it, in the zone it was written in. */
export function mailDate(iso: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /([+-])(\d\d):?(\d\d)$/.exec(iso) ?? [];
  const shift = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const local = new Date(Date.parse(iso) + shift).toUTCString();
  return local.replace('GMT', `${sign}${hours}${minutes}`);
}
