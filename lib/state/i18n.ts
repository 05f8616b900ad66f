/** Interface texts, numbers and dates in the chosen language. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { TextLength } from '../model/clip';
import type { Settings } from '../model/settings';
import { browserLanguage, browserMessage, loadMessages, type MessageTable } from '../platform/i18n';

/** Keys of the English texts: every language has the same. */
export type MessageKey = keyof typeof import('../../public/_locales/en/messages.json');
/** Keys that have a form for one and a form for other counts. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

export type InterfaceLanguage = 'en' | 'zh-CN';
type Language = { interface: InterfaceLanguage; formats: string; messages: MessageTable | null };

const language = signal<Language>({ interface: 'en', formats: 'en', messages: null });

/** BCP 47 for formats: the browser's own variant (`en-GB`) where it is the language of the interface. */
export const locale: ReadonlySignal<string> = computed(() => language.value.formats);
/** The language of the interface's texts; what `<html lang>` says. */
export const interfaceLanguage: ReadonlySignal<InterfaceLanguage> = computed(() => language.value.interface);

/** The language of ours that is nearest to a BCP 47 tag. */
export function nearestLanguage(tag: string): InterfaceLanguage {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en';
}

/** Uses `messages`, or the browser's own texts for null, from now on. Views that read texts render again. */
export function useMessages(chosen: InterfaceLanguage, messages: MessageTable | null, formats: string = chosen): void {
  language.value = { interface: chosen, formats: nearestLanguage(formats) === chosen ? formats : chosen, messages };
  if (typeof document !== 'undefined') document.documentElement.lang = chosen;
}

/** Follows the setting; reads a file only for a language that is not the browser's. */
export async function chooseLanguage(setting: Settings['language']): Promise<void> {
  const browsers = browserLanguage();
  // The texts say themselves which language the browser has taken: on Linux it need not be the one it names.
  const spoken = nearestLanguage(browserMessage('common_language_tag', []) || browsers);
  const chosen = setting === 'auto' ? spoken : setting;
  const messages = chosen === spoken ? null : await loadMessages(chosen === 'zh-CN' ? 'zh_CN' : 'en');
  useMessages(chosen, messages, browsers);
}

/** The text for `key`, with `$1`, `$2` … replaced. Numbers are written the way the language does. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  const { messages } = language.value;
  const filled = substitutions.map((part) => (typeof part === 'number' ? formatNumber(part) : part));
  if (!messages) return browserMessage(key, filled) || key;
  const message = messages[key]?.message ?? key;
  return message.replace(/\$(\$|[1-9])/g, (_, mark: string) => (mark === '$' ? '$' : (filled[Number(mark) - 1] ?? '')));
}

/** The text for a count: `$1` is the count, further substitutions follow. */
export function tn(key: PluralKey, count: number, ...more: (string | number)[]): string {
  const form = formatFor(Intl.PluralRules, language.value.interface).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as MessageKey, count, ...more);
}

const madeFormats = new Map<string, unknown>();

/**
 * A format of the browser's, made once for each language, options and time zone: to make one takes longer than to lay
 * out a row of the list.
 */
function formatFor<Options extends object, Format>(
  Kind: new (language: string, options?: Options) => Format,
  chosen: string,
  options?: Options,
): Format {
  const key = `${Kind.name} ${chosen} ${JSON.stringify(options)} ${new Date().getTimezoneOffset()}`;
  const known = madeFormats.get(key) as Format | undefined;
  if (known) return known;
  const format = new Kind(chosen, options);
  madeFormats.set(key, format);
  return format;
}

/** Makes what the first rows of a list need, while the page waits for them. */
export function warmFormats(): void {
  formatDay(0);
  formatDay(Date.now());
  formatNumber(0);
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return formatFor(Intl.NumberFormat, locale.value, options).format(value);
}

/** `share` from 0 to 1, in whole per cent. */
export function formatPercent(share: number): string {
  return formatNumber(share, { style: 'percent', maximumFractionDigits: 0 });
}

