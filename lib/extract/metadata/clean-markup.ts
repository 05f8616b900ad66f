/** Metadata is text: whatever a page wrote, one line without markup comes out. Needs no DOM. */
import { characterEntitiesHtml4 } from 'character-entities-html4';
import { cleanText, longestText } from '../clean-text';

/** What Windows has in the place of the C1 controls, from 0x80 on; a space where it has nothing. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Text from JSON-LD or a meta tag, where sites put entities and tags: decoded once, tags taken off. */
export function cleanMarkup(text: string | null | undefined): string {
  const raw = (text ?? '').slice(0, longestText);
  if (!/[<&]/u.test(raw)) return cleanText(raw);
  const words = raw
    .replace(/<(script|style)\b.*?(?:<\/\1\s*>|$)|<!--.*?(?:-->|$)/gisu, '')
    .replace(/<\/?(?:p|br|div|li|h\d)\b[^>]*>/giu, ' ')
    .replace(/<[/!?a-z][^>]*>/giu, '');
  return cleanText(decodeEntities(words));
}

/** https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state, for the names of HTML 4. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6});?|#(\d{1,7});?|([a-z]\w{1,8});|(amp|lt|gt|quot|nbsp)(?!\w))/giu,
    (written, hex: string | undefined, decimal: string | undefined, name: string | undefined, bare: string) => {
      if (hex ?? decimal) return characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)) ?? written;
      return named(name ?? bare) ?? written;
    },
  );
}

function named(name: string): string | undefined {
  if (name === 'apos') return "'";
  return Object.hasOwn(characterEntitiesHtml4, name) ? characterEntitiesHtml4[name] : undefined;
}

/** Numbers of the C1 controls mean what Windows has there. */
function characterOf(code: number): string | null {
  if (code >= 0x80 && code < 0xa0) return windows1252.charAt(code - 0x80);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
}
