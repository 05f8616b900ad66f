/** Who wrote it, as persons: names taken apart, without "By", roles, places, times, addresses and outlets. */

const roles =
  '(?:(?:staff|senior|chief|deputy|assistant|associate|contributing|managing|executive|political|business|technology|science|health|news|sports?|features?|lead|guest|freelance|special|foreign|national|digital|global|editor[- ]in)[\\s-]+)*(?:writer|reporter|editor(?:-in-chief)?|correspondent|contributor|columnist|journalist|author|producer|photographer|chief|officer|director|founder|analyst|professor|ph\\.?d\\.?|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédacteur|rédactrice|redactora?|periodista)';
const role = new RegExp(`^(?:the\\s+)?${roles}s?\\b`, 'iu');
/** `Home and Digital Security Expert`, `VP - Technology`, `Co-Founder & Marketing Director`: what somebody is. */
const profession =
  /\b(?:expert|reviewer|contributor|specialist|manager|director|officer|founder|president|ceo|cto|cfo|coo|cmo|vp|analyst|consultant|engineer|strategist|marketer|developer|writer|editor|reporter|correspondent|journalist|grader|committee|representative|architect|scientist|researcher|head)s?$|^(?:co-?)?(?:founder|vp|svp|head|director|president|chief|senior|sr\.?|licensed|certified)\b/iu;
const trailingRole = new RegExp(`(?:,\\s*|\\s+[-–—|]\\s*|\\s+(?=[a-z]))(?:and\\s+)?${roles}s?\\b.*$`, 'u');
const leading =
  /^(?:(?:(?:re-?)?(?:written|posted|published|reported|reviewed|submitted|created|story|words|text|article|analysis|opinion|a column|guest post)\s+)?by(?:\b[:\s]*|(?=\p{Lu}\p{Ll}))|(?:von|par|por|di|door|av|af|od|przez)\s+(?=\p{Lu})|(?:text|texte|texto|autore?|autora|auteure?|author|authors|escrito por|fotos? und text)\s*[:：]\s*)/iu;
const chineseLeading =
  /^(?:\p{Script=Han}{0,8}(?:记者|記者)|特约作者|作者|撰文|撰稿|采写|文字?|编译|编辑|责任编辑|责编|来源)\s*[:：/／|｜\s]\s*|^\p{Script=Han}{2,6}(?:记者|記者)(?=\p{Script=Han}{2,4}$)/u;
const cut =
  /\s*(?:\b(?:updated|(?:medically |fact[- ]?)?(?:reviewed|checked|edited) by|published|posted|last modified|modified|on (?=\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|is an?|was an?|has been|covers|joined|follow(?:s|ed)?|view all|read more|see all|share|today|twitter|facebook|linkedin|instagram|email)\b|@\w).*$/iu;
const separators =
  /\s*(?:[;|•·\n]|、|,(?!\s*(?:jr|sr|ii|iii)\b)|，)\s*|\s+(?:&|and|und|et|och|og|with)\s+(?=\p{Lu}|\p{L}\.)|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=\p{L}{3}\s\p{L}+)\s*\/\s*|\s+\/\s+/iu;
const degree =
  /^\s*(?:ph\.?\s?d|m\.?d|m\.?b\.?a|m\.?s\.?c?|b\.?a|m\.?a|r\.?n|r\.?d|d\.?v\.?m|esq|c\.?p\.?a|d\.?d\.?s)\.?\s*$/iu;
const noName =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?|(?:page|site|post|item|author)(?:\.\p{Ll}+)+|(?:site|web|\p{Lu}{2,4})?\s*(?:admin(?:istrator)?|master)|root|editor|editorial|staff|unknown|null|undefined|none|n\/a|anonymous|guest|users?|authors?|by|von|text|test|default|super user|home|news|share|follow|contact|about|menu|search|comments?|no comments?|佚名|匿名|网络(?:整理|转载)?|互联网|转载|本站(?:原创|编辑)?|原创|未知|编辑|小编|管理员|系统管理员|责编|微信|微博|账号|密码)$/iu;
const collective =
  /\b(?:staff|team|desk|editors?|editorial|newsroom|news|redaktion|rédaction|redacción|redazione|online|agency|agencies|press|services?|media|magazine|group|inc|ltd|gmbh|llc|university|institute|association|department|ministry|office|company)\b|社$|网$|網$|报$|報$|台$|编辑部|電視|新闻|新聞/iu;
