/** Times as pages write them into ISO 8601, as exact as they were: no time or zone is made up. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2024-03-05` or `2024-03-05T09:30:00+08:00` (the zone only when the page gives one); null when it is no date. */
export function parsePublished(written: string): string | null {
  const text = written.trim().replace(/：/gu, ':');
  return parseNumeric(text) ?? parseCompact(text) ?? parseEnglish(text);
}

function parseNumeric(text: string): string | null {
  const found =
    /(?<!\d)(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})(?:\s?日|(?!\d))(?:[T\s,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m\b)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?/iu.exec(
      text,
    );
  if (!found) return null;
  const [, year, month, day, hour, minute, second, half, zone] = found;
  return compose([year, month, day], [hour, minute, second], half, zone);
}

/** `20240305` and `20240305T093000Z`, as some meta tags have it. */
function parseCompact(text: string): string | null {
  const found = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(text);
  return found ? compose([found[1], found[2], found[3]], [found[4], found[5], found[6]], undefined, found[7]) : null;
}

/** `March 5, 2024 9:30 am`, `5 March 2024`, `Tue, 05 Mar 2024 09:30:00 GMT`. */
function parseEnglish(text: string): string | null {
  const name = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
  const first = new RegExp(`\\b${name}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'iu').exec(text);
  const second = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${name},?[\\s-]+(\\d{4})`, 'iu').exec(text);
  const [monthName, day, year] = first ? first.slice(1) : second ? [second[2], second[1], second[3]] : [];
  if (!monthName || !day || !year) return null;
  const month = String(months.indexOf(monthName.toLowerCase()) + 1);
  const rest = text.slice((first ?? second)?.index ?? 0).replace(/^.*?\d{4}/u, '');
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/iu.exec(rest);
  return compose([year, month, day], [time?.[1], time?.[2], time?.[3]], time?.[4], time?.[5]);
}

type Parts = [string | undefined, string | undefined, string | undefined];

function compose(date: Parts, time: Parts, half: string | undefined, zone: string | undefined): string | null {
  const [year, month, day] = date.map(Number);
  if (!year || !month || !day || year < 1900 || year > 2100) return null;
  const check = new Date(Date.UTC(year, month - 1, day));
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  if (time[0] === undefined || time[1] === undefined) return iso;
  let hour = Number(time[0]);
  if (/^p/iu.test(half ?? '') && hour < 12) hour += 12;
  if (/^a/iu.test(half ?? '') && hour === 12) hour = 0;
  if (hour > 23 || Number(time[1]) > 59) return iso;
  return `${iso}T${two(hour)}:${time[1]}:${time[2] ?? '00'}${formatZone(zone)}`;
}

function formatZone(zone: string | undefined): string {
  if (!zone) return '';
  if (/^(?:Z|UTC|GMT)$/iu.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
