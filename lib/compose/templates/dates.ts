/** Dates in templates: in the post's language, or by a pattern of letters. */
import { spokenLanguage } from '../../model/written-date';
import { clockIn } from '../../model/zoned-time';

type Day = { year: number; month: number | null; day: number | null };

/** Today in a time zone, `2026-03-05`. */
export function todayIn(zone: string, now: number): string {
  return clockIn(zone, now).slice(0, 10);
}

/** The date as it was said, wherever the reader is: a page's "5 March, 23:30" stays that day. */
function readDay(iso: string): Day | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u.exec(iso);
  if (!parts) return null;
  const [month, day] = [Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  return { year: Number(parts[1]), month: month || null, day: day || null };
}

const tokens = /\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|GGGG|WW|W/gu;

/**
 * A date by a pattern: `YYYY YY`, `MMMM` (March, 三月) `MMM MM M`, `DD D`, `dddd ddd` (Thursday, 星期四), `WW W` (ISO
 * week) and `GGGG` (the year that week belongs to). Everything else stands as it is, letters in brackets too: `[Week] W`. What the date does not say is left out.
 */
export function patternDate(iso: string, pattern: string, language: string): string {
  const date = readDay(iso);
  if (!date) return '';
  return pattern.replace(tokens, (token) => (token.startsWith('[') ? token.slice(1, -1) : fill(token, date, language)));
}

function fill(token: string, date: Day, language: string): string {
  const two = (value: number | null) => (value === null ? '' : String(value).padStart(2, '0'));
  const one = (value: number | null) => (value === null ? '' : String(value));
  switch (token) {
    case 'YYYY':
      return String(date.year).padStart(4, '0');
    case 'YY':
      return two(date.year % 100);
    case 'MMMM':
      return date.month ? format(date, { month: 'long' }, language) : '';
    case 'MMM':
      return date.month ? format(date, { month: 'short' }, language) : '';
    case 'MM':
      return two(date.month);
    case 'M':
      return one(date.month);
    case 'DD':
      return two(date.day);
    case 'D':
      return one(date.day);
    case 'dddd':
      return date.day ? format(date, { weekday: 'long' }, language) : '';
    case 'ddd':
      return date.day ? format(date, { weekday: 'short' }, language) : '';
    case 'GGGG':
      return one(weekOf(date)?.year ?? null);
    case 'WW':
      return two(weekOf(date)?.week ?? null);
    default:
      return one(weekOf(date)?.week ?? null);
  }
}

const utc = ({ year, month, day }: Day): number => Date.UTC(year, (month ?? 1) - 1, day ?? 1);

/** Of ISO 8601: the week of a day is that of its Thursday, and belongs to its year. */
function weekOf(date: Day): { year: number; week: number } | null {
  if (!date.day) return null;
  const weekday = (new Date(utc(date)).getUTCDay() + 6) % 7;
  const thursday = new Date(utc(date) + (3 - weekday) * oneDay);
  const year = thursday.getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * oneDay)) };
}

const oneDay = 86_400_000;

function format(date: Day, style: Intl.DateTimeFormatOptions, language: string): string {
  const options = { ...style, timeZone: 'UTC', calendar: 'gregory' };
  return new Intl.DateTimeFormat(spokenLanguage(language), options).format(utc(date));
}