const particle =
  /^(?:de|del|della|der|den|des|di|da|dos|das|do|du|la|le|van|von|zu|zur|bin|ibn|al|el|ben|ter|ten|af|av|y|e|o['’])$/iu;
const most = 8;

/** Names in `authors`, each a person where it can be told; `outlets` are no persons. In order, each once. */
export function readPersons(authors: readonly string[], outlets: readonly string[]): string[] {
  const found: string[] = [];
  for (const author of authors) {
    for (const name of isOneOf(author, outlets) ? [] : splitNames(author)) {
      if (isOneOf(name, outlets) || found.some((other) => fold(other) === fold(name))) continue;
      found.push(name);
    }
  }
  return found.slice(0, most);
}

/** One line: names separated by commas, by `、` when all of them are Chinese. */
export function joinPersons(names: readonly string[]): string {
  return names.join(names.every((name) => /^\p{Script=Han}/u.test(name)) ? '、' : ', ');
}

/** Whether a name is of an organisation, by its words. */
export function isCollective(name: string): boolean {
  return collective.test(name);
}

/** Whether it reads as the name of one person: what is believed where nothing marks it as a name. */
export function looksLikePerson(name: string): boolean {
  if (collective.test(name) || name.length > 40 || /\d/u.test(name)) return false;
  if (/^\p{Script=Han}+$/u.test(name)) return name.length >= 2 && name.length <= 4;
  const words = name.split(/\s+/u);
  const isWritten = words.every(
    (word, at) =>
      /^\p{Lu}/u.test(word) || (at > 0 && particle.test(word)) || /^\p{Script=Han}|^\p{Script=Hangul}/u.test(word),
  );
  return words.length > 1 && words.length <= 5 && isWritten && !/[.!?:]$/u.test(name.replace(/\b\p{L}\.$/u, ''));
}

function splitNames(written: string): string[] {
  const line = written
    .replace(/\([^)]*\)|\[[^\]]*\]|（[^）]*）/gu, ' ')
    .replace(/^[\s\-–—|•·,]+/u, '')
    .replace(leading, '')
    .replace(chineseLeading, '');
  const pieces = isOneBody(line) ? [line] : line.split(separators);
  return pieces
    .filter((piece, at) => at === 0 || !isRole(piece))
    .map(cleanName)
    .filter(Boolean);
}

/** Whether it says what somebody is, and not who. */
export function isRole(piece: string): boolean {
  return profession.test(piece.trim());
}

/** `Center for Drug Evaluation and Research` is one author, not two. */
function isOneBody(line: string): boolean {
  return /^(?:the\s+)?(?:cent(?:er|re)|institute|department|office|ministry|bureau|society|association|university|school|college)\s(?:for|of)\b[^,;|\n]*$/iu.test(
    line,
  );
}

function cleanName(piece: string): string {
  if (/https?:|www\.|\w@\w|[{}<>=]/iu.test(piece) || role.test(piece.trim()) || degree.test(piece)) return '';
  const name = piece
    .replace(/^[\s\-–—|•·,]+/u, '')
    .replace(leading, '')
    .replace(chineseLeading, '')
    .replace(/\s+[-–—]\s.*$/u, '')
    .replace(trailingRole, '')
    .replace(cut, '')
    .replace(/\s*(?:记者|記者|编辑|来源|发布|责编|기자)\s*[:：]?\s*$/u, '')
    .replace(/[\s,;:：|、.–—-]+$/u, (end) =>
      /^\./u.test(end) && /\b\p{Lu}\p{Ll}?$/u.test(piece.slice(0, -end.length)) ? '.' : '',
    )
    .trim();
  if (name.length < 2 || name.length > 80 || role.test(name) || noName.test(name)) return '';
  if (/\d{3}|^\d|\s\d/u.test(name) || name.split(/\s+/u).length > 7) return '';
  return /\p{L}/u.test(name) ? name : '';
}

/** Whether a name is that of one of the outlets. */
export function isOneOf(name: string, outlets: readonly string[]): boolean {
  const own = fold(name);
  return outlets.some((outlet) => {
    const other = fold(outlet);
    return own === other || (/^\p{Script=Han}/u.test(own) && other.includes(own));
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+|\.(?:com|net|org|de|cn)$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
