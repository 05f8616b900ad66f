/** Times that say how long ago: `3 hours ago`, `昨天 12:30`, `01-14 17:58`; counted from when the page was loaded. */

const units: readonly [RegExp, number][] = [
  [/^(?:sec|sek|seg|秒)/iu, 1000],
  [/^(?:min|分)/iu, 60_000],
  [/^(?:hour|hr|h\b|stunde|heure|hora|小时|小時|时)/iu, 3_600_000],
  [/^(?:day|d\b|tag|jour|día|dia|天|日)/iu, 86_400_000],
  [/^(?:week|woche|semaine|semana|周|週|星期)/iu, 7 * 86_400_000],
  [/^(?:month|monat|mois|mes|个月|個月|月)/iu, 30 * 86_400_000],
];
const ago =
  /(?<![\d.])(\d{1,3}|an?)\s*(seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|months?|秒钟?|分钟|分鐘|小时|小時|天|周|週|星期|个月|個月)\s*(?:ago\b|之?前)|(?:vor|il y a|hace|há)\s+(\d{1,3}|einem?r?|une?|una?)\s+(sekunden?|minut\p{L}*|stunden?|heures?|horas?|tag\p{L}*|jours?|d[ií]as?|wochen?|semaines?|semanas?|monat\p{L}*|mois|mes\p{L}*)/iu;
const days: readonly [RegExp, number][] = [
  [/(?:^|[\s:：])(?:前天|the day before yesterday|vorgestern|avant-hier|anteayer)(?=\s|$|\d)/iu, 2],
  [/(?:^|[\s:：])(?:昨天|昨日|yesterday|gestern|hier|ayer|ontem|ieri)(?=\s|$|,|\d)/iu, 1],
  [/(?:^|[\s:：])(?:今天|今日|today|heute|刚刚|剛剛|just now)(?=\s|$|,|\d)/iu, 0],
];

/** A date, with the time when it is given or follows; null when nothing in `written` is counted from now. */
export function parseRelative(written: string, loadedAt: number): string | null {
  const found = ago.exec(written);
  if (found) {
    const [count, unit] = [found[1] ?? found[3] ?? '', found[2] ?? found[4] ?? ''];
    const length = units.find(([pattern]) => pattern.test(unit))?.[1] ?? 0;
    const then = new Date(loadedAt - (Number(count) || 1) * length);
    return length < 86_400_000 ? `${dateOf(then)}T${two(then.getHours())}:${two(then.getMinutes())}:00` : dateOf(then);
  }
  const day = days.find(([pattern]) => pattern.test(written));
  if (!day) return parseYearless(written, loadedAt);
  const then = new Date(loadedAt);
  then.setDate(then.getDate() - day[1]);
  return dateOf(then) + clockIn(written);
}

/** Of the days so named the last one before the page was loaded; only with a time, as a score or a range has none. */
function parseYearless(written: string, loadedAt: number): string | null {
  const found = /(?<![\d/.-])(\d{1,2})(?:-|\/|月)(\d{1,2})日?\s+\d{1,2}[:：]\d{2}/u.exec(written);
  if (!found) return null;
  const [month, day] = [Number(found[1]), Number(found[2])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const now = new Date(loadedAt);
  const isLater = month > now.getMonth() + 1 || (month === now.getMonth() + 1 && day > now.getDate());
  return `${now.getFullYear() - (isLater ? 1 : 0)}-${two(month)}-${two(day)}${clockIn(written)}`;
}

function clockIn(written: string): string {
  const time = /(?<!\d)([01]?\d|2[0-3])[:：]([0-5]\d)/u.exec(written);
  return time ? `T${two(Number(time[1]))}:${time[2]}:00` : '';
}

function dateOf(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