/** Bytes in the unit a person would use, at least kilobytes: `840 kB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(2, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
  const value = Math.max(step === 0 ? Math.ceil(bytes / 1000) : 0, bytes / 1000 ** (step + 1));
  return formatNumber(value, {
    style: 'unit',
    unit: units[step],
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  });
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** A time as people say it: relative within a week (`2 hours ago`, `yesterday`), the local date before that. */
export function formatDate(value: number | string, now: number = Date.now()): string {
  const { time, dateOnly } = readTime(value);
  if (Number.isNaN(time)) return '';
  const past = now - time;
  if (past < 0 || startOfDay(now) - startOfDay(time) >= week) return formatDay(value, now);
  const relative = formatFor(Intl.RelativeTimeFormat, locale.value, { numeric: 'auto' });
  const days = Math.round((startOfDay(now) - startOfDay(time)) / day);
  if (days > 0 || dateOnly) return relative.format(-days, 'day');
  if (past >= hour) return relative.format(-Math.floor(past / hour), 'hour');
  if (past >= minute) return relative.format(-Math.floor(past / minute), 'minute');
  return t('common_just_now');
}

/** The local date, `3 March`, with the year when it is not this one. */
export function formatDay(value: number | string, now: number = Date.now()): string {
  const { time } = readTime(value);
  if (Number.isNaN(time)) return '';
  const thisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const parts = { day: 'numeric', month: 'long' } as const;
  return formatFor(Intl.DateTimeFormat, locale.value, thisYear ? parts : { ...parts, year: 'numeric' }).format(time);
}

/** The time of day, `12:04`. */
export function formatClock(value: number): string {
  return formatFor(Intl.DateTimeFormat, locale.value, { timeStyle: 'short' }).format(value);
}

/** Date and time in full, for `title` attributes. */
export function formatMoment(value: number | string): string {
  const { time, dateOnly } = readTime(value);
  if (Number.isNaN(time)) return '';
  const styles = { dateStyle: 'full', timeStyle: 'short' } as const;
  return formatFor(Intl.DateTimeFormat, locale.value, dateOnly ? { dateStyle: 'full' } : styles).format(time);
}

/** Date and time in a time zone, with its name: `3 March 2026 at 09:00 GMT+8`. A zone nobody knows is the local one. */
export function formatMomentIn(zone: string, value: number): string {
  const parts = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const format = (timeZone?: string) =>
    new Intl.DateTimeFormat(locale.value, { ...parts, timeZoneName: 'short', ...(timeZone ? { timeZone } : {}) });
  try {
    return format(zone).format(value);
  } catch {
    return format().format(value);
  }
}

/** A date without a time is that day wherever the reader is, not midnight in Greenwich. */
function readTime(value: number | string): { time: number; dateOnly: boolean } {
  if (typeof value === 'number') return { time: value, dateOnly: false };
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (!parts) return { time: Date.parse(value), dateOnly: false };
  return { time: new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1)).getTime(), dateOnly: true };
}

function startOfDay(time: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const spaceless = /^(zh|yue|wuu|ja|th|lo|km|my|bo)\b/i;

/** How long a text is, in the unit of its language: `1,240 words`, `3,560 characters`; `''` for no text. */
export function formatLength(length: TextLength, textLanguage: string | null): string {
  if (length.characters === 0) return '';
  // Without a language: words of a spaced script are seldom longer than nine letters on average.
  const inCharacters = textLanguage ? spaceless.test(textLanguage) : length.characters > length.words * 9;
  return inCharacters ? tn('common_characters', length.characters) : tn('common_words', length.words);
}

/** Sentences one after another; those that end in a full-width mark have their space in it. Empty ones are left out. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .filter(Boolean)
    .reduce((all, next) => `${all}${all && !/[。！？：；]$/u.test(all) ? ' ' : ''}${next}`, '');
}
