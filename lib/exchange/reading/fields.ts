/** Fields of other programs' files into ours: text, addresses, times, tags. Nothing is trusted, nothing throws. */
import { highlightColours } from '../../model/annotation';
import type { ImportedClip, ImportedHighlight, ImportProblem, Place, ProblemReason } from '../format';

const longest = { title: 2000, line: 1000, note: 200_000, quote: 20_000, address: 8000, tag: 200, tags: 200 };

/** C0 and C1 controls but tab and line end, and marks that turn the direction of what follows. */
const controls = /[[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]--[\t\n]]/gv;

/** Text of several lines: controls dropped, broken surrogates replaced, line ends `\n`. */
export function readText(value: unknown, most = longest.note): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : '';
  return value.slice(0, most).toWellFormed().replace(/\r\n?/gu, '\n').replace(controls, '').trim();
}

/** Text of one line. */
export function readLine(value: unknown, most = longest.line): string {
  return readText(value, most).replace(/\s+/gu, ' ').trim();
}

/** The tags in a list or in text with one of `separators` between them. */
export function readTags(value: unknown, separators: RegExp = /[,，]/u): string[] {
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(separators) : [];
  const tags = parts.slice(0, longest.tags).map((tag) => readLine(tag, longest.tag));
  return [...new Set(tags.filter(Boolean))];
}

/** A path of folders: `A / B`, `A/B`. */
export function readFolders(value: unknown, separator: RegExp = /\s*\/\s*/u): string[] {
  return readTags(readLine(value), separator);
}

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/**
 * Milliseconds since the epoch of a time as programs write it: ISO 8601, or seconds, milliseconds or microseconds
 * since the epoch. A time without a zone is taken for UTC. Null for anything before 1990 or after 2100.
 */
export function readTime(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim();
  const time = /^-?\d{1,17}(?:\.\d+)?$/u.test(text) ? fromNumber(Number(text)) : fromWords(text);
  return time >= earliest && time < latest ? Math.round(time) : null;
}

function fromNumber(value: number): number {
  if (value < 1e11) return value * 1000;
  return value < 1e14 ? value : value / 1000;
}

function fromWords(text: string): number {
  if (text.length > 60) return Number.NaN;
  const spaced = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:\s*(Z|UTC|[+-]\d\d:?\d\d))?$/u.exec(text);
  if (!spaced) return Date.parse(/\d{4}/u.test(text) ? text : '');
  const zone = !spaced[3] || spaced[3] === 'UTC' ? 'Z' : spaced[3].replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2');
  return Date.parse(`${spaced[1]}T${spaced[2]}${zone}`);
}

/** ISO 8601 of a day or moment, as exact as it was written; null when it is none. */
export function readPublished(value: unknown): string | null {
  const text = readLine(value, 60);
  if (/^\d{4}-\d\d(?:-\d\d)?$/u.test(text)) return Number.isNaN(Date.parse(text)) ? null : text;
  const time = readTime(text);
  return time === null ? null : new Date(time).toISOString();
}

/** `true`, `1`, `yes`, whatever the case. */
export function readFlag(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:true|1|yes|y)$/iu.test(value.trim()));
}

/** A value as an object with own fields only; empty when it is none. */
export function readObject(value: unknown): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = Object.create(null);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) Object.assign(fields, value);
  return fields;
}

export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function problem(reason: ProblemReason, at: Place, detail: unknown = ''): ImportProblem {
  return { kind: 'problem', reason, at, detail: readLine(detail, 200) };
}

/** What an importer has read of an entry; everything but address and place may be missing. */
export type Entry = Partial<Omit<ImportedClip, 'kind' | 'url' | 'at'>> & { url: unknown; at: Place };

/** The entry as a clip, or why its address is not one of a web page. Addresses without a scheme are taken for https. */
export function makeClip(entry: Entry): ImportedClip | ImportProblem {
  const { at, ...fields } = entry;
  const written = readLine(entry.url, longest.address + 1);
  if (!written) return problem('no-address', at, fields.title);
  const url = written.length <= longest.address ? readAddress(written) : null;
  if (!url) return problem('bad-address', at, written);
  return {
    byline: null,
    siteName: null,
    publishedAt: null,
    language: null,
    excerpt: '',
    tags: [],
    folders: [],
    note: '',
    highlights: [],
    status: null,
    starred: false,
    savedAt: null,
    text: null,
    ...fields,
    kind: 'clip',
    url,
    title: readLine(fields.title, longest.title),
    at,
  };
}

/** An absolute http(s) address without credentials, as written; null for any other. */
function readAddress(written: string): string | null {
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/iu.test(written);
  const looksLikeHost = /^[^\s/@:]+\.[\p{L}]{2,}(?::\d+)?(?:[/?#]|$)/u.test(written);
  if (!hasScheme && !looksLikeHost) return null;
  const address = URL.parse(hasScheme ? written : `https://${written}`);
  if (!address || !/^https?:$/u.test(address.protocol) || !address.hostname) return null;
  if (!address.username && !address.password) return hasScheme ? written : address.href;
  address.username = '';
  address.password = '';
  return address.href;
}

type HighlightFields = { quote: unknown; note?: unknown; at?: unknown; tags?: unknown; colour?: unknown };

/** A highlight; null when nothing was marked. */
export function makeHighlight({ quote, note, at, tags, colour }: HighlightFields): ImportedHighlight | null {
  const words = readText(quote, longest.quote);
  if (!words) return null;
  const named = highlightColours.find((known) => known === readLine(colour).toLowerCase()) ?? null;
  return { quote: words, note: readText(note), tags: readTags(tags), colour: named, at: readTime(at) };
}

/** An annotation as it is given out on its own: a highlight, or, where no words are marked, a note on the page. */
export function makeRemark(fields: HighlightFields): {
  highlights: ImportedHighlight[];
  note?: string;
  tags?: string[];
} {
  const highlight = makeHighlight(fields);
  if (highlight) return { highlights: [highlight] };
  return { highlights: [], note: readText(fields.note), tags: readTags(fields.tags) };
}
