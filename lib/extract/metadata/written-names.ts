/** Bylines that nothing marks as such: `By` and a name on one line or two, and a name beside the date. */
import { looksLikePerson, readPersons } from './persons';
import type { Zones } from './zones';

const doing =
  '(?:(?:article\\s+|originally\\s+|co-?)?(?:written|authored|words|story|posted|published|contributed|submitted|text)\\s+)?';
const alone = new RegExp(
  `^(?:${doing}by|(?:the\\s+|about the\\s+)?authors?|contributors?|von|par|por|di|door|av)\\s*:?$`,
  'iu',
);
const before = new RegExp(`^(?:${doing}by|authors?:|von|par|por|di|door|av)[:\\s]\\s*(?=\\p{Lu})`, 'iu');
const joint = /^(?:,|&|and|und|et|y|e|\||•|·|-|–)$/iu;
const dateLine =
  /(?:19|20)\d\d|^(?:\w+\s)?(?:updated|published|posted)\b|\b\d{1,2}\s?(?:min(?:ute)?s?|mins)\b|\b(?:hours?|days?) ago\b|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/iu;
const noName =
  /\b(?:share|blog|articles?|read|table|contents?|news|home|guides?|tips|updated|published|resources?|marketing|business|health|design|technology|management|posts?|comments?|categor\p{L}+|print|email|subscribe|sign|log|learn|more|best|top|how|what|why|your?|the|for|with|copy|link|follow|press|release|open|get|new|united|states|magazine|university|free|daily|week|world|privacy|policy)\b/iu;
const furthest = { lines: 14, characters: 70 };

/** Names around the headline, else behind the text; none when there are none. */
export function findWrittenNames({ head, foot }: Zones): string[] {
  const [top, end] = [head, foot].map((zone) => zone.split('\n').map((line) => line.trim()));
  for (const lines of [top ?? [], end ?? []]) {
    const names = namesBehindBy(lines);
    if (names.length > 0) return names;
  }
  return nameBesideDate((top ?? []).slice(1, furthest.lines));
}

function namesBehindBy(lines: readonly string[]): string[] {
  for (const [at, line] of lines.entries()) {
    if (line.length > furthest.characters * 2) continue;
    const written = alone.test(line) ? nextNames(lines, at + 1) : before.test(line) ? line.replace(before, '') : '';
    const names = written ? readPersons([written], []).filter(isName) : [];
    if (names.length > 0) return names;
  }
  return [];
}

/** The line behind `By`, and those that go on with it. */
function nextNames(lines: readonly string[], from: number): string {
  let names = lines[from] ?? '';
  for (let at = from + 1; at < from + 8 && /^(?:,|&|and|und|et)$|,\s*$/iu.test(lines[at] ?? ''); at += 2) {
    names += `\n${lines[at + 1] ?? ''}`;
  }
  return names.length <= furthest.characters * 2 ? names : '';
}

function nameBesideDate(lines: readonly string[]): string[] {
  for (const [at, line] of lines.entries()) {
    if (line.length > furthest.characters || /\d/u.test(line) || noName.test(line)) continue;
    const near = [lines[at - 1], lines[at + 1], joint.test(lines[at + 1] ?? '') ? lines[at + 2] : ''];
    if (!near.some((next) => next && next.length < 60 && dateLine.test(next))) continue;
    const names = readPersons([line], []);
    if (names.length > 0 && names.every(looksLikePerson)) return names;
  }
  return [];
}

/** Behind `By` a single word or a team may stand too, but no sentence. */
function isName(name: string): boolean {
  return name.split(/\s+/u).length <= 5 && /^[\p{Lu}\p{Script=Han}]|^\p{Ll}+$/u.test(name) && !dateLine.test(name);
}
