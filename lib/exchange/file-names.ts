/** File names that every system takes: no folder is left, nothing is reserved, no two are one. */

/** Bytes of UTF-8: file systems stop at 255, and a number and an extension follow. */
const longest = 180;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/iu;

/** `text` as a name without extension; `otherwise` when nothing of it can be used. */
export function safeName(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFC')
    // Control and format characters, what systems forbid, and what Obsidian cannot link to.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}<>:"/\\|?*#^[\]]+/gu, ' ')
    .replace(/\s+/gu, ' ');
  const bytes = new TextEncoder().encode(plain).slice(0, longest);
  const cut = new TextDecoder().decode(bytes).replace(/\ufffd+$/u, '');
  const name = cut.replace(/^[\s.~_-]+|[\s.]+$/gu, '');
  return name === '' || reserved.test(name.split('.')[0] ?? '') ? `${otherwise}${name && ` ${name}`}` : name;
}

/** Gives each name once: the next one of the same letters gets a number. */
export function createNames(): (name: string) => string {
  const given = new Map<string, number>();
  return (name) => {
    for (;;) {
      const key = name.toLowerCase().normalize('NFC');
      const times = (given.get(key) ?? 0) + 1;
      given.set(key, times);
      if (times === 1) return name;
      name = `${name} ${times}`;
    }
  };
}
