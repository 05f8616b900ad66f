/** Who wrote it: names without "By", roles, times and addresses. */

const roles =
  '(?:staff (?:writer|reporter)|senior (?:writer|reporter|editor|correspondent)|correspondent|reporter|editor|contributor|contributing writer|columnist|journalist)';
const leading =
  /^(?:(?:written|posted|published|reported|story|words)\s+)?by[:\s]+|^(?:von|par|por|di|door|av|af)\s+(?=\p{Lu})|^(?:author|authors)\s*[:：]\s*/iu;
const chineseLeading =
  /^(?:本报|本网|本刊|新华社|中新社|中新网|人民网)?(?:特约)?(?:记者|作者|撰文|文|编辑|责任编辑|责编|来源)\s*[:：/／|｜\s]\s*/u;
const names = 6;

/** One line, names separated by commas (`、` in Chinese); empty when nothing that can be a name is left. */
export function cleanByline(authors: readonly string[]): string {
  const found: string[] = [];
  for (const author of authors) {
    const name = cleanName(author);
    if (name && !found.some((other) => other.toLowerCase() === name.toLowerCase())) found.push(name);
  }
  return found.slice(0, names).join(found.every((name) => /^\p{Script=Han}/u.test(name)) ? '、' : ', ');
}

function cleanName(written: string): string {
  const name = written
    .replace(/^[\s\-–—|•·]+/u, '')
    .replace(leading, '')
    .replace(chineseLeading, '')
    .replace(/\s*[|•·–—]\s*(?!\p{Script=Han}).*$/u, '')
    .replace(new RegExp(`[,\\s]+(?:and\\s+)?${roles}s?\\b.*$`, 'iu'), '')
    .replace(/\s*(?:updated|published|posted|last modified)\b.*$/iu, '')
    .replace(/\s*(?:记者|编辑|来源|发布|责编)\s*[:：]?\s*$/u, '')
    .replace(/[\s,;:：|、]+$/u, '')
    .trim();
  if (name.length < 2 || name.length > 120 || /https?:|www\.|@\w+\.\w|[{}<>]/iu.test(name)) return '';
  if (/^(?:admin|administrator|editor|staff|unknown|null|undefined|guest|author|by)$/iu.test(name)) return '';
  return /\p{L}/u.test(name) ? name : '';
}
