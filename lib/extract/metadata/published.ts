/** Times as pages write them into ISO 8601, as exact as they were: no time or zone is made up. */

/** Month names as they begin in English, German, French, Spanish, Portuguese, Italian, Dutch and the Nordic languages. */
const monthNames: readonly RegExp[] = [
  /^(?:jan|gen|ene)/iu,
  /^(?:f[eé][bv])/iu,
  /^(?:mar|mär|mrz|maa|maart)/iu,
  /^(?:a[pvb]r)/iu,
  /^(?:ma[yijg]|mei)/iu,
  /^(?:jun|juin|giu)/iu,
  /^(?:jul|juil|lug)/iu,
  /^(?:aug|ao[uû]|ago)/iu,
  /^(?:sep|set)/iu,
  /^(?:o[ck]t|ott|out)/iu,
  /^nov/iu,
  /^(?:de[czs]|déc|dic)/iu,
];
export const monthWord =
  '(?:jan|gen|ene|f[eé][bv]|mar|mär|mrz|maa|a[pvb]r|ma[yijg]|mei|jun|juin|giu|jul|juil|lug|aug|ao[uû]|ago|sep|set|o[ck]t|ott|out|nov|de[czs]|déc|dic)\\p{Ll}*\\.?';

/** Whether `3/5/2024` is the fifth of March or the third of May, where the page does not tell. */
export type DayOrder = 'month-first' | 'day-first';

/** `2024-03-05` or `2024-03-05T09:30:00+08:00` (the zone only when the page gives one); null when it is no date. */
export function parsePublished(written: string, order: DayOrder = 'month-first'): string | null {
  const text = written.trim().replace(/：/gu, ':');
  return parseEpoch(text) ?? parseCompact(text) ?? parseNumeric(text) ?? parseNamed(text) ?? parseShort(text, order);
}

/** Seconds or milliseconds since 1970, as scripts write them into attributes. */
function parseEpoch(text: string): string | null {
  if (!/^1[3-9]\d{8}(?:\d{3})?$/u.test(text)) return null;
  return new Date(Number(text.padEnd(13, '0'))).toISOString().replace(/\.\d+Z$/u, 'Z');
}

const clock = '(\\d{1,2})\\s*(?:[:h]|点|时)\\s*(\\d{2})(?:\\s*[:分]\\s*(\\d{2})(?:[.,]\\d+)?)?';
const half = '\\s*([ap])?\\.?m?\\.?';
const zone = '\\s*(Z\\b|UTC\\b|GMT\\b|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}(?!\\d))?';
const afterDate = new RegExp(
  `^[T\\s,，|·•/–-]*(?:(?:à|at|um|a las|às|kl\\.?|alle(?: ore)?|om|上午|下午|晚上)\\s*)?${clock}${half}${zone}`,
  'iu',
);

function parseNumeric(text: string): string | null {
  const found =
    /(?<![\d/.])(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})(?:\s?日|(?!\d))/u.exec(text) ??
    // Xinhua and Tencent write year, day and time into boxes: `2023 11 / 17 20:52:15`.
    /(?<!\d)(20\d{2})\s+(\d{2})\s?\/\s?(?:\/\s)?(\d{2})(?!\d)/u.exec(text);
  if (!found) return null;
  return compose([found[1], found[2], found[3]], timeIn(text.slice(found.index + found[0].length)));
}

/** `20240305` and `20240305T093000Z`, as some meta tags have it. */
function parseCompact(text: string): string | null {
  const found = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(text);
  if (!found) return null;
  return compose([found[1], found[2], found[3]], { time: [found[4], found[5], found[6]], half: '', zone: found[7] });
}

/** `March 5, 2024 9:30 am`, `5 March 2024`, `5. März 2024`, `5 de marzo de 2024`, `Tue, 05 Mar 2024 09:30:00 GMT`. */
function parseNamed(text: string): string | null {
  const first = new RegExp(`(?<!\\p{L})(${monthWord})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'iu').exec(text);
  const second = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?(?:\\s+of|\\s+de)?[\\s-]+(${monthWord}),?(?:\\s+de)?[\\s-]+(\\d{4})`,
    'iu',
  ).exec(text);
  const found = first ?? second;
  if (!found) return null;
  const [monthName, day, year] = first ? [found[1], found[2], found[3]] : [found[2], found[1], found[3]];
  const month = monthNames.findIndex((name) => name.test(monthName ?? '')) + 1;
  return compose([year, String(month), day], timeIn(text.slice(found.index + found[0].length)));
}

/** `05.03.2024, 09:30 Uhr`, `3/5/2024 9:23:57 PM`. */
function parseShort(text: string, order: DayOrder): string | null {
  const found = /(?<![\d/.-])(\d{1,2})([/.-])\s?(\d{1,2})\2\s?((?:19|20)?\d{2})(?![\d/])/u.exec(text);
  if (!found) return null;
  const [one, two] = [Number(found[1]), Number(found[3])];
  const isMonthFirst = two > 12 || (found[2] === '/' && order === 'month-first' && one <= 12);
  const [month, day] = isMonthFirst ? [one, two] : [two, one];
  const year = (found[4] ?? '').padStart(4, '20');
  return compose([year, String(month), String(day)], timeIn(text.slice(found.index + found[0].length)));
}

type Time = { time: (string | undefined)[]; half: string; zone: string | undefined };

function timeIn(rest: string): Time {
  const found = afterDate.exec(rest);
  const isAfternoon = /^[\s,，]*(?:下午|晚上)/u.test(rest);
  return { time: [found?.[1], found?.[2], found?.[3]], half: isAfternoon ? 'p' : (found?.[4] ?? ''), zone: found?.[5] };
}

function compose(date: readonly (string | undefined)[], { time, half: part, zone: offset }: Time): string | null {
  const [year, month, day] = date.map(Number);
  if (!year || !month || !day || year < 1900 || year > 2100) return null;
  const check = new Date(Date.UTC(year, month - 1, day));
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  if (time[0] === undefined || time[1] === undefined) return iso;
  let hour = Number(time[0]);
  if (/^p/iu.test(part) && hour < 12) hour += 12;
  if (/^a/iu.test(part) && hour === 12) hour = 0;
  if (hour > 23 || Number(time[1]) > 59) return iso;
  return `${iso}T${two(hour)}:${time[1]}:${time[2] ?? '00'}${formatZone(offset)}`;
}

function formatZone(written: string | undefined): string {
  if (!written) return '';
  if (/^(?:Z|UTC|GMT)$/iu.test(written)) return 'Z';
  const digits = written.slice(1).replace(':', '').padEnd(4, '0');
  return `${written.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
