/** Times as people type them into `clipped:` and `published:`: days, months, ranges, words, so many days back. */

/** From `from` to before `to`, milliseconds since the epoch; null is open. */
export type Span = { from: number | null; to: number | null };
export type ReadDates = { span: Span; reversed: boolean };
export type DateContext = {
  /** Milliseconds since the epoch. */
  now: number;
  /** BCP 47: decides on which day a week begins. */
  locale: string;
};

/**
 * The span of a value in local time, or null when it is none:
 * `2026`, `2026-10`, `2026-10-05` (also `/`, `.` and `2026年10月5日`), `today`, `yesterday`, `this-week`, `last-month` …,
 * `7d` `2w` `3m` `1y` (so many back, today included), `a..b` with one end free, `>2026-10` (after it), `>=`, `<`, `<=`.
 * With a number of days `>` and `<` speak of age: `>30d` is longer ago than thirty days.
 */
export function readDates(value: string, context: DateContext): ReadDates | null {
  const text = value.trim().toLowerCase().replace(/\s+/gu, '-');
  const compared = /^([<>]=?|=)(.+)$/u.exec(text);
  if (compared) return plain(compare(compared[1] ?? '', compared[2] ?? '', context));
  const range = /^(.*?)(?:\.{2,}|~|至|到)(.*)$/u.exec(text);
  if (range) return between(range[1] ?? '', range[2] ?? '', context);
  return plain(age(text, context) ?? one(text, context));
}

const plain = (span: Span | null): ReadDates | null => span && { span, reversed: false };

function compare(sign: string, text: string, context: DateContext): Span | null {
  const back = age(text, context);
  if (back?.from != null) return sign.startsWith('>') ? { from: null, to: back.from } : back;
  const span = one(text, context);
  if (!span) return null;
  if (sign === '>') return { from: span.to, to: null };
  if (sign === '>=') return { from: span.from, to: null };
  if (sign === '<') return { from: null, to: span.from };
  if (sign === '<=') return { from: null, to: span.to };
  return span;
}

function between(start: string, end: string, context: DateContext): ReadDates | null {
  const spanOf = (text: string) => (text ? (one(text, context) ?? age(text, context)) : { from: null, to: null });
  const [first, last] = [spanOf(start), spanOf(end)];
  if (!first || !last || (!start && !end)) return null;
  if (first.from !== null && last.from !== null && last.from < first.from)
    return { span: { from: last.from, to: first.to }, reversed: true };
  return { span: { from: first.from, to: last.to }, reversed: false };
}

/** So many days, weeks, months or years back, with today. */
function age(text: string, { now }: DateContext): Span | null {
  const parts = /^(\d{1,4})-?(d|days?|w|weeks?|m|months?|y|years?|天|日|周|週|个月|個月|月|年)$/u.exec(text);
  if (!parts) return null;
  const count = Number(parts[1]);
  const unit = parts[2] ?? '';
  if (/^[yY年]/u.test(unit) && parts[1]?.length === 4) return null; // 2026年 is a year
  if (unit === '月') return null; // 10月 is a month
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  if (/^(d|天|日)/u.test(unit)) day.setDate(day.getDate() - Math.max(0, count - 1));
  else if (/^(w|周|週)/u.test(unit)) day.setDate(day.getDate() - Math.max(0, 7 * count - 1));
  else if (/^(m|个月|個月)/u.test(unit)) moveMonths(day, -count);
  else moveMonths(day, -12 * count);
  return { from: day.getTime(), to: null };
}

/** The same day of another month, or its last: a month before 31 March is 28 February. */
function moveMonths(day: Date, by: number): void {
  const wanted = day.getDate();
  day.setDate(1);
  day.setMonth(day.getMonth() + by);
  day.setDate(Math.min(wanted, new Date(day.getFullYear(), day.getMonth() + 1, 0).getDate()));
}

/** A single day, week, month or year. */
function one(text: string, context: DateContext): Span | null {
  return named(text, context) ?? written(text, context);
}

