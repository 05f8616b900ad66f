/** Dates as people write them in the language of a text. */

/** `language` when it is a well-formed BCP 47 tag, else null. */
export function knownLanguage(language: string | null | undefined): string | null {
  try {
    return language ? (Intl.getCanonicalLocales(language)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * An ISO 8601 date as people write it in `language`: the calendar day (month, year) as written, whatever its zone.
 * `machine` is the value for `<time datetime>`; null when the text is no date.
 */
export function writtenDate(iso: string | null, language: string): { machine: string; words: string } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])/.exec(iso ?? '');
  const [, year, month, day] = match ?? [];
  if (!year) return null;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const style: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) style.month = 'long';
  if (day) style.day = 'numeric';
  // A calendar extension in the tag (`th-u-ca-…`) must not change the year that readers see in the machine's form.
  const words = new Intl.DateTimeFormat(spokenLanguage(language), { ...style, calendar: 'gregory' }).format(date);
  return { machine: [year, month, day].filter(Boolean).join('-'), words };
}

/** English without a region reads as the day first, as most of its readers outside the United States write it. */
export function spokenLanguage(language: string): string {
  const known = knownLanguage(language) ?? 'en';
  return known === 'en' ? 'en-GB' : known;
}
