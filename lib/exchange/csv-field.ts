/** Fields of CSV files (RFC 4180) that spreadsheets can be trusted with. */

/** What a spreadsheet passes over before it looks whether a cell is a formula. */
const passedOver = /^[\p{White_Space}\p{Cc}\p{Cf}]+/u;

/**
 * A field that no spreadsheet runs: text that would be a formula gets an apostrophe before it, which spreadsheets show
 * as text and people read past (https://owasp.org/www-community/attacks/CSV_Injection). Full-width signs count too.
 */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const start = value.replace(passedOver, '').normalize('NFKC');
  const isFormula = /^[=+\-@|%]/u.test(start) || /^[\t\r\n]/u.test(value);
  return `"${(isFormula ? `'${value}` : value).replaceAll('"', '""')}"`;
}
