/** Bylines that nothing marks as such: `By` and a name on one line or two, and a name beside the date. */
import type { Witnesses } from '../../model/page-reading';
import { isRole, looksLikePerson, readPersons } from './persons';
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
  /\b(?:share|blog|articles?|read|table|contents?|news|home|guides?|tips|updated|published|resources?|marketing|business|health|design|technology|management|posts?|comments?|categor\p{L}+|print|email|subscribe|sign|log|learn|more|best|top|how|what|why|your?|the|for|with|copy|link|follow|press|release|open|get|new|united|states|magazine|university|free|daily|week|world|privacy|policy|recent|takeaways)\b/iu;
const furthest = { lines: 14, characters: 70 };

/** Names around the headline, else behind the text; none when there are none. */
export function findWrittenNames({ head, foot }: Pick<Zones, 'head' | 'foot'>): string[] {
  const [top, end] = [head, foot].map((zone) => zone.split('\n').map((line) => line.trim()));
  for (const lines of [top ?? [], end ?? []]) {
    const names = namesBehindBy(lines);
    if (names.length > 0) return names;
  }
  return nameBesideDate((top ?? []).slice(1, furthest.lines));
}

const signed =
  /^(?:(?:article|originally )?(?:written|authored|posted|contributed) by|article by|about the author|author)[:：]?(?=\s|$)\s*/iu;

/** Who signs anywhere behind the headline, in so many words; none when nobody does. */
export function findSignedNames({ lines, headingAt }: Pick<Witnesses, 'lines' | 'headingAt'>): string[] {
  const all = lines.slice(Math.max(0, headingAt)).split('\n');
  for (const [at, line] of all.entries()) {
    if (line.length > furthest.characters || !signed.test(line)) continue;
    const names = readPersons([line.replace(signed, '').trim() || (all[at + 1] ?? '')], []);
    if (names.length > 0 && names.every((name) => looksLikePerson(name) && !noName.test(name))) return names;
  }
  return [];
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
  for (const [at, written] of lines.entries()) {
    const line = written.replace(/\s+in$/u, '');
    if (line.length > furthest.characters || /\d/u.test(line) || noName.test(line)) continue;
    if (![step(lines, at, -1), step(lines, at, 1)].some((next) => next.length < 60 && dateLine.test(next))) continue;
    const names = readPersons([line], []);
    if (names.length > 0 && names.every(looksLikePerson)) return names;
  }
  return [];
}

/** The line before or behind another, over a sign that joins them and over what somebody is. */
function step(lines: readonly string[], from: number, by: 1 | -1): string {
  let at = from + by;
  for (let passed = 0; passed < 2 && isBetween(lines[at] ?? '', by); passed++) at += by;
  return lines[at] ?? '';
}

function isBetween(line: string, by: 1 | -1): boolean {
  return joint.test(line) || (by > 0 && line.length < 60 && isRole(line));
}

/** Behind `By` a single word or a team may stand too, but no sentence. */
function isName(name: string): boolean {
  return name.split(/\s+/u).length <= 5 && /^[\p{Lu}\p{Script=Han}]|^\p{Ll}+$/u.test(name) && !dateLine.test(name);
}
