/** How text is compared: by letters, not by how they are written; traditional and simplified Chinese are one. */
import { foldText } from '../model/text-query';
import { hanPairs } from './han-table';

const firstHan = 0x3400;
const lastHan = 0x9fff;
const ascii = /^[\0-\x7f]*$/u;
const han = /[\u3400-\u9fff]/u;

let simplified: Uint16Array | null = null;

/** The simplified form of each character that has one, by its distance from the first; made when first needed. */
function simplifiedForms(): Uint16Array {
  if (simplified) return simplified;
  simplified = new Uint16Array(lastHan - firstHan + 1);
  for (let i = 0; i < hanPairs.length; i += 2)
    simplified[hanPairs.charCodeAt(i) - firstHan] = hanPairs.charCodeAt(i + 1);
  return simplified;
}

/** `foldText`, and every Chinese character in its simplified form. */
export function foldForSearch(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const folded = foldText(text);
  if (!han.test(folded)) return folded;
  const forms = simplifiedForms();
  let out = '';
  let kept = 0;
  for (let i = 0; i < folded.length; i++) {
    const form = forms[folded.charCodeAt(i) - firstHan];
    if (!form) continue;
    out += folded.slice(kept, i) + String.fromCharCode(form);
    kept = i + 1;
  }
  return out + folded.slice(kept);
}