function written(text: string, { now }: DateContext): Span | null {
  const month = /^(\d{1,2})月(?:(\d{1,2})[日号])?$/u.exec(text);
  if (month) return recent(Number(month[1]), month[2], now);
  const parts = /^(\d{4})(?:年|[-/.](?=\d))?(?:(\d{1,2})(?:月|[-/.](?=\d))?(?:(\d{1,2})[日号]?)?)?$/u.exec(text);
  if (!parts || (/^\d{5,}$/u.test(text) && text.length !== 8 && text.length !== 6)) return null;
  return calendar(Number(parts[1]), parts[2], parts[3]);
}

/** A month without a year is the last one that has begun. */
function recent(month: number, day: string | undefined, now: number): Span | null {
  const today = new Date(now);
  const year = today.getFullYear() - (month - 1 > today.getMonth() ? 1 : 0);
  return calendar(year, String(month), day);
}

function calendar(year: number, month?: string, day?: string): Span | null {
  if (year < 1000) return null;
  if (month === undefined) return spanOf(new Date(year, 0, 1), new Date(year + 1, 0, 1));
  const m = Number(month) - 1;
  if (m < 0 || m > 11) return null;
  if (day === undefined) return spanOf(new Date(year, m, 1), new Date(year, m + 1, 1));
  const d = Number(day);
  const date = new Date(year, m, d);
  return date.getMonth() === m && date.getDate() === d ? spanOf(date, new Date(year, m, d + 1)) : null;
}

const spanOf = (from: Date, to: Date): Span => ({ from: from.getTime(), to: to.getTime() });

const names: Readonly<Record<string, [unit: 'day' | 'week' | 'month' | 'year', back: number]>> = {
  today: ['day', 0],
  今天: ['day', 0],
  今日: ['day', 0],
  yesterday: ['day', 1],
  昨天: ['day', 1],
  昨日: ['day', 1],
  前天: ['day', 2],
  week: ['week', 0],
  'this-week': ['week', 0],
  本周: ['week', 0],
  这周: ['week', 0],
  'last-week': ['week', 1],
  上周: ['week', 1],
  month: ['month', 0],
  'this-month': ['month', 0],
  本月: ['month', 0],
  这个月: ['month', 0],
  'last-month': ['month', 1],
  上月: ['month', 1],
  上个月: ['month', 1],
  year: ['year', 0],
  'this-year': ['year', 0],
  今年: ['year', 0],
  'last-year': ['year', 1],
  去年: ['year', 1],
};

/** Words for days, in the order in which they are suggested. */
export const dateWords = ['today', 'yesterday', 'this-week', 'this-month', 'last-month', 'this-year'] as const;

function named(text: string, { now, locale }: DateContext): Span | null {
  const name = Object.hasOwn(names, text) ? names[text] : undefined;
  if (!name) return null;
  const [unit, back] = name;
  const today = new Date(now);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  if (unit === 'day') return spanOf(new Date(year, month, day - back), new Date(year, month, day - back + 1));
  if (unit === 'month') return spanOf(new Date(year, month - back, 1), new Date(year, month - back + 1, 1));
  if (unit === 'year') return spanOf(new Date(year - back, 0, 1), new Date(year - back + 1, 0, 1));
  const monday = day - ((today.getDay() - firstDay(locale) + 7) % 7) - 7 * back;
  return spanOf(new Date(year, month, monday), new Date(year, month, monday + 7));
}

type WithWeekInfo = Intl.Locale & { weekInfo?: { firstDay: number }; getWeekInfo?: () => { firstDay: number } };

/** 0 (Sunday) to 6; Monday where the browser does not know. */
function firstDay(locale: string): number {
  try {
    const info = new Intl.Locale(locale) as WithWeekInfo;
    return (info.getWeekInfo?.() ?? info.weekInfo ?? { firstDay: 1 }).firstDay % 7;
  } catch {
    return 1; // not a language tag
  }
}
