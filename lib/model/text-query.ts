/** Text as it is compared. */

/**
 * Text as it is compared: full-width and half-width, capitals and small letters, with and without Latin accents are
 * one. Marks that make another letter (Japanese voicing, Indic vowels) stay.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .normalize('NFC');
}
